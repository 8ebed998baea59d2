"""`python -m geo.text`: see `geo.text.command.USAGE`."""

from geo.text.command import run

raise SystemExit(run())
