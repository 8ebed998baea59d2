"""Years that are claims themselves: of a status declared, of a picture taken on a route."""

from __future__ import annotations

import calendar
import re
from typing import TYPE_CHECKING

from geo.linker.claims.claim import Claim
from geo.linker.claims.frames import Name, make_frame

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MONTH_NAMES = "|".join(name for name in calendar.month_name if name)
_NEAR_ARCTIC = (
    r"‹state:(?P<s>\d+)›(?:, (?:which|that))? (?:\w+ )?declared itself (?:to be )?an? [\"“']?"
    r"(?:near-arctic (?:state|power|country|nation)|‹state:\d+›)"
)
_EVENTS = {
    "a near-Arctic state in a year": re.compile(
        rf"{_NEAR_ARCTIC}[\"”']? in (?P<year>20\d\d)\b", re.IGNORECASE
    ),
    "in a year a near-Arctic state": re.compile(
        rf"\bin (?P<year>20\d\d),? {_NEAR_ARCTIC}", re.IGNORECASE
    ),
    "a near-Arctic state": re.compile(
        r"‹state:(?P<s>\d+)›[^.]{0,120}\bdeclar\w+[^.]{0,40}\bin (?P<year>20\d\d)\b"
        r"[^.‹]{0,20}(?:near-arctic state|‹state:\d+›)",
        re.IGNORECASE,
    ),
    "a picture's day": re.compile(
        rf"\b(?:on|along|in|through) (?:the )?‹way:(?P<s>\d+)›, "
        rf"(?P<day>(?:{_MONTH_NAMES}) \d{{1,2}},?) (?P<year>(?:19|20)\d\d)\b"
    ),
}
"""Years that are claims themselves, by the name of their rule; the one place for another."""


def events(text: str, sentence: tuple[int, int], names: Sequence[Name]) -> Iterator[Claim]:
    """Yield years that are claims themselves: of a status declared, of a picture on a route."""
    if not names:
        return
    frame = make_frame(text, sentence, names, (), None)
    for rule, pattern in _EVENTS.items():
        found = pattern.search(frame.words)
        at = text.find(found["year"], *sentence) if found else -1
        if found is None or at < 0:
            continue
        day = found.groupdict().get("day")
        start = text.find(day, *sentence) if day else at
        start = at if start < 0 else start
        value, end = float(found["year"]), at + len(found["year"])
        subject = frame.feature(found["s"])
        year = int(value)
        yield Claim(
            "", start, end, "year", value, value, "year", subject,
            year=year, noun="day" if day else "", rule=rule, sentence=sentence,
        )  # fmt: skip
