"""The domain of Arctic Passages: what is on the map, what is written, and how they meet."""
