"""How the window looks: colours, icons, text sizes. Palettes rather than style sheets."""
