"""The publication date that a page states.

In this order: the page's metadata, its JSON-LD, an element marked as the date of publication, a day
in the lines of credits around the headline, a day with its label elsewhere, the day in the page's
own address. The day on which a file was made or changed, a day in the prose, in a menu or in a
footer, and one in the future do not count: there is no guess.
"""

import datetime as dt
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from geo.text.credits import Credit, read_credit
from geo.text.dates import UPDATED, as_date, find_day
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
_MAX_SIGNS = 400
_BAR = " | "
"""What pages write between the facts of a line of credits."""


@dataclass(frozen=True, slots=True)
class _DateHint:
    """A place where the page may state a date, in document order."""

    kind: str  # headline, heading, prose, line, time
    words: str = ""
    parts: tuple[str, ...] = ()  # of a line, its pieces
    note: str = ""  # of a time its class and the like
    is_main: bool = False  # inside article or main


@dataclass(slots=True)
class Statements:
    """What a page states, collected while it is parsed.

    `held` are the time elements of the current line: in prose they do not count.
    """

    metas: list[tuple[str, str]] = field(default_factory=list)
    json: list[object] = field(default_factory=list)
    marked: list[_DateHint] = field(default_factory=list)
    signs: list[_DateHint] = field(default_factory=list)
    held: list[_DateHint] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)

    def meta(self, attributes: Mapping[str, str]) -> None:
        """Process a meta element."""
        content = attributes.get("content") or ""
        key = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        if key and content and len(self.metas) < _MAX_SIGNS:
            plain = "".join(filter(str.isalpha, key[:80].lower()))
            self.metas.append((plain, content[:_LONGEST_LINE]))
            if plain == "ogurl":
                self.addresses.append(content)

    def element(
        self, tag: str, attributes: Mapping[str, str], *, is_main: bool, before: str = ""
    ) -> None:
        """Process the attributes of another element outside the margins, and the text before it."""
        if tag == "link" and "canonical" in (attributes.get("rel") or "").lower():
            self.addresses.insert(0, attributes.get("href") or "")
        value = attributes.get("datetime") or attributes.get("content")
        if tag in {"time", "abbr"} and not value:
            value = attributes.get("title")
        if not value:
            return
        label = " updated" if _UPDATED.search(before[-_LABEL_CHARS:]) else ""
        sign = _DateHint(
            "time", value[:_LONGEST_LINE], note=_naming(attributes) + label, is_main=is_main
        )
        if self.is_marked(attributes):
            self._keep(sign, self.marked)
        elif tag == "time":
            self._keep(sign, self.held)

    def take_json(self, source: str) -> str:
        """Process JSON-LD and return it serialised for HTML, or "" if it is broken or long.

        On broken JSON trafilatura would fall back to regular expressions of quadratic cost.
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
        """Process the text of an element marked as the date."""
        line = tuple(filter(None, (part.strip(" \0\n") for part in parts)))
        self._keep(_DateHint("line", parts=line), self.marked)

    def block(self, parts: list[str], *, heading: str, is_main: bool) -> None:
        """Process the text of one line or block outside the margins."""
        words = " ".join(" ".join(parts).split())
        is_prose = len(words) > _LONGEST_LINE or (
            words.endswith(".") and len(words) > _LONGEST_LINE / 2
        )
        if is_prose:
            self._keep(_DateHint("prose"), self.signs)
        else:
            for sign in self.held:
                self._keep(sign, self.signs)
            kind = {"": "line", "h1": "headline"}.get(heading, "heading")
            self._keep(_DateHint(kind, words, tuple(parts), is_main=is_main), self.signs)
        self.held.clear()

    @staticmethod
    def _keep(sign: _DateHint, signs: list[_DateHint]) -> None:
        if len(signs) < _MAX_SIGNS:
            signs.append(sign)

    def published(self, *, title: str, today: dt.date) -> str | None:
        """Return the stated day of publication as ISO 8601, or None.

        Parameters
        ----------
        title
            The page's title, to identify the headline if there is no h1.
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
        matches = filter(None, map(_IN_ADDRESS.match, self.addresses))
        yield from (as_date(*match.groups()) for match in matches)

    def _around_headline(self, title: str) -> Iterator[dt.date | None]:
        """Yield the days of publication in the credits, then those of an update."""
        credited = [credit for sign in self._head(title) if (credit := _credit(sign))]
        yield from (credit.date for credit in credited)
        yield from (credit.updated for credit in credited)

    def _head(self, title: str) -> list[_DateHint]:
        """Return the lines around the headline; without one, those at the top of the article."""
        at = self._headline_at(title)
        below: list[_DateHint] = []
        standfirsts = 0
        for sign in self.signs[at + 1 : at + 1 + _BELOW]:
            standfirsts += sign.kind == "prose"
            if (sign.kind == "headline" and below) or standfirsts > 1:
                break
            if at >= 0 or sign.is_main:
                below.append(sign)
        above: list[_DateHint] = []
        for sign in reversed(self.signs[max(at - _ABOVE, 0) : max(at, 0)]):
            if sign.kind == "prose" or not sign.is_main:
                break
            above.append(sign)
        return [*below, *above]

    def _headline_at(self, title: str) -> int:
        """Return the position of the headline: in the main part, or the last one above the prose.

        Without an h1 it is the heading that the page's title repeats, else -1.
        """
        first = [i for i, sign in enumerate(self.signs) if sign.kind == "headline"]
        prose = next((i for i, sign in enumerate(self.signs) if sign.kind == "prose"), _MAX_SIGNS)
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
    """Return the date in a metadata value, or None."""
    if plain := _PLAIN.match(value.strip()):
        return as_date(*plain.groups())
    day = find_day(value)
    return day.date if day else None


def _is_published(key: str) -> bool:
    """Return whether metadata under this key state the publication date."""
    is_other = any(part in key for part in _OTHER_KEYS)
    return not is_other and any(part in key for part in _PUBLISHED_KEYS)


def _in_json(values: list[object], types: re.Pattern[str]) -> Iterator[str]:
    """Yield the publication dates of the page itself, not of listed or linked pages."""
    waiting = list(values)
    for _ in range(_MAX_SIGNS):
        if not waiting:
            return
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting = [*value[:_MAX_SIGNS], *waiting]
        elif isinstance(value, dict):
            kinds = value.get("@type")
            published = value.get("datePublished")
            if types.match(str(kinds)) and isinstance(published, str):
                yield published
            waiting += [value[key] for key in ("@graph", "mainEntity") if key in value]


def _credit(sign: _DateHint) -> Credit | None:
    """Return the credit that a line or a time element is."""
    if sign.kind not in {"time", "line"}:
        return None
    if sign.kind == "time":
        day = day_of(sign.words)
        is_change = _CHANGED.search(sign.note)
        return Credit(updated=day) if is_change else Credit(date=day)
    parts = [piece for part in sign.parts for piece in part.split(_BAR)]
    labelled = [f"{label} {part}" for label, part in pairwise(parts)]
    whole = (" ".join(parts), _BAR.join(parts))
    tried = (read_credit(words) for words in (*whole, *labelled, *parts))
    return next((credit for credit in tried if credit and (credit.date or credit.updated)), None)
