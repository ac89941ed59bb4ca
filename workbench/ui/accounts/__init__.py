"""The accounts page: ad accounts, their safety levels and their tokens."""
