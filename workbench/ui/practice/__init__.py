"""The practice page: the endpoint on this computer, and what other programs sent to it."""
