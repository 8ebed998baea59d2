"""Agreed, computed and claimed boundary lines, and the features built from them."""
