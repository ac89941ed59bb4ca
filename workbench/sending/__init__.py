"""One request to Pinterest and the meaning of its answer."""
