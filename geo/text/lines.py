"""Classify the lines of an article: date, publisher, byline, caption, boilerplate."""

import datetime as dt
import re
from dataclasses import dataclass, field

from geo.text.credits import is_place_line, publishers, read_credit
from geo.text.dates import as_date, find_day, last_day

_HEADLINE_MAX = 220
_CAPTION_MAX = 400
LOGO = re.compile(r"date (\d{4})-(\d{2})-(\d{2}) (\S+)-logo")
_URL = re.compile(r"https?://\S{4,500}")
_META = re.compile(
    r"(title|headline|date|published|source|publisher|authors?|url|link)\s*:\s+(\S.*)",
    re.IGNORECASE,
)
_HEADING = re.compile(r"#{1,6}\s+(?=\S)")
_CREDIT = re.compile(
    r"\b(?:photo|image|picture|map) (?:credit|courtesy|by)\b|\((?:photo|image|file photo)\b"
    r"|\b(?:photo|image|credit|file photo|illustration)s?:|\bfile photo\b",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(r"(?:©|\(c\)\s*\d{4}|copyright\s+(?:©|\(c\)|\d{4})).*", re.IGNORECASE)
_TAGS = re.compile(r"(?:tags?|keywords)\s*:(.*)", re.IGNORECASE)
_LEAD_AGENCY = re.compile(r"[^()/\n]{0,60}(?:\(([^()]{2,40})\)\s*[-–—]|/(\w{2,20})/)")
_LEAD_MAX = 90
_LEAD_END = re.compile(r"\.?\s*(?:\(|/|[-–—:])")
_FURNITURE = re.compile(
    r"share(?: this)?(?: article| story| post)?|advertisement|subscribe(?: now)?|sign up\b.{0,60}"
    r"|(?:read more|read next|also read)\b.{0,80}|related (?:articles?|stories|news)"
    r"|\d{1,2} min(?:ute)?s?(?: read)?|listen(?: to this)?(?: article)?"
    r"|follow(?: us\b.{0,40})?|(?:total )?views?:? [\d,]+|back to top|comments?(?: \(\d+\))?"
    r"|skip to (?:main )?content|editorial standards\b.{0,60}|[-=_*#~·•—]{3,80}",
    re.IGNORECASE,
)


@dataclass
class Facts:
    """A text's metadata; `last_day` is its latest possible date."""

    headline: str = ""
    publisher: str = ""
    agency: str = ""
    authors: tuple[str, ...] = ()
    date: dt.date | None = None
    updated: dt.date | None = None
    caption: str = ""
    url: str = ""
    url_is_derived: bool = False
    copyright: str = ""
    tags: tuple[str, ...] = ()
    last_day: dt.date = field(default_factory=last_day)

    def unless_future(self, date: dt.date | None) -> dt.date | None:
        """Return a day unless it is in the future."""
        return date if date and date <= self.last_day else None


def read_anywhere(words: str, facts: Facts) -> tuple[str, int]:
    """Return the role that a line has in any position, or ''."""
    role, skip = "", 0
    if len(words) > _CAPTION_MAX:
        return role, skip
    if _FURNITURE.fullmatch(words):
        role = "furniture"
    elif heading := _HEADING.match(words):
        role, skip = "heading" if facts.headline else "headline", heading.end()
        facts.headline = facts.headline or words[skip:]
    elif _COPYRIGHT.fullmatch(words):
        role = "copyright"
        facts.copyright = facts.copyright or words
    elif tags := _TAGS.fullmatch(words):
        role = "tags"
        facts.tags += tuple(tag.strip() for tag in tags[1].split(",") if tag.strip())
    elif _CREDIT.search(words):
        role = "caption"
        facts.caption = facts.caption or words
    return role, skip


def read_in_header(words: str, facts: Facts, *, may_be_alt: bool) -> tuple[str, int]:
    """Return the role of a line above the body, or ''."""
    for read in (_read_logo, _read_address, read_credits, _read_publisher):
        if role := read(words, facts):
            return role, 0
    if len(words) > _HEADLINE_MAX:
        return "", 0
    if meta := _META.fullmatch(words):
        return _read_meta(meta, facts)
    return ("alt", 0) if may_be_alt and words.islower() else _read_headline(words, facts)


def _read_logo(words: str, facts: Facts) -> str:
    logo = LOGO.fullmatch(words)
    if logo is None:
        return ""
    facts.date = facts.unless_future(as_date(logo[1], logo[2], logo[3]))
    facts.publisher = logo[4]
    return "furniture"


def _read_address(words: str, facts: Facts) -> str:
    if not _URL.fullmatch(words):
        return ""
    facts.url = facts.url or words
    return "meta"


def _read_headline(words: str, facts: Facts) -> tuple[str, int]:
    if facts.headline or words.endswith("."):
        return "", 0
    facts.headline = words
    return "headline", 0


def _read_meta(meta: re.Match[str], facts: Facts) -> tuple[str, int]:
    key, value = meta[1].lower(), meta[2].strip()
    if key in {"title", "headline"} and not facts.headline:
        facts.headline = value
        return "headline", meta.start(2)
    if key in {"date", "published"}:
        return read_credits(value, facts), 0
    if key in {"url", "link"}:
        return _read_address(value, facts), 0
    if key in {"source", "publisher"}:
        facts.publisher = facts.publisher or value
        return "publisher", 0
    if key in {"author", "authors"}:
        return read_credits(f"by {value}", facts), 0
    return "", 0


def _read_publisher(words: str, facts: Facts) -> str:
    row = publishers().get(words.lower())
    if row is None:
        return ""
    if row["kind"] == "agency":
        facts.agency = facts.agency or row["name"]
    else:
        facts.publisher = facts.publisher or row["name"]
    return "publisher"


def read_credits(words: str, facts: Facts) -> str:
    """Return the role of a credit line (byline or date), recording its facts, or ''.

    Above the headline a line with a place or a name beside its day is rather the headline.
    """
    credit = read_credit(words)
    if credit is None or (credit.bare and not facts.headline):
        return ""
    facts.authors = facts.authors or credit.authors
    facts.publisher = facts.publisher or credit.publisher
    facts.agency = facts.agency or credit.agency
    facts.date = facts.date or facts.unless_future(credit.date)
    facts.updated = facts.updated or facts.unless_future(credit.updated)
    return credit.role


def read_lead(words: str, facts: Facts) -> None:
    """Record agency and day of the dateline of a first paragraph: "OSLO, 3 May 2025 (AP) - "."""
    if lead := _LEAD_AGENCY.match(words):
        row = publishers().get((lead[1] or lead[2]).lower())
        facts.agency = facts.agency or (row["name"] if row else "")
    day = find_day(words[:_LEAD_MAX])
    if day and _LEAD_END.match(words, day.end) and is_place_line(words[: day.start]):
        facts.date = facts.date or facts.unless_future(day.date)
