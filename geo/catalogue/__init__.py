"""The features on the map, with their sources and shapes."""
