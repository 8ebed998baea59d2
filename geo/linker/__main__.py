"""`python -m geo.linker`: see `geo.linker.cli`."""

import sys
from collections.abc import Sequence

from geo import shell
from geo.linker import cli


def main(arguments: Sequence[str] | None = None, *, prog: str = "python -m geo.linker") -> int:
    """Run a command on this process's streams; return its exit status."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    return cli.main(given, sys.stdin, sys.stdout, sys.stderr, prog=prog)


if __name__ == "__main__":
    sys.exit(shell.run(main))
