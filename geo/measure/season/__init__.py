"""When the routes can be sailed, through what ice, by what ship, and who sails."""
