"""The lines of an article one by one: date, publisher, byline, caption, furniture."""

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache

from geo.text.tables import read_table

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
_BYLINE = re.compile(r"by:?\s+(\S.{2,150})", re.IGNORECASE)
_BYLINE_END = re.compile(r"\s*(?:\(([^()]{2,40})\))?\s*[-–—|,]?\s*")
_PERSON = re.compile(
    r"[^\W\d_][\w.'’-]*(?: (?:de |van |von |der |af |bin |al )*[^\W\d_][\w.'’-]*){1,4}"
)
_LEAD_AGENCY = re.compile(r"[^()\n]{0,60}\(([^()]{2,40})\)\s*[-–—]")
_FURNITURE = re.compile(
    r"share(?: this)?(?: article| story| post)?|advertisement|subscribe(?: now)?|sign up\b.{0,60}"
    r"|(?:read more|read next|also read)\b.{0,80}|related (?:articles?|stories|news)"
    r"|follow us\b.{0,40}|(?:total )?views?:? [\d,]+|back to top|comments?(?: \(\d+\))?"
    r"|skip to (?:main )?content|editorial standards\b.{0,60}|[-=_*#~·•—]{3,80}",
    re.IGNORECASE,
)
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = r"(?P<n>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_LEAD = r"(?:(?:published|updated|posted|date)\b[ :]*(?:on )?)?(?:\w{3,6}day,? )?"
_DATES = tuple(
    re.compile(_LEAD + form + r"(?:(?:,| at|T)?\s*\d{1,2}:\d{2}.{0,20})?", re.IGNORECASE)
    for form in (
        r"(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})",
        _MONTH + r" (?P<d>\d{1,2})(?:st|nd|rd|th)?,? (?P<y>\d{4})",
        r"(?P<d>\d{1,2})(?:st|nd|rd|th)? " + _MONTH + r",? (?P<y>\d{4})",
    )
)


@dataclass
class Facts:
    """What a text says of itself."""

    headline: str = ""
    publisher: str = ""
    agency: str = ""
    authors: tuple[str, ...] = ()
    date: dt.date | None = None
    caption: str = ""
    url: str = ""
    url_is_derived: bool = False
    copyright: str = ""
    tags: tuple[str, ...] = ()


PUBLISHER_COLUMNS = ("name", "kind", "logo", "domain", "url_pattern", "source")


@cache
def publishers() -> dict[str, dict[str, str]]:
    """Return the publishers and agencies of data/publishers.csv by their lower-case name.

    Rows that cannot be read are left out: an article is worth reading without its publisher.
    """
    rows = read_table("publishers.csv", columns=PUBLISHER_COLUMNS, problems=[])
    return {row["name"].lower(): row for row in rows}


def read_anywhere(words: str, facts: Facts) -> tuple[str, int]:
    """Return the role that a line has wherever it stands, or no role."""
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
    """Return the role of a line above the body, or no role."""
    for read in (_read_logo, _read_address, _read_date, _read_publisher, _read_byline):
        if role := read(words, facts):
            return role, 0
    if len(words) > _HEADLINE_MAX:
        _read_lead_agency(words, facts)
        return "", 0
    if meta := _META.fullmatch(words):
        return _read_meta(meta, facts)
    return ("alt", 0) if may_be_alt and words.islower() else _read_headline(words, facts)


def _read_logo(words: str, facts: Facts) -> str:
    logo = LOGO.fullmatch(words)
    if logo is None:
        return ""
    facts.date, facts.publisher = as_date(logo[1], logo[2], logo[3]), logo[4]
    return "furniture"


def _read_address(words: str, facts: Facts) -> str:
    if not _URL.fullmatch(words):
        return ""
    facts.url = facts.url or words
    return "meta"


def _read_headline(words: str, facts: Facts) -> tuple[str, int]:
    if facts.headline or words.endswith("."):
        _read_lead_agency(words, facts)
        return "", 0
    facts.headline = words
    return "headline", 0


def _read_meta(meta: re.Match[str], facts: Facts) -> tuple[str, int]:
    key, value = meta[1].lower(), meta[2].strip()
    if key in {"title", "headline"} and not facts.headline:
        facts.headline = value
        return "headline", meta.start(2)
    if key in {"date", "published"}:
        return _read_date(value, facts), 0
    if key in {"url", "link"}:
        return _read_address(value, facts), 0
    if key in {"source", "publisher"}:
        facts.publisher = facts.publisher or value
        return "publisher", 0
    if key in {"author", "authors"}:
        return _read_byline(f"by {value}", facts), 0
    return "", 0


def _read_date(words: str, facts: Facts) -> str:
    for form in _DATES:
        if match := form.fullmatch(words):
            parts = match.groupdict()
            month = parts.get("m") or str(_MONTHS.index(parts["n"].lower()) + 1)
            found = as_date(parts["y"], month, parts["d"])
            facts.date = facts.date or found
            return "date" if found else ""
    return ""


def as_date(year: str, month: str, day: str) -> dt.date | None:
    """Return the date, or nothing where there is no such day."""
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None


def _read_publisher(words: str, facts: Facts) -> str:
    row = publishers().get(words.lower())
    if row is None:
        return ""
    if row["kind"] == "agency":
        facts.agency = facts.agency or row["name"]
    else:
        facts.publisher = facts.publisher or row["name"]
    return "publisher"


def _read_byline(words: str, facts: Facts) -> str:
    match = _BYLINE.fullmatch(words)
    if match is None:
        return ""
    names, _, rest = match[1].partition("(")
    ending = _BYLINE_END.fullmatch("(" + rest if rest else "")
    authors = _as_people(names.strip(" -–—|"))
    if ending is None or not authors:
        return ""
    facts.authors = facts.authors or authors
    facts.agency = facts.agency or (ending[1] or "")
    return "byline"


def _as_people(words: str) -> tuple[str, ...]:
    """Return the names in a list of persons, or nothing when one of them is no person's name."""
    names = [name.strip() for name in re.split(r",? and |, | & ", words)]
    if all(_PERSON.fullmatch(name) and name[0].isupper() for name in names):
        return tuple(names)
    return ()


def _read_lead_agency(words: str, facts: Facts) -> None:
    match = _LEAD_AGENCY.match(words)
    if match and (row := publishers().get(match[1].lower())):
        facts.agency = facts.agency or row["name"]
