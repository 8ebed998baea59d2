"""What a text claims in numbers of routes, ports, seas and states; no geometry, no catalogue."""
