"""The maritime zones: `python -m geo.catalogue.recipes.zones`."""
