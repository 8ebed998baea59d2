"""The lines that credit an article: who wrote it, for whom, and on which day it came out.

A line is a credit only when every part of it is understood: "By Jane Doe, Reuters | 3 May 2025" is
one, "By 2030 the route may open" and "The route opened on 3 May 2019" are none.
"""

import datetime as dt
import re
from dataclasses import dataclass, field
from functools import cache

from geo.text.days import CLOCK, PUBLISHED, UPDATED, find_day
from geo.text.tables import read_table

_MOST_CHARS = 220
_MOST_DAYS = 3
_TIMED = re.compile(
    rf"(?:(?:{UPDATED}|{PUBLISHED})\b:?\s*)?(?:at\s+)?(?:{CLOCK})|(?:{UPDATED}|{PUBLISHED}):?"
    r"|(?:(?:updated|published|posted)\s+)?(?:\d{1,2}|an?|one|two|three)\s"
    r"(?:min(?:ute)?|hour|hr|day|week)s?\sago",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"(?:\d{1,3}|one|two|three|four|five)[ -]min(?:ute)?s?(?:[ -]read)?|read(?:ing)? time:? .{1,20}"
    r"|\d[\d,]* (?:comments?|views?|shares?|words)|[\w.+-]{1,60}@[\w.-]{3,60}|@\w{2,40}",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"(?:[a-z]+[ -]){0,4}(?:staff|writers?|reporters?|correspondents?|editors?|contributors?"
    r"|columnists?|journalists?|newsroom|desk|agencies|analysts?|ph\.?d\.?)"
    r"(?: (?:in|at|for|of) [^,]{2,40})?",
    re.IGNORECASE,
)
_BY = re.compile(
    r"(?:(?:written|words|story|text|report(?:ed|ing)?|analysis|opinion|posted|published)\s+)?"
    r"by:?\s+|(?:authors?|автор|tekst|av|von|par|por):\s*",
    re.IGNORECASE,
)
_PARTICLE = (
    r"(?:(?:de|del|della|di|da|dos|du|le|la|el|van|von|zu|ten|ter|den|der|af|av|bin|ibn|al|y)\s)"
    r"{0,2}"
)
_WORD = r"(?:[^\W\d_]['’])?[^\W\d_](?:[^\W\d_]|['’.-](?=[^\W\d_])){0,30}\.?"
_PERSON = re.compile(rf"{_PARTICLE}{_WORD}(?:\s{_PARTICLE}{_WORD}){{1,4}}")
_PLACE = re.compile(rf"(?:in\s)?{_WORD}(?:\s{_WORD}){{0,2}}")
_BREAKS = re.compile(r",?\s(?:and|og|och|und|et|with)\s|\s*[,;&]\s*")
_BELONGS = re.compile(r"\s*\(([^()]{2,40})\)\s*|\s(?:for|of|from)\s(?=[A-Z])|\s(?=in\s[A-Z])|/")
_BRACKET = re.compile(r"\(([^()]{2,40})\)")
_PARTS = re.compile(r"\s*[|·•●\n]\s*|\s*[—–]\s*|\s-+(?:\s|$)|\t+|\s{2,}|\s/\s")
_EDGES = " ,;:-–—|·•/"
_OUTLET = re.compile(
    r"\b(?:news|daily|times|post|journal|observer|press|today|agency|magazine|review|herald"
    r"|tribune|gazette|independent|chronicle|institute|media|weekly|telegraph|network|online"
    r"|executive|wire|bulletin|monitor|radio|tv|university|foundation|cent(?:er|re))\b"
    r"|\.(?:com|org|net|no|ru|ca)$",
    re.IGNORECASE,
)
# What begins or joins a phrase in a line of capitals, and never a name.
_NO_NAME = frozenset(
    (
        *("a", "all", "and", "by", "for", "from", "in", "is", "its", "of", "on", "or", "the", "to"),
        *("are", "as", "at", "but", "how", "new", "no", "not", "our", "that", "this", "was", "we"),
        *("what", "when", "where", "who", "why", "will", "with", "air", "arctic", "ice", "land"),
        *("ocean", "passage", "rail", "river", "road", "route", "sea", "ship", "ships", "winter"),
        *("january", "february", "march", "july", "september", "october", "november", "december"),
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "summer"),
    )
)


@dataclass(slots=True)
class Credit:
    """What one line of credits says.

    `date` and `updated` are None where no day is told; `role` is byline or date; `bare` holds the
    parts that are credits only beside others (a name, a place).
    """

    authors: tuple[str, ...] = ()
    publisher: str = ""
    agency: str = ""
    date: dt.date | None = None
    updated: dt.date | None = None
    role: str = ""
    bare: list[str] = field(default_factory=list)


PUBLISHER_COLUMNS = ("name", "kind", "logo", "domain", "url_pattern", "source")


