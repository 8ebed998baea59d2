"""The form of an article: which lines are headline, caption, byline, body, and which furniture."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from geo.text.credits import as_people, is_role, publishers, read_credit
from geo.text.days import as_date, last_day
from geo.text.lines import (
    LOGO,
    Facts,
    read_anywhere,
    read_credits,
    read_in_header,
    read_lead,
)
from geo.text.persons import has_given_name

_BODY_MIN = 160
_TAG_MAX = 60
_WRAP_MIN, _WRAP_MAX = 40, 110
_CLIPPED = 100
_HEAD_LINES = 12  # among which headline, standfirst and credits stand
_TOP_LINES = 40  # below them no line is one of a header
_STANDFIRSTS = 1  # paragraphs that may stand above the credits
_STANDFIRST_MAX = 400
_LEADS = 2  # paragraphs that may begin with a place and an agency
_LEAD_DATE = re.compile(r"date (\d{4})-(\d{2})-(\d{2}) (?=\S)")
_BY_ALONE = re.compile(r"(?:(?:written|words|story)\s)?by:?|av|af|von|par|por", re.IGNORECASE)
_SENTENCE_ENDS = (".", ".”", '."', "?", "!")


@dataclass(frozen=True)
class Unit:
    """A line, or a paragraph of wrapped lines, with the part it plays."""

    start: int
    end: int
    role: str = "body"


def read_form(text: str, *, today: dt.date | None = None) -> tuple[Facts, list[Unit]]:
    """Return what a text says of itself, and its units in order with their roles.

    Known forms: a saved page (logo line, photo, caption, headline, publisher, date, byline, body,
    copyright, tags), `Title:` lines, Markdown headings, and plain text, whose first short line is
    the headline. What is not clearly something else is body. A day after `today` (in UTC; None for
    the clock's), in any time zone, is not the date of an article.
    """
    facts = Facts(last_day=last_day(today))
    units = _without_lead_date(text, _split(text), facts)
    units = _with_photo_first(text, list(_with_roles(text, units, facts)), facts)
    if not facts.headline and units:
        facts.headline = _clip(text[units[0].start : units[0].end])
    facts.date = facts.date or facts.updated
    _derive_url(facts)
    return facts, units


def _split(text: str) -> list[Unit]:
    units: list[Unit] = []
    block: list[Unit] = []
    start = lines = 0
    for line in text.split("\n"):
        kept = line.strip()
        lines += bool(kept)
        lead = start + len(line) - len(line.lstrip())
        if kept and lines <= _HEAD_LINES and _is_credit(kept):
            units += [*_join_wrapped(block), Unit(lead, lead + len(kept))]
            block = []
        elif kept:
            block.append(Unit(lead, lead + len(kept)))
        elif block:
            units += _join_wrapped(block)
            block = []
        start += len(line) + 1
    return units + _join_wrapped(block)


def _join_wrapped(block: list[Unit]) -> list[Unit]:
    """Make one paragraph of lines that were broken at a fixed width, else leave them as lines."""
    widths = [unit.end - unit.start for unit in block]
    full = widths[:-1]
    if full and all(_WRAP_MIN <= width <= _WRAP_MAX for width in full):
        even = max(full) - min(full) <= max(full) // 3
        if even and widths[-1] <= max(full) + 10:
            return [Unit(block[0].start, block[-1].end)]
    return block


def _without_lead_date(text: str, units: list[Unit], facts: Facts) -> list[Unit]:
    """Take the date off the first line of a saved page whose words follow it."""
    words = text[units[0].start : units[0].end] if units else ""
    lead = _LEAD_DATE.match(words)
    if lead is None or LOGO.fullmatch(words):
        return units
    facts.date = facts.not_ahead(as_date(lead[1], lead[2], lead[3]))
    return [replace(units[0], start=units[0].start + lead.end()), *units[1:]]


def _with_photo_first(text: str, units: list[Unit], facts: Facts) -> list[Unit]:
    """Read a page that begins with its photo: what stands in for it, credit, then the headline."""
    if [unit.role for unit in units[:3]] != ["headline", "caption", "body"]:
        return units
    alt, caption, title = units[:3]
    words = text[title.start : title.end]
    if _is_prose(words) or title.end - title.start < alt.end - alt.start:
        return units
    facts.headline = words
    return [replace(alt, role="alt"), caption, replace(title, role="headline"), *units[3:]]


def _with_roles(text: str, units: list[Unit], facts: Facts) -> Iterator[Unit]:
    in_header, in_tags, has_logo = True, False, False
    may_be_credits, prose = True, 0
    for index, unit in enumerate(units):
        words = text[unit.start : unit.end]
        before, following = (
            text[unit.start : unit.end]
            for unit in (units[max(index - 1, 0)], units[min(index + 1, len(units) - 1)])
        )
        in_tags = in_tags and len(words) <= _TAG_MAX and not words.endswith(".")
        role, skip = ("tags", 0) if in_tags else read_anywhere(words, facts)
        if in_tags:
            facts.tags += (words,)
        if not role and may_be_credits and index < _HEAD_LINES:
            role = _read_signed(words, before, following, facts)
        if not role and in_header and index < _TOP_LINES:
            role, skip = read_in_header(words, facts, may_be_alt=has_logo and index == 1)
        role = role or "body"
        has_logo = has_logo or facts.publisher != ""
        in_tags = role == "tags"
        if role == "body" and _is_prose(words):
            in_header, prose = False, prose + 1
            may_be_credits = prose <= _STANDFIRSTS and len(words) <= _STANDFIRST_MAX
            if prose <= _LEADS:
                read_lead(words, facts)
        yield replace(unit, role=role, start=unit.start + skip)


def _read_signed(words: str, before: str, following: str, facts: Facts) -> str:
    """Read what only its neighbours show: a headline or a name above a line of credits."""
    if facts.headline:
        return read_credits(words, facts) or _read_names(words, before, following, facts)
    is_headline = words.endswith(".") and len(words) <= _BODY_MIN and _is_credit(following)
    if is_headline and not _is_credit(words):
        facts.headline = words
        return "headline"
    return ""


def _read_names(words: str, before: str, following: str, facts: Facts) -> str:
    """Read a line of bare names, the "By" above it, and the role that stands below it."""
    if facts.authors:
        is_again = set(as_people(words)) & set(facts.authors)
        return "byline" if is_again or (as_people(before) and is_role(words)) else ""
    is_by = _BY_ALONE.fullmatch(words) is not None
    names = as_people(following if is_by else words)
    is_below = all(map(has_given_name, names)) and _is_date(before)
    if not names or not (is_by or is_role(following) or _is_date(following) or is_below):
        return ""
    facts.authors = names
    return "byline"


def _is_date(words: str) -> bool:
    credit = read_credit(words)
    return credit is not None and credit.role == "date"


def _is_credit(words: str) -> bool:
    return read_credit(words) is not None


def _is_prose(words: str) -> bool:
    return len(words) > _BODY_MIN or words.endswith(_SENTENCE_ENDS)


def _derive_url(facts: Facts) -> None:
    row = publishers().get(facts.publisher.lower())
    if row and row["url_pattern"] and not facts.url:
        slug = re.sub(r"[^a-z0-9]+", "-", facts.headline.lower()).strip("-")
        facts.url = row["url_pattern"].replace("{slug}", slug)
        facts.url_is_derived = True


def _clip(words: str) -> str:
    first = words.split("\n", 1)[0]
    return first if len(first) <= _CLIPPED else first[:_CLIPPED].rsplit(" ", 1)[0] + " …"
