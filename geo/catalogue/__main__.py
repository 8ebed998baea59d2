"""Command: `arctic-passages facts`, also `python -m geo.catalogue`.

`facts` prints one JSON line per feature, what was checked longest ago first: id, kind, name,
last_checked, file, sources. With `--older-than MONTHS`, only features that were last checked longer
ago: calendar months, counted back from today (UTC) or from the day that `--on` gives.
"""

from __future__ import annotations

import json
import re
import sys
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from geo import shell
from geo.catalogue.facts import months_before, oldest_first
from geo.catalogue.schema import is_day
from geo.errors import DateError, GeoError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

_MAX_MONTHS = 1200
_WHOLE = re.compile(r"[0-9]{1,4}\Z")


def main(arguments: Sequence[str] | None = None, *, prog: str = "python -m geo.catalogue") -> int:
    """Run a command; return 0, or 2 after an error message."""
    options = _parser(prog).parse_args(arguments)
    shell.report_damaged_files(sys.stderr)
    try:
        for record in _facts(options):
            print(json.dumps(record, ensure_ascii=False))
    except GeoError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def _parser(prog: str) -> argparse.ArgumentParser:
    parser, commands = shell.make_parser(prog, ("facts",))
    facts = commands["facts"]
    facts.add_argument("--older-than", metavar="MONTHS", help="only what was checked before then")
    facts.add_argument("--on", metavar="DATE", help="count back from this day, such as 2026-11-30")
    return parser


def _facts(options: argparse.Namespace) -> Iterator[dict[str, Any]]:
    today = _day(options.on) if options.on is not None else datetime.now(UTC).date()
    before = None
    if options.older_than is not None:
        before = months_before(today, _months(options.older_than))
    for file, feature in oldest_first(before=before):
        yield {
            "id": feature.id,
            "kind": feature.kind,
            "name": feature.name,
            "last_checked": feature.last_checked,
            "file": file,
            "sources": [{"title": one.title, "url": one.url} for one in feature.sources],
        }


def _day(text: str) -> date:
    if not is_day(text):
        raise DateError(f"--on takes a day such as 2026-11-30, not {text!r}.")
    return date.fromisoformat(text)


def _months(text: str) -> int:
    if not _WHOLE.match(text) or int(text) > _MAX_MONTHS:
        raise DateError(
            f"--older-than takes a whole number of months from 0 to {_MAX_MONTHS}, not {text!r}."
        )
    return int(text)


if __name__ == "__main__":
    sys.exit(shell.run(main))
