"""Score the reading of claims on marked texts: `python -m geo.linker.claims.score FOLDER`.

A folder holds texts (`NAME.txt`, passages parted by empty lines, a first line such as 2024-11-28 is
the day) and `claims.csv` with the columns `COLUMNS`: a row for each number that was marked. A claim
is right when its quote overlaps a mark with the same quantity, values (within one per cent), unit
and subjects that have the claim's among them. A claim on a mark of another quantity, or on a number
that nobody marked, is wrong; a year that nobody marked is neither. `other` is what no rule is for:
it counts for no recall, but a claim on it is wrong.
"""

from __future__ import annotations

import csv
import math
import re
import sys
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from geo.linker.api import default_lexicon
from geo.linker.claims.find import read_claims
from geo.linker.mentions import find_mentions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from geo.linker.claims.claim import Claim

COLUMNS = (
    *("file", "quote", "occurrence", "quantity", "low", "high", "unit", "year", "subject"),
)  # fmt: skip
_OTHER, _YEAR = "other", "year"
_CLOSE = 0.01
_SAME = (
    {"suez", "suez-canal"},
    {"panama", "panama-canal"},
    {"nsr", "nep", "psr-northeast", "nsr-water-area"},
    {"arctic", "arctic-ocean"},
    {"yamal-lng", "sabetta"},
    {"arctic-lng-2", "utrenniy"},
)
"""Features that a reader would not tell apart here."""
_SAME_QUANTITY = ({"voyages", "ships"},)
_FIRST_LINE = re.compile(r"\A(\d{4}-\d{2}-\d{2})\n")


class Mark(NamedTuple):
    """A marked number: its span in the text, and what it says."""

    start: int
    end: int
    quantity: str
    low: float | None
    high: float | None
    unit: str
    subjects: frozenset[str]


@dataclass(frozen=True)
class Judged:
    """A claim, the mark that it lies on, and whether it is right with and without its subject."""

    file: str
    quote: str
    claim: Claim
    mark: Mark | None
    is_right: bool
    is_right_but_subject: bool

    @property
    def counts(self) -> bool:
        """Whether it is judged at all: a year that nobody marked is neither right nor wrong."""
        return self.mark is not None or self.claim.quantity != _YEAR


@dataclass(frozen=True)
class Result:
    """All claims judged, and how many marks of each quantity were there and found."""

    judged: tuple[Judged, ...]
    marked: Counter[str]
    found: Counter[str]


def score(folder: Path) -> Result:
    """Return how the claims found in the texts of a folder compare with its marks."""
    marks = _marks(folder)
    judged: list[Judged] = []
    marked: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for path in sorted(folder.glob("*.txt")):
        text, own = path.read_text(encoding="utf-8"), marks.get(path.name, [])
        marked.update(mark.quantity for mark in own if mark.quantity != _OTHER)
        those = [_judge(path.name, text, claim, own) for claim in claims_of(text)]
        judged += those
        hit = {id(one.mark) for one in those if one.is_right}
        found.update(mark.quantity for mark in own if id(mark) in hit)
    return Result(tuple(judged), marked, found)


def claims_of(text: str) -> tuple[Claim, ...]:
    """Return the claims of a plain text, found with the default lexicon."""
    first = _FIRST_LINE.match(text)
    day = date.fromisoformat(first[1]) if first else None
    return read_claims(
        text, list(_passages(text)), find_mentions(text, default_lexicon()), day
    ).claims


def _passages(text: str) -> Iterator[tuple[str, int, int]]:
    for number, found in enumerate(re.finditer(r"\S(?:(?!\n\s*\n)[\s\S])*", text), 1):
        yield str(number), found.start(), found.end()


def _marks(folder: Path) -> dict[str, list[Mark]]:
    made: dict[str, list[Mark]] = {}
    with (folder / "claims.csv").open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            text = (folder / row["file"]).read_text(encoding="utf-8")
            start = -1
            for _ in range(int(row["occurrence"])):
                start = text.index(row["quote"], start + 1)
            made.setdefault(row["file"], []).append(
                Mark(
                    start,
                    start + len(row["quote"]),
                    row["quantity"],
                    float(row["low"]) if row["low"] else None,
                    float(row["high"]) if row["high"] else None,
                    row["unit"],
                    frozenset(filter(None, row["subject"].split("+"))),
                )
            )
    return made


def _judge(file: str, text: str, claim: Claim, marks: Iterable[Mark]) -> Judged:
    on = [mark for mark in marks if mark.start < claim.end and claim.start < mark.end]
    on.sort(key=lambda mark: not _agrees(claim, mark))
    mark = next(iter(on), None)
    but_subject = mark is not None and _agrees(claim, mark)
    subjects = _alike(claim.subject)
    right = but_subject and mark is not None and not subjects.isdisjoint(mark.subjects)
    return Judged(file, text[claim.start : claim.end], claim, mark, right, but_subject)


def _agrees(claim: Claim, mark: Mark) -> bool:
    same = claim.quantity == mark.quantity or {claim.quantity, mark.quantity} in _SAME_QUANTITY
    units = claim.unit == mark.unit or {claim.unit, mark.unit} in _SAME_QUANTITY
    return same and units and _near(claim.low, mark.low) and _near(claim.high, mark.high)


def _near(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return math.isclose(one, other, rel_tol=_CLOSE)


def _alike(subject: str) -> set[str]:
    return next((each for each in _SAME if subject in each), {subject})


def as_lines(result: Result, *, shows_wrong: bool = True) -> Iterator[str]:
    """Yield the result as text: all, then by quantity, then each wrong claim."""
    judged = [one for one in result.judged if one.counts]
    right = sum(one.is_right for one in judged)
    loose = sum(one.is_right_but_subject for one in judged)
    marked, found = sum(result.marked.values()), sum(result.found.values())
    yield f"said {len(judged)}, right {right}, without subject {loose}"
    yield f"marked {marked}, found {found}"
    yield f"precision {_share(right, len(judged))}, recall {_share(found, marked)}"
    for quantity in sorted({*result.marked, *(one.claim.quantity for one in judged)}):
        those = [one for one in judged if one.claim.quantity == quantity]
        good = sum(one.is_right for one in those)
        yield (
            f"{quantity}: said {len(those)}, right {good}, precision {_share(good, len(those))}, "
            f"marked {result.marked[quantity]}, recall "
            f"{_share(result.found[quantity], result.marked[quantity])}"
        )
    if shows_wrong:
        for one in judged:
            if not one.is_right:
                claim = one.claim
                about = f"{claim.quantity} {claim.subject} [{claim.rule}]"
                yield f"wrong: {one.file}: {one.quote!r} {about}"


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "-"


def main() -> None:
    """Print the score of the folder in the arguments; `--counts` leaves out the wrong claims."""
    folder = Path(next(one for one in sys.argv[1:] if not one.startswith("-")))
    sys.stdout.write(
        "\n".join(as_lines(score(folder), shows_wrong="--counts" not in sys.argv)) + "\n"
    )


if __name__ == "__main__":
    main()
