"""Land: for the base map, by state, and near the routes."""
