"""What is on the map: features, their sources and their shapes."""
