"""The command of a recipe that writes data files from tables and the zones."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from geo.catalogue.records import DATA
from geo.errors import GeoError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def run(
    build: Callable[[Path], int], arguments: Sequence[str] | None, *, about: str, wrote: str
) -> int:
    """Build in the folder that `--data` names; return 0, or 2 after an error message.

    Parameters
    ----------
    build
        Reads and writes in a folder and returns how many features it wrote.
    about, wrote
        What the command does, for its help, and what it says at the end, with `{count}`.
    """
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument(
        "--data", type=Path, default=DATA, metavar="DIR", help="where to read and to write"
    )
    options = parser.parse_args(arguments)
    try:
        print(wrote.format(count=build(options.data)))
    except GeoError as error:
        print(error, file=sys.stderr)
        return 2
    return 0
