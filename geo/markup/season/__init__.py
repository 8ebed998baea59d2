"""The HTML of the page of the season, block by block."""
