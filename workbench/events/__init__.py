"""An event as the user types it (draft), as it travels (payload), what became of it (outcome), and the way between."""
