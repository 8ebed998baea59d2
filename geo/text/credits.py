"""Credit lines of an article: authors, publisher, date.

A line is a credit only when every part of it is understood: "By Jane Doe, Reuters | 3 May 2025" is
one, "By 2030 the route may open" and "The route opened on 3 May 2019" are none.
"""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from itertools import takewhile

from geo.text.dates import CLOCK, PUBLISHED, UPDATED, find_day
from geo.text.person_names import has_given_name, is_person, is_place, is_place_name
from geo.text.tables import read_table

_MAX_CHARS = 220
_MAX_DAYS = 3
_TIMED = re.compile(
    rf"(?:(?:{UPDATED}|{PUBLISHED})\b:?\s*)?(?:at\s+)?(?:{CLOCK})|(?:{UPDATED}|{PUBLISHED}):?"
    r"|(?:(?:updated|published|posted)\s+)?(?:\d{1,2}|an?|one|two|three)\s"
    r"(?:min(?:ute)?|hour|hr|day|week)s?\sago",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"(?:\d{1,3}|one|two|three|four|five)[ -]min(?:ute)?s?(?:[ -]read)?|read(?:ing)? time:? .{1,20}"
    r"|\d[\d,]* (?:comments?|views?|shares?|words)|[\w.+-]{1,60}@[\w.-]{3,60}|@\w{2,40}"
    r"|(?:来源|來源|责任编辑|責任編輯|编辑|編輯)\s?[:：]\s?\S{1,30}",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"(?:[a-z]+[ -]){0,4}(?:staff|writers?|reporters?|correspondents?|editors?|contributors?"
    r"|columnists?|journalists?|newsroom|desk|agencies|analysts?|ph\.?d\.?|fellows?|professors?"
    r"|researchers?|journalist(?:en)?|redaktør|korrespondent(?:in)?|envoyée? spéciale?)"
    r"(?: (?:in|at|for|of|à|i) [^,]{2,40})?",
    re.IGNORECASE,
)
_BY = re.compile(
    r"(?:(?:written|words|story|text|report(?:ed|ing)?|analysis|opinion|posted|published)\s+)?"
    r"by:?\s+|(?:authors?|автор|авторы|autor(?:in|en)?|auteurs?|forfatter|tekst|texte?|текст|words"
    r"|story|byline|av|af|von|par|por|door):\s*|(?:作者|记者|記者|撰文|文)\s?[:：/]\s*",
    re.IGNORECASE,
)
_FOREIGN_BY = re.compile(
    r"(?:tekst|texte?)\s+(?:(?:av|af|von|par|por|door)\s+)?|(?:(?:skrevet|skriven|geschrieben"
    r"|écrit|escrito|(?:une?|ein|en|et)?\s?(?:gastbeitrag|beitrag|kommentar|kronikk|analyse"
    r"|reportage|tribune))\s+)?(?:av|af|von|par|por|door)\s+",
    re.IGNORECASE,
)
_BREAKS = re.compile(r",?\s(?:and|og|och|und|et|и|with)\s|\s*[,;&、，]\s*")
_BELONGS = re.compile(r"\s*\(([^()]{2,40})\)\s*|\s(?:for|of|from)\s(?=[A-Z])|\s(?=in\s[A-Z])|/")
_BRACKET = re.compile(r"\(([^()]{2,40})\)")
_PARTS = re.compile(r"\s*[|·•●\n]\s*|\s*[—–]\s*|\s-+(?:\s|$)|\t+|\s{2,}|\s/\s")
_EDGES = " ,;:：-–—|·•/"
_HAN_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}")  # without a word before it, it may be anything
_OUTLET = re.compile(
    r"\b(?:news|daily|times|post|journal|observer|press|today|agency|magazine|review|herald"
    r"|tribune|gazette|independent|chronicle|institute|media|weekly|telegraph|network|online"
    r"|executive|wire|bulletin|monitor|radio|tv|university|foundation|cent(?:er|re)|новости"
    r"|известия|ведомости|газета|агентство)\b"
    r"|\.(?:com|org|net|no|ru|ca)$",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Credit:
    """The contents of one credit line.

    `date` and `updated` are None if the line has none; `role` is byline or date; `bare` holds the
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
    """Parse a credit line, or return None for any other line.

    The line has a day, a time with its label, or "By" before a name, an agency or a desk; names,
    outlets and places without one of these are no credit.
    """
    if len(words) > _MAX_CHARS:
        return None
    credit = Credit()
    if by := _BY.match(words):  # a single space: more would begin a column
        words = f"{by[0].rstrip()} {words[by.end() :].lstrip()}"
    rest = _without_days(words, credit)
    for part in (part.strip(_EDGES) for part in _PARTS.split(rest)):
        if part.strip("()") and not _read_part(part, credit):
            return None
    if not all(_read_bare(part, credit) for part in credit.bare):
        return None
    if credit.authors and credit.agency:
        credit.role = "byline"
    return credit if credit.role else None


def parse_people(words: str) -> tuple[str, ...]:
    """Return the names in a line that is a list of persons, else an empty tuple."""
    if len(words) > _MAX_CHARS:
        return ()
    pieces = filter(None, _pieces(words.strip(_EDGES)))
    names = [piece for piece in pieces if not (piece.startswith("in ") and is_place(piece))]
    are_persons = all(is_person(name) and not _read_outlet(name, Credit()) for name in names)
    return tuple(names) if names and are_persons else ()


def parse_authors(bylines: Iterable[str]) -> tuple[str, ...]:
    """Return the authors in a page's bylines, without "By", days, times and roles.

    Names that are not understood (of an office, in another script) are given as they are, a role
    ("Newsroom") where nobody else is named.
    """
    pieces = [
        piece
        for byline in bylines
        for part in map(str.strip, _PARTS.split(_without_days(byline[:_MAX_CHARS], Credit())))
        for name in _BREAKS.split(_byline(part) or part)
        for piece in _name_and_more(name.strip(_EDGES))
        if piece and not _is_no_author(piece)
    ]
    named = [piece for piece in pieces if has_given_name(piece) or not _ROLE.fullmatch(piece)]
    return tuple(named or pieces)


def _name_and_more(words: str) -> list[str]:
    """Split a name from its suffixes; an office ("Ministry of Trade") is kept whole."""
    pieces = _pieces(words)
    return pieces if pieces and is_person(pieces[0]) else [words]


def is_role(words: str) -> bool:
    """Return whether a line is an author's role, and perhaps place: "Russia editor, Moscow"."""
    first, *rest = [piece for piece in _pieces(words[:_MAX_CHARS]) if piece] or [""]
    outlets = Credit()
    return _ROLE.fullmatch(first) is not None and all(
        _read_outlet(piece, outlets) or is_place(piece) or _ROLE.fullmatch(piece) for piece in rest
    )


def _is_no_author(piece: str) -> bool:
    """Return whether a piece of a page's byline is a day, a time or a place."""
    is_aside = _TIMED.fullmatch(piece) or _ASIDE.fullmatch(piece)
    has_number = any(map(str.isdigit, piece))
    is_where = piece.startswith("in ") or (" " in piece and is_place_name(piece))
    return bool(is_aside) or has_number or is_where


def is_place_line(words: str) -> bool:
    """Return whether the words are a place, and perhaps its country: "MURMANSK, Russia"."""
    names = [name for name in re.split(r"\s*[,.]\s*", words.strip()) if name]
    return bool(names) and all(map(is_place, names))


def _without_days(words: str, credit: Credit) -> str:
    """Remove the days from a line, leaving a separator in their place."""
    for _ in range(_MAX_DAYS):
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
    """Parse an unambiguous part, or keep an ambiguous one; False ends the line."""
    if named := _byline(part):
        return _read_names(named, credit)
    if _TIMED.fullmatch(part):
        credit.role = credit.role or "date"
    elif not _ASIDE.fullmatch(part):
        credit.bare.append(part)
    return True


def _byline(words: str) -> str:
    """Return what follows "By" (in other languages only before a name or an outlet), or ''."""
    if by := _BY.match(words):
        return words[by.end() :]
    by = _FOREIGN_BY.match(words)
    named = words[by.end() :] if by else ""
    first = next(filter(None, _pieces(named)), "")
    return named if is_person(first) or first.lower() in publishers() else ""


def _read_names(words: str, credit: Credit) -> bool:
    """Parse what follows "By": a person, an agency or a desk first, then its suffixes."""
    pieces = [piece for piece in _pieces(words) if piece]
    for index, piece in enumerate(pieces):
        if _read_outlet(piece, credit) or _ROLE.fullmatch(piece):
            continue
        if is_person(piece) or _HAN_NAME.fullmatch(piece):
            credit.authors += (piece,)
        elif index == 0 or not is_place(piece):
            return False
    if bracket := _BRACKET.search(words):
        credit.agency = credit.agency or bracket[1]
    credit.role = "byline"
    return bool(pieces)


def _read_bare(part: str, credit: Credit) -> bool:
    """Parse a part next to a day or a byline: persons, outlets, desks and places."""
    for piece in filter(None, _pieces(part)):
        if _read_outlet(piece, credit) or _ROLE.fullmatch(piece):
            continue
        if is_person(piece):
            if credit.role != "byline":  # beside a byline it is a place of two words
                credit.authors += (piece,)
        elif not is_place(piece):
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
        for name in _BREAKS.split(belonging)
        for piece in _without_outlet(name)
    ]


