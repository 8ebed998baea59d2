"""The layout of an article: which lines are headline, caption, byline, body or boilerplate."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from geo.text.credits import is_role, parse_people, publishers, read_credit
from geo.text.dates import as_date, last_day
from geo.text.lines import (
    LOGO,
    Facts,
    read_anywhere,
    read_credits,
    read_in_header,
    read_lead,
)
from geo.text.person_names import has_given_name

_BODY_MIN = 160
_TAG_MAX = 60
_WRAP_MIN, _WRAP_MAX = 40, 110
_CLIPPED = 100
_HEAD_LINES = 12  # in which headline, standfirst and credits are
_TOP_LINES = 40  # below them no line is one of a header
_STANDFIRSTS = 1  # paragraphs that may be above the credits
_STANDFIRST_MAX = 400
_LEADS = 2  # paragraphs that may begin with a place and an agency
_LEAD_DATE = re.compile(r"date (\d{4})-(\d{2})-(\d{2}) (?=\S)")
_BY_ALONE = re.compile(r"(?:(?:written|words|story)\s)?by:?|av|af|von|par|por", re.IGNORECASE)
_SENTENCE_ENDS = (".", ".”", '."', "?", "!")


@dataclass(frozen=True)
class Block:
    """A line, or a paragraph of wrapped lines, with its role."""

    start: int
    end: int
    role: str = "body"


def read_layout(text: str, *, today: dt.date | None = None) -> tuple[Facts, list[Block]]:
    """Return a text's metadata, and its blocks in order with their roles.

    Known forms: a saved page (logo line, photo, caption, headline, publisher, date, byline, body,
    copyright, tags), `Title:` lines, Markdown headings, and plain text, whose first short line is
    the headline. What is not clearly something else is body. A day after `today` (in UTC; None for
    the clock's), in any time zone, is not the date of an article.
    """
    facts = Facts(last_day=last_day(today))
    blocks = _without_lead_date(text, _split(text), facts)
    blocks = _with_photo_first(text, list(_with_roles(text, blocks, facts)), facts)
    if not facts.headline and blocks:
        facts.headline = _clip(text[blocks[0].start : blocks[0].end])
    facts.date = facts.date or facts.updated
    _derive_url(facts)
    return facts, blocks


def _split(text: str) -> list[Block]:
    blocks: list[Block] = []
    gathered: list[Block] = []
    start = lines = 0
    for line in text.split("\n"):
        kept = line.strip()
        lines += bool(kept)
        lead = start + len(line) - len(line.lstrip())
        if kept and lines <= _HEAD_LINES and _is_credit(kept):
            blocks += [*_join_wrapped(gathered), Block(lead, lead + len(kept))]
            gathered = []
        elif kept:
            gathered.append(Block(lead, lead + len(kept)))
        elif gathered:
            blocks += _join_wrapped(gathered)
            gathered = []
        start += len(line) + 1
    return blocks + _join_wrapped(gathered)


def _join_wrapped(lines: list[Block]) -> list[Block]:
    """Join lines that were wrapped at a fixed width into a paragraph, else keep them."""
    widths = [line.end - line.start for line in lines]
    full = widths[:-1]
    if full and all(_WRAP_MIN <= width <= _WRAP_MAX for width in full):
        even = max(full) - min(full) <= max(full) // 3
        if even and widths[-1] <= max(full) + 10:
            return [Block(lines[0].start, lines[-1].end)]
    return lines


def _without_lead_date(text: str, blocks: list[Block], facts: Facts) -> list[Block]:
    """Split off the date at the beginning of a saved page's first line."""
    words = text[blocks[0].start : blocks[0].end] if blocks else ""
    lead = _LEAD_DATE.match(words)
    if lead is None or LOGO.fullmatch(words):
        return blocks
    facts.date = facts.unless_future(as_date(lead[1], lead[2], lead[3]))
    return [replace(blocks[0], start=blocks[0].start + lead.end()), *blocks[1:]]


def _with_photo_first(text: str, blocks: list[Block], facts: Facts) -> list[Block]:
    """Parse a page that begins with its photo: alt text, credit, then the headline."""
    if [block.role for block in blocks[:3]] != ["headline", "caption", "body"]:
        return blocks
    alt, caption, title = blocks[:3]
    words = text[title.start : title.end]
    if _is_prose(words) or title.end - title.start < alt.end - alt.start:
        return blocks
    facts.headline = words
    return [replace(alt, role="alt"), caption, replace(title, role="headline"), *blocks[3:]]


def _with_roles(text: str, blocks: list[Block], facts: Facts) -> Iterator[Block]:
    in_header, in_tags, has_logo = True, False, False
    may_be_credits, prose = True, 0
    for index, block in enumerate(blocks):
        words = text[block.start : block.end]
        before, following = (
            text[block.start : block.end]
            for block in (blocks[max(index - 1, 0)], blocks[min(index + 1, len(blocks) - 1)])
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
        yield replace(block, role=role, start=block.start + skip)


def _read_signed(words: str, before: str, following: str, facts: Facts) -> str:
    """Parse what is clear only from its neighbours: a headline or a name above a credit line."""
    if facts.headline:
        return read_credits(words, facts) or _read_names(words, before, following, facts)
    is_headline = words.endswith(".") and len(words) <= _BODY_MIN and _is_credit(following)
    if is_headline and not _is_credit(words):
        facts.headline = words
        return "headline"
    return ""


def _read_names(words: str, before: str, following: str, facts: Facts) -> str:
    """Parse a line of bare names, with the "By" above and the role below it."""
    if facts.authors:
        is_again = set(parse_people(words)) & set(facts.authors)
        return "byline" if is_again or (parse_people(before) and is_role(words)) else ""
    is_by = _BY_ALONE.fullmatch(words) is not None
    names = parse_people(following if is_by else words)
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
