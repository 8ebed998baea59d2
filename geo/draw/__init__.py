"""Drawing: palette, layers, scenes and renderers."""