def _without_outlet(words: str) -> list[str]:
    """Split a name from the outlet or the desk right after it: "JANE DOE Associated Press".

    If the outlet is unknown, capitals show where the name ends.
    """
    if (known := _known_outlet().fullmatch(words)) and is_person(known["name"]):
        return list(filter(None, known.groups()))
    parts = words.split()
    capitals = len(list(takewhile(str.isupper, parts)))
    name, rest = " ".join(parts[:capitals]), " ".join(parts[capitals:])
    if rest and is_person(name) and (_OUTLET.search(rest) or _ROLE.fullmatch(rest)):
        return [name, rest]
    return [words]


@cache
def _known_outlet() -> re.Pattern[str]:
    """Return the pattern of a name and a known outlet, perhaps with a role there."""
    names = {row["name"] for row in publishers().values()}
    names |= {name.upper() for name in names}
    known = "|".join(map(re.escape, sorted(names, key=len, reverse=True))) or "(?!)"
    return re.compile(rf"(?P<name>\S.*?)\s({known})(?:\s((?i:{_ROLE.pattern})))?")


def _read_outlet(piece: str, credit: Credit) -> bool:
    """Parse an agency or a publisher, known or recognisable by its name."""
    row = publishers().get(piece.lower())
    if row and row["kind"] == "agency":
        credit.agency = credit.agency or row["name"]
    elif row or (_OUTLET.search(piece) and piece[0].isupper() and not has_given_name(piece)):
        credit.publisher = credit.publisher or (row["name"] if row else piece)
    else:
        return False
    return True
