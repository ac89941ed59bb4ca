"""The hash detective: from a digest and a plain value to the recipe that made the one of the other, and its mistake."""
