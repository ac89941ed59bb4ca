"""The detective page: which recipe made a digest, for one pair or for many."""
