"""Seas and straits: `python -m geo.catalogue.recipes.seas`."""
