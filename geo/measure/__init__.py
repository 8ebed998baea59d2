"""What follows from map and waters: the law under a line."""
