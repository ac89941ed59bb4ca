"""A local endpoint that judges and answers like Pinterest."""
