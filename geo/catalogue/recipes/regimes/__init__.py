"""Areas in which rules for ships apply: the tables that describe them, and what builds them."""
