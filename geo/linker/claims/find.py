"""Find what a text claims in numbers of features of the catalogue; the unclear is left alone."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from geo.linker.claims.frames import (
    Frame,
    Name,
    after_way,
    find_sentences,
    make_frame,
    names_of,
    way_before,
    with_anaphors,
)
from geo.linker.claims.rules import RULES
from geo.linker.claims.units import Measure, find_measures
from geo.linker.claims.years import month_of, year_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from geo.linker.claims.rule import Rule
    from geo.linker.mentions import Mention

ENDS = ("port", "state", "group", "area", "sea")
_COUNTED = {"ships", "voyages", "states"}
"""Units of which one alone ("one ship passed") is a story and no figure."""
_SOME = re.compile(
    r"\b(?:new|other|more|additional|extra|such|remaining|former|future|further|planned)\b",
    re.IGNORECASE,
)
"""Words in what is counted that make it some of them: two new members, 41 other ships."""
_PLAN = re.compile(
    r"\b(?:target\w*|plan\w*|goal|aim\w*|expect\w*|forecast\w*|could|would|will|may|might|hop\w+"
    r"|project(?:ed|s)|propos\w+|promis\w+|by 20[2-9]\d|estimates? (?:that )?(?:it|they) |ordered"
    r"|decree\w*|should|set to)\b",
    re.IGNORECASE,
)
_A_DECADE = re.compile(r"‹n› (?:a|per|each|every) (?:decade|ten years)", re.IGNORECASE)
_WHOLE = {"transit", "complete", "full", "total", "through", "recorded"}
"""What voyages may be called and still be all of them."""
_PART = re.compile(
    r"‹n› of (?!(?:cargo|freight|goods|it|this|which|transit)\b|(?:the |its )?‹way)"
    r"|\b(?:first|second|third|last) (?:half|quarter|\w+ months)\b"
    r"|\b(?:so far|half|to date|eastbound|westbound|domestic|export|laden|container|chinese"
    r"|of which|of them"
    r"|including|by (?:the end of )?(?:june|july|august|september|october|november))\b"
    r"|\b(?:lng|oil|crude|coal|ore|gas|grain) (?:cargo|shipments|exports|volumes?|traffic|transit)",
    re.IGNORECASE,
)
_TRANSIT = re.compile(r"\btransit(?:ed|ing|s)?\b", re.IGNORECASE)
_TRANSIT_CARGO = re.compile(
    r"\btransit (?:cargo|freight|traffic|volumes?|shipments?)\b", re.IGNORECASE
)
_OF_TRANSIT = re.compile(r"‹n› of transit (?:cargo|freight|goods)\b", re.IGNORECASE)
_SOUTHERN = {"suez", "suez-canal", "panama", "panama-canal", "cape-of-good-hope"}
_COMPARED = re.compile(
    r"\b(?:instead of|than|against|rather than|compared (?:with|to)|versus|unlike|alternative to) "
    r"(?:(?:the|going|sailing|by|via|through|round|around|using|taking|a) )*‹way:\Z",
    re.IGNORECASE,
)
"""Words before the way that another is compared with; it ends where its number begins."""
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


@dataclass(frozen=True)
class Claim:
    """What a passage says in a number: `text[start:end]` is the quote.

    Attributes
    ----------
    quantity
        One of `geo.linker.claims.rules.QUANTITIES`.
    low, high
        Ends of what is said, in `unit`; None where it is open on that side.
    precision
        `exact`, `about`, `least` or `most`.
    year
        The year for which it holds, None where none is stated.
    subject
        Id of the feature that it is chiefly about.
    ends
        Ids of ports, states and seas in the same sentence, in order.
    compared
        Id of the way that a saving is against, or ''.
    noun
        The last word of what is counted (transits, observers); "decade" for a change in ten years.
    month
        The month of an extent or change of the ice, 0 for none.
    is_plan, is_part
        Whether it is a target, a forecast or a possibility; whether it is of a part of the year, of
        the goods or of the ships.
    rule
        Name of the rule that read it.
    sentence
        Where its sentence begins and ends in the text.
    """

    passage: str
    start: int
    end: int
    quantity: str
    low: float | None
    high: float | None
    unit: str
    subject: str
    precision: str = "exact"
    year: int | None = None
    ends: tuple[str, ...] = ()
    compared: str = ""
    noun: str = ""
    month: int = 0
    is_plan: bool = False
    is_part: bool = False
    rule: str = ""
    sentence: tuple[int, int] = (0, 0)


class Left(NamedTuple):
    """A number with a unit that no rule reads: `text[start:end]`."""

    passage: str
    start: int
    end: int


@dataclass(frozen=True)
class Reading:
    """The claims of a text, and the numbers that were left alone, both in order."""

    claims: tuple[Claim, ...]
    left: tuple[Left, ...]


def read_claims(
    text: str,
    passages: Sequence[tuple[str, int, int]],
    mentions: Sequence[Mention],
    day: date | None = None,
) -> Reading:
    """Return what a text claims in numbers.

    Parameters
    ----------
    passages
        Id, start and end of each passage, in order.
    mentions
        The linker's mentions in the text, in order.
    day
        The day of the text, for "last year".
    """
    claims: list[Claim] = []
    left: list[Left] = []
    names = names_of(mentions)
    for passage, start, end in passages:
        inside = [name for name in names if start <= name.start < end]
        before: list[Name] = []
        for sentence in find_sentences(text, start, end):
            found, alone = _read_sentence(text, sentence, (inside, before), day)
            claims += [_placed(claim, passage) for claim in found]
            left += [Left(passage, one.start, one.end) for one in alone]
            before += [name for name in inside if sentence[0] <= name.start < sentence[1]]
    return Reading(tuple(claims), tuple(left))


def _placed(claim: Claim, passage: str) -> Claim:
    return Claim(**{**claim.__dict__, "passage": passage})


def _read_sentence(
    text: str,
    sentence: tuple[int, int],
    known: tuple[Sequence[Name], Sequence[Name]],
    day: date | None,
) -> tuple[list[Claim], list[Measure]]:
    start, end = sentence
    measures = [
        _shifted(one, start)
        for one in find_measures(text[start:end])
        if not (one.unit in _COUNTED and (one.number.high == 1 or _SOME.search(one.phrase)))
    ]
    names = with_anaphors(text, sentence, *known)
    way = way_before(sentence, *known)
    claims, left = list(_events(text, sentence, names)), []
    for measure in measures:
        frame = after_way(make_frame(text, sentence, names, measures, measure), way)
        claim = _claim(frame, measure, text[start:end], start, day)
        if claim is None:
            left.append(measure)
        else:
            claims.append(claim)
    return sorted(claims, key=lambda one: one.start), left


def _shifted(measure: Measure, by: int) -> Measure:
    number = measure.number
    moved = type(number)(
        number.start + by, number.end + by, number.low, number.high, number.precision
    )
    return Measure(moved, measure.unit, measure.end + by, measure.phrase)


def _claim(
    frame: Frame, measure: Measure, sentence: str, start: int, day: date | None
) -> Claim | None:
    for rule in RULES:
        if measure.unit not in rule.units:
            continue
        found = rule.read(frame.words, measure.phrase)
        if found is None or any(len(frame.features(sign)) > 1 for sign in rule.alone):
            continue
        subject, quantity = _subject(rule, found, frame), _quantity(rule, frame)
        if not subject or not quantity or _is_yardstick(rule, found, frame):
            return None
        at = measure.start - start, measure.end - start
        others = [one for one in frame.features("way") if one != subject]
        return Claim(
            "",
            measure.start,
            measure.end,
            quantity,
            measure.number.low,
            measure.number.high,
            measure.unit,
            subject,
            measure.number.precision,
            year_of(sentence, *at, day),
            tuple(one for one in frame.features(*ENDS) if one != subject),
            others[0] if len(others) == 1 else "",
            "decade" if _A_DECADE.search(frame.words) else _noun(measure),
            month_of(sentence, *at) if rule.subject else 0,
            bool(_PLAN.search(frame.words)),
            _is_part(frame, measure),
            rule.name,
            (start, start + len(sentence)),
        )
    return None


def _subject(rule: Rule, found: re.Match[str], frame: Frame) -> str:
    if not rule.subject:
        return frame.feature(found["s"] or found.groupdict().get("t", ""))
    seas = [one for one in frame.features("sea") if one != rule.subject]
    return "" if seas or frame.features("strait", "port") else rule.subject


def _is_yardstick(rule: Rule, found: re.Match[str], frame: Frame) -> bool:
    """Return whether a saving is said of the way that another is compared with.

    That is a way after "instead of" and the like, and, where a sentence names none, a southern one
    named before it: others are shorter than those.
    """
    if not rule.quantity.endswith("saving"):
        return False
    is_before = frame.words.startswith(f"(‹way:{found['s']}›)")
    is_southern = frame.feature(found["s"]) in _SOUTHERN
    return bool(_COMPARED.search(frame.words, 0, found.start("s"))) or (is_before and is_southern)


def _quantity(rule: Rule, frame: Frame) -> str:
    """Return the quantity; cargo in transit is one of its own, and what may be either is none."""
    if rule.quantity != "cargo" or not _TRANSIT.search(frame.words):
        return rule.quantity
    at = frame.words.index("‹n›")
    is_own = _TRANSIT_CARGO.search(frame.words[:at]) or _OF_TRANSIT.search(frame.words)
    return "transit cargo" if is_own else ""


def _noun(measure: Measure) -> str:
    words = re.findall(r"[^\W\d_]+", measure.phrase)
    return words[-1].casefold() if words else ""


def _is_part(frame: Frame, measure: Measure) -> bool:
    """Return whether a total is of a part: of some goods, some ships, or some months."""
    described = re.findall(r"[\w-]+", measure.phrase.casefold())[:-1]
    narrowed = measure.unit == "voyages" and not _WHOLE.issuperset(described)
    return narrowed or bool(_PART.search(frame.words))


def _events(text: str, sentence: tuple[int, int], names: Sequence[Name]) -> Iterator[Claim]:
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
