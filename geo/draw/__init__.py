"""How it is shown: palette, layers, maps."""
