"""The day on which a page says that its article came out.

In this order: the page's metadata, its JSON-LD, an element marked as the date of publication, a
day in the lines of credits around the headline, a day with its label elsewhere, the day in the
page's own address. The day on which a file was made or changed, a day in the prose, in a menu or in
a footer, and one that lies ahead are none of these: without a statement there is no date.
"""

import datetime as dt
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from geo.text.credits import Credit, read_credit
from geo.text.days import UPDATED, as_date, find_day
from geo.text.readers.limits import HTML_LD_JSON_CHARS

_PUBLISHED_KEYS = ("publish", "publication", "pubdate", "issued", "releasedate", "displaydate")
_OTHER_KEYS = ("publisher", "last", "modif", "updat", "expir", "revis")
_DATE_KEYS = frozenset(
    (
        *("date", "dcdate", "dctermsdate", "sailthrudate", "articledate", "articledateoriginal"),
        *("citationdate", "citationonlinedate", "eprintsdate", "bepresscitationdate"),
    )
)
_ARTICLES = re.compile(r".*(?:article|posting|report|newsstory|review|analysis)", re.IGNORECASE)
_PAGES = re.compile(r".*(?:webpage|creativework|itempage)", re.IGNORECASE)
_MARKED = re.compile(
    r"(?:^|[\s_-])(?:published|pubdate|datepublished|dt-published|(?:article|entry|post|story|"
    r"publi\w+|news)[_-]{1,2}(?:date|time|published|timestamp)|date[_-]published)(?:[\s_-]|$)",
    re.IGNORECASE,
)
_CHANGED = re.compile(r"updat|modif|revis|expir|event|comment", re.IGNORECASE)
_UPDATED = re.compile(rf"\b(?:{UPDATED})(?:\s(?:on|at|am|le|den))?[\s:：]*$", re.IGNORECASE)
_LABEL_CHARS = 40
_IN_ADDRESS = re.compile(
    r"https?://[^?#]{1,300}?/((?:19|20)\d{2})[/-]([01]?\d)[/-]([0-3]?\d)(?:/|-|$)"
)
_PLAIN = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?!\d)")
_LONGEST_LINE = 220
_ABOVE, _BELOW = 6, 20  # lines around the headline
_MOST_SIGNS = 400


@dataclass(frozen=True, slots=True)
class _Sign:
    """A place at which the page may state a day, in the order of the page."""

    kind: str  # headline, heading, prose, line, time
    words: str = ""
    note: str = ""  # of a time its class and the like
    is_main: bool = False  # inside article or main


