"""A reader's own track: read from a file or set by hand, measured and simplified; never stored."""
