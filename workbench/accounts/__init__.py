"""Ad accounts, their safety level, and their tokens in the OS keyring."""