@dataclass(slots=True)
class Statements:
    """What a page states, gathered while it is read.

    `held` are the time elements of the line that is being read: in prose they state nothing.
    """

    metas: list[tuple[str, str]] = field(default_factory=list)
    json: list[object] = field(default_factory=list)
    marked: list[_Sign] = field(default_factory=list)
    signs: list[_Sign] = field(default_factory=list)
    held: list[_Sign] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)

    def meta(self, attributes: Mapping[str, str]) -> None:
        """Take a meta element."""
        content = attributes.get("content") or ""
        key = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        if key and content and len(self.metas) < _MOST_SIGNS:
            plain = "".join(filter(str.isalpha, key[:80].lower()))
            self.metas.append((plain, content[:_LONGEST_LINE]))
            if plain == "ogurl":
                self.addresses.append(content)

    def element(
        self, tag: str, attributes: Mapping[str, str], *, is_main: bool, before: str = ""
    ) -> None:
        """Take the attributes of any other element outside the margins, and the words before it."""
        if tag == "link" and "canonical" in (attributes.get("rel") or "").lower():
            self.addresses.insert(0, attributes.get("href") or "")
        value = attributes.get("datetime") or attributes.get("content")
        if tag in {"time", "abbr"} and not value:
            value = attributes.get("title")
        if not value:
            return
        label = " updated" if _UPDATED.search(before[-_LABEL_CHARS:]) else ""
        sign = _Sign("time", value[:_LONGEST_LINE], _naming(attributes) + label, is_main)
        if self.is_marked(attributes):
            self._keep(sign, self.marked)
        elif tag == "time":
            self._keep(sign, self.held)

    def take_json(self, source: str) -> str:
        """Take JSON-LD, and return it written anew for HTML, or "" where it is broken or long.

        On broken JSON the article finder would fall back to patterns of quadratic cost.
        """
        if len(source) > HTML_LD_JSON_CHARS:
            return ""
        try:
            data = json.loads(source)
            written = json.dumps(data).replace("<", "\\u003c")
        except (ValueError, RecursionError):
            return ""
        self.json.append(data)
        return written

    def is_marked(self, attributes: Mapping[str, str]) -> bool:
        """Return whether an element says that it holds the day of publication."""
        naming = _naming(attributes)
        is_published = "pubdate" in attributes or _MARKED.search(naming) is not None
        return is_published and not _CHANGED.search(naming)

    def mark(self, parts: list[str]) -> None:
        """Take the words of an element that is marked so."""
        line = " | ".join(filter(None, (part.strip(" \0\n") for part in parts)))
        self._keep(_Sign("line", line), self.marked)

    def block(self, parts: list[str], *, heading: str, is_main: bool) -> None:
        """Take the words of one line or block outside the margins."""
        words = " ".join(" ".join(parts).split())
        is_prose = len(words) > _LONGEST_LINE or (
            words.endswith(".") and len(words) > _LONGEST_LINE / 2
        )
        if is_prose:
            self._keep(_Sign("prose"), self.signs)
        else:
            for sign in self.held:
                self._keep(sign, self.signs)
            kind = {"": "line", "h1": "headline"}.get(heading, "heading")
            shown = words if heading else " | ".join(parts)
            self._keep(_Sign(kind, shown, is_main=is_main), self.signs)
        self.held.clear()

    @staticmethod
    def _keep(sign: _Sign, signs: list[_Sign]) -> None:
        if len(signs) < _MOST_SIGNS:
            signs.append(sign)

    def published(self, *, title: str, today: dt.date) -> str | None:
        """Return the stated day of publication as ISO 8601, or None.

        Parameters
        ----------
        title
            The page's title, to tell which heading is the headline where none is of the first rank.
        today
            The last day that can be the date of an article.
        """
        for date in self._dates(title):
            if date and date <= today:
                return date.isoformat()
        return None

    def _dates(self, title: str) -> Iterator[dt.date | None]:
        """Yield what the page states, the best statement first."""
        yield from (day_of(value) for key, value in self.metas if _is_published(key))
        yield from (day_of(value) for value in _in_json(self.json, _ARTICLES))
        yield from (credit.date for credit in filter(None, map(_credit, self.marked)))
        yield from (day_of(value) for key, value in self.metas if key in _DATE_KEYS)
        yield from (day_of(value) for value in _in_json(self.json, _PAGES))
        yield from self._around_headline(title)
        told = filter(None, map(_IN_ADDRESS.match, self.addresses))
        yield from (as_date(*match.groups()) for match in told)

    def _around_headline(self, title: str) -> Iterator[dt.date | None]:
        """Yield the days of publication in the credits, then those of an update."""
        credited = [credit for sign in self._head(title) if (credit := _credit(sign))]
        yield from (credit.date for credit in credited)
        yield from (credit.updated for credit in credited)

    def _head(self, title: str) -> list[_Sign]:
        """Return the lines around the headline; without one, those at the top of the article."""
        at = self._headline_at(title)
        below: list[_Sign] = []
        standfirsts = 0
        for sign in self.signs[at + 1 : at + 1 + _BELOW]:
            standfirsts += sign.kind == "prose"
            if (sign.kind == "headline" and below) or standfirsts > 1:
                break
            if at >= 0 or sign.is_main:
                below.append(sign)
        above: list[_Sign] = []
        for sign in reversed(self.signs[max(at - _ABOVE, 0) : max(at, 0)]):
            if sign.kind == "prose" or not sign.is_main:
                break
            above.append(sign)
        return [*below, *above]

    def _headline_at(self, title: str) -> int:
        """Return where the headline stands: in the main part, or as the last one above the prose.

        Without a heading of the first rank it is the one that the page's title repeats, else -1.
        """
        first = [i for i, sign in enumerate(self.signs) if sign.kind == "headline"]
        prose = next((i for i, sign in enumerate(self.signs) if sign.kind == "prose"), _MOST_SIGNS)
        in_main = [i for i in first if self.signs[i].is_main]
        before = [i for i in first if i < prose]
        if in_main or before or first:
            return (in_main or before[-1:] or first)[0]
        low = title.casefold()
        named = (
            i
            for i, sign in enumerate(self.signs)
            if sign.kind == "heading" and sign.words.casefold() in low
        )
        return next(named, -1)


def _naming(attributes: Mapping[str, str]) -> str:
    return " ".join((attributes.get(name) or "")[:200] for name in ("class", "itemprop", "id"))


def day_of(value: str) -> dt.date | None:
    """Return the day that a value of metadata tells, or None."""
    if plain := _PLAIN.match(value.strip()):
        return as_date(*plain.groups())
    day = find_day(value)
    return day.date if day else None


def _is_published(key: str) -> bool:
    """Return whether metadata under this key tell the day of publication."""
    is_other = any(part in key for part in _OTHER_KEYS)
    return not is_other and any(part in key for part in _PUBLISHED_KEYS)


def _in_json(values: list[object], types: re.Pattern[str]) -> Iterator[str]:
    """Yield the days of publication of what a page says it is; not of what it lists or links."""
    waiting = list(values)
    for _ in range(_MOST_SIGNS):
        if not waiting:
            return
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting = [*value[:_MOST_SIGNS], *waiting]
        elif isinstance(value, dict):
            kinds = value.get("@type")
            published = value.get("datePublished")
            if types.match(str(kinds)) and isinstance(published, str):
                yield published
            waiting += [value[key] for key in ("@graph", "mainEntity") if key in value]


def _credit(sign: _Sign) -> Credit | None:
    """Return the credit that a line or a time element is."""
    if sign.kind not in {"time", "line"}:
        return None
    if sign.kind == "time":
        day = day_of(sign.words)
        is_change = _CHANGED.search(sign.note)
        return Credit(updated=day) if is_change else Credit(date=day)
    parts = sign.words.split(" | ")
    labelled = [f"{label} {part}" for label, part in pairwise(parts)]
    tried = (read_credit(words) for words in (" ".join(parts), sign.words, *labelled, *parts))
    return next((credit for credit in tried if credit and (credit.date or credit.updated)), None)
