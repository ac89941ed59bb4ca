"""The frame around the pages: top bar, page switch, command palette, shortcuts, last sends."""
