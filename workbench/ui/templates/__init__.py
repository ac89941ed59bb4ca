"""Choosing an event to start from, and keeping events of one's own."""