@cache
def publishers() -> dict[str, dict[str, str]]:
    """Return the publishers and agencies of data/publishers.csv by their lower-case name.

    Rows that cannot be read are left out: an article is worth reading without its publisher.
    """
    rows = read_table("publishers.csv", columns=PUBLISHER_COLUMNS, problems=[])
    return {row["name"].lower(): row for row in rows}


def read_credit(words: str) -> Credit | None:
    """Return what a line of credits says, or None for any other line.

    The line has a day, a time with its label, or "By" before a name, an agency or a desk; names,
    outlets and places without one of these are no credit.
    """
    if len(words) > _MOST_CHARS:
        return None
    credit = Credit()
    rest = _without_days(" ".join(words.split(" ")), credit)
    for part in (part.strip(_EDGES) for part in _PARTS.split(rest)):
        if part and not _read_part(part, credit):
            return None
    if not all(_read_bare(part, credit) for part in credit.bare):
        return None
    if credit.authors and credit.agency:
        credit.role = "byline"
    return credit if credit.role else None


def as_people(words: str) -> tuple[str, ...]:
    """Return the names in a line that is a list of persons, else nothing."""
    if len(words) > _MOST_CHARS:
        return ()
    names = [name for name in _BREAKS.split(words.strip(_EDGES)) if name]
    return tuple(names) if names and all(map(_is_person, names)) else ()


def is_place_line(words: str) -> bool:
    """Return whether the words are a place, and perhaps its country: "MURMANSK, Russia"."""
    names = [name for name in re.split(r"\s*[,.]\s*", words.strip()) if name]
    return bool(names) and all(map(_is_place, names))


def _without_days(words: str, credit: Credit) -> str:
    """Take the days out of a line; a break stays where they stood."""
    for _ in range(_MOST_DAYS):
        day = find_day(words)
        if day is None:
            break
        if day.is_update:
            credit.updated = credit.updated or day.date
        else:
            credit.date = credit.date or day.date
        credit.role = "date"
        words = f"{words[: day.start]} | {words[day.end :]}"
    return words


def _read_part(part: str, credit: Credit) -> bool:
    """Read a part that tells by itself what it is, keep one that does not; False ends the line."""
    if by := _BY.match(part):
        return _read_names(part[by.end() :], credit)
    if _TIMED.fullmatch(part):
        credit.role = credit.role or "date"
    elif not _ASIDE.fullmatch(part):
        credit.bare.append(part)
    return True


def _read_names(words: str, credit: Credit) -> bool:
    """Read what follows "By": a person, an agency or a desk first, then whatever belongs to it."""
    pieces = [piece for piece in _pieces(words) if piece]
    for index, piece in enumerate(pieces):
        if _read_outlet(piece, credit) or _ROLE.fullmatch(piece):
            continue
        if _is_person(piece):
            credit.authors += (piece,)
        elif index == 0 or not _is_place(piece):
            return False
    if bracket := _BRACKET.search(words):
        credit.agency = credit.agency or bracket[1]
    credit.role = "byline"
    return bool(pieces)


def _read_bare(part: str, credit: Credit) -> bool:
    """Read a part beside a day or a byline: persons, outlets, desks and places."""
    for piece in filter(None, _pieces(part)):
        if _read_outlet(piece, credit) or _ROLE.fullmatch(piece):
            continue
        if _is_person(piece):
            if credit.role != "byline":  # beside a byline it is a place of two words
                credit.authors += (piece,)
        elif not _is_place(piece):
            return False
    if credit.authors and credit.role:
        credit.role = "byline"
    return True


def _pieces(words: str) -> list[str]:
    """Return the names, outlets and places in a part, and the word in brackets behind a name."""
    return [
        piece.strip(_EDGES)
        for belonging in _BELONGS.split(words)
        if belonging
        for piece in _BREAKS.split(belonging)
    ]


def _read_outlet(piece: str, credit: Credit) -> bool:
    """Read an agency or a publisher, known or called as only such are."""
    row = publishers().get(piece.lower())
    if row and row["kind"] == "agency":
        credit.agency = credit.agency or row["name"]
    elif row or (_OUTLET.search(piece) and piece[0].isupper()):
        credit.publisher = credit.publisher or (row["name"] if row else piece)
    else:
        return False
    return True


def _is_person(words: str) -> bool:
    return _PERSON.fullmatch(words) is not None and _is_named(words)


def _is_place(words: str) -> bool:
    return _PLACE.fullmatch(words) is not None and _is_named(words.removeprefix("in "))


def _is_named(words: str) -> bool:
    """Return whether the words begin and end with capitals and hold none that no name has."""
    parts = words.split()
    capitals = parts[-1] != parts[-1].lower() and any(part[0].isupper() for part in parts[:2])
    return capitals and _NO_NAME.isdisjoint(words.lower().split())
