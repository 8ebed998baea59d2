"""The season as files: tables and figures."""
