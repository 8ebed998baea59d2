"""Voyages between two ports as markup: the sentence, the chart of all ways, ways side by side."""
