"""`python -m geo.text`: see `geo.text.command`."""

import sys
from collections.abc import Sequence

from geo import shell
from geo.text import command


def main(arguments: Sequence[str] | None = None, *, prog: str = "python -m geo.text") -> int:
    """Run a command on this process's streams; the status is that of `geo.text.command.main`."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    return command.main(given, sys.stdin, sys.stdout, sys.stderr, prog=prog)


if __name__ == "__main__":
    sys.exit(shell.run(main))
