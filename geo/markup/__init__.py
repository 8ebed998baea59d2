"""The app's HTML: cards, passages, the table of waters, evidence, the About page."""
