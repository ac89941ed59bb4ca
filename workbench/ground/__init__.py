"""The ground under every room: where files are, and plain JSON types. Knows nothing of events."""
