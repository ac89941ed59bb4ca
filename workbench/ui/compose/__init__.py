"""The page where a request is composed: events, form, JSON, preview, response."""
