"""The legs of the sea network in the north, and the approaches of the ports.

`nodes.csv` holds the nodes of open water, placed by hand, by name; those with a gate are joined to
the network of the package searoute, which serves the rest of the world. `rivers.csv` holds the
courses of the rivers that lead to ports, digitised roughly, and `canals.csv` those of the canals
between two nodes. Needs scipy, which the tools for
development bring.
"""
