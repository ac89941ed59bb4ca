"""The page that shows what was sent and what came back: a filter, a table, and one send in full."""
