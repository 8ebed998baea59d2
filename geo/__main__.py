"""The command `arctic-passages`, also `python -m geo`.

Each command is that of `python -m geo.measure`, `python -m geo.linker` or
`python -m geo.catalogue`, with the same options; only the module that implements it is imported.
"""

import sys
from collections.abc import Sequence
from functools import partial
from importlib import import_module

from geo import release, shell

_PARTS = {
    **dict.fromkeys(("zone", "waters", "voyage", "track", "season", "build"), "geo.measure"),
    **dict.fromkeys(("link", "explain", "targets", "score", "errors"), "geo.linker"),
    "facts": "geo.catalogue",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return 0, or 1 or 2 after an error message."""
    return shell.run(partial(_run, list(sys.argv[1:] if arguments is None else arguments)))


def _run(arguments: list[str]) -> int:
    parser, _ = shell.make_parser(release.NAME, _PARTS)
    parser.add_argument("--version", action="version", version=f"%(prog)s {release.version()}")
    name = parser.parse_args(arguments[:1]).command
    status: int = import_module(f"{_PARTS[name]}.__main__").main(arguments, prog=release.NAME)
    return status


if __name__ == "__main__":
    sys.exit(main())
