"""Draft or payload in, problems out: checking, normalising, hashing, coverage, read-back."""
