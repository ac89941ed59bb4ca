"""The headless twin of the window: one small module a command."""
