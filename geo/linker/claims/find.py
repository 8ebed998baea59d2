"""Find what a text claims in numbers of features of the catalogue; the unclear is left alone."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from geo.linker.claims.claim import Claim
from geo.linker.claims.events import events
from geo.linker.claims.follow import Found, followers
from geo.linker.claims.frames import (
    FAR,
    Before,
    Frame,
    Name,
    after_way,
    find_sentences,
    is_compared,
    make_frame,
    names_of,
    way_before,
    with_anaphors,
    with_short_names,
)
from geo.linker.claims.rules import RULES
from geo.linker.claims.rules_ice import ARCTIC_ICE
from geo.linker.claims.topic import compared_in, topic_of
from geo.linker.claims.units import Measure, find_measures
from geo.linker.claims.years import month_of, year_of

if TYPE_CHECKING:
    from collections.abc import Sequence
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
_A_DECADE = re.compile(
    r"‹n› (?:a|per|each|every|in every|in each) (?:decade|ten years)", re.IGNORECASE
)
_CONTAINER_VOYAGES = "container voyages"
_WHOLE = {"transit", "complete", "full", "total", "through", "recorded"}
"""What voyages may be called and still be all of them."""
_PART = re.compile(
    r"‹n› of (?!(?:cargo|freight|goods|it|this|which|transit)\b|(?:the |its )?‹way)"
    r"|\b(?:first|second|third|last) (?:half|quarter|\w+ months|‹m›)\b"
    r"|\b(?:so far|half|to date|eastbound|westbound|domestic|export|laden|container|chinese"
    r"|of which|of them"
    r"|including|by (?:the end of )?(?:june|july|august|september|october|november))\b"
    r"|\b(?:lng|oil|crude|coal|ore|gas|grain) (?:cargo|shipments|exports|volumes?|traffic"
    r"|transit)",
    re.IGNORECASE,
)
_TRANSIT = re.compile(r"\btransit(?:ed|ing|s)?\b", re.IGNORECASE)
_TRANSIT_CARGO = re.compile(
    r"\btransit (?:cargo|freight|traffic|volumes?|shipments?|shipping|goods)\b"
    r"|\btransit\b(?! (?:voyages?|permits?|fees?|times?|passages?|of )\b)(?:[^;‹›]"
    r"|‹way:\d+›){0,50}\Z",
    re.IGNORECASE,
)
_OF_TRANSIT = re.compile(
    r"‹n› of (?:\w+ )?transit (?:cargo|freight|goods)\b|‹n› in transit\b", re.IGNORECASE
)
_ICE_BEFORE = re.compile(r"\b(?:sea ice|arctic ice|ice (?:cover\w*|extent))\b", re.IGNORECASE)
_WITHOUT_LENGTH = {"cape-of-good-hope"}
"""Ways that end nowhere: "the route" that is so long is another."""
_OF_ICE = {"km2", "mi2", "%"}
"""Units of numbers that may be of the ice that was named before them."""
_OTHER_ICE = {"antarctica", "GL"}
"""Where there is ice that is not the Arctic Ocean's."""
_WAY = re.compile(r"‹way:(\d+)›")
_CAPE = "cape-of-good-hope"
_LONGER = re.compile(r"\b(?:longer|adds?|added|adding|more)\b", re.IGNORECASE)
_SOUTHERN = {"suez", "suez-canal", "panama", "panama-canal", "cape-of-good-hope"}


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
    names = with_short_names(text, names_of(mentions))
    carried: list[list[Name]] = []
    for passage, start, end in passages:
        inside = [name for name in names if start <= name.start < end]
        sentences: list[list[Name]] = []
        last: Claim | None = None
        for sentence in find_sentences(text, start, end):
            known = Known(inside, Before(sentences, carried), (start, sentence[0]), last)
            found, alone = _read_sentence(text, sentence, known, day)
            claims += [replace(claim, passage=passage) for claim in found]
            left += [Left(passage, one.start, one.end) for one in alone]
            sentences.append([one for one in inside if sentence[0] <= one.start < sentence[1]])
            last = found[-1] if found else None
        carried = [*carried[1 - FAR :], inside]
    return Reading(tuple(claims), tuple(left))


class Known(NamedTuple):
    """What a sentence is read with: its passage's names, what stands before, the claim before."""

    names: Sequence[Name]
    before: Before
    earlier: tuple[int, int]
    last: Claim | None


def _read_sentence(
    text: str, sentence: tuple[int, int], known: Known, day: date | None
) -> tuple[list[Claim], list[Measure]]:
    start, end = sentence
    measures = [
        _shifted(one, start)
        for one in find_measures(text[start:end])
        if not (one.unit in _COUNTED and (one.number.high == 1 or _SOME.search(one.phrase)))
    ]
    names = with_anaphors(text, sentence, known.names, known.before)
    way = way_before(text, sentence, known.names, known.before)
    is_ice = bool(_ICE_BEFORE.search(text, *known.earlier)) or (
        known.last is not None and known.last.subject == ARCTIC_ICE
    )
    claims, left = list(events(text, sentence, names)), []
    for measure in measures:
        frame = after_way(make_frame(text, sentence, names, measures, measure), way)
        if is_ice and measure.unit in _OF_ICE:
            frame = replace(frame, words=f"(ice) {frame.words}")
        claim = _claim(frame, measure, text[start:end], start, day)
        if claim is None:
            left.append(measure)
        else:
            claims.append(claim)
    found = Found(claims, left, names, known.last, day)
    fresh = list(followers(text, sentence, found))
    left = [one for one in left if not any(claim.start == one.start for claim in fresh)]
    return sorted([*claims, *fresh], key=lambda one: one.start), left


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
        if rule.about and not topic_of(frame, rule.about):
            continue
        subject, quantity = _subject(rule, found, frame), _quantity(rule, frame)
        if _is_compared(rule, found, frame) or _is_yardstick(rule, found, frame):
            continue
        if not subject or not quantity:
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
            others[0] if len(others) == 1 else compared_in(frame),
            rule.noun or ("decade" if _A_DECADE.search(frame.words) else _noun(measure)),
            month_of(sentence, *at) if quantity.startswith("ice") else 0,
            bool(_PLAN.search(frame.words)),
            _is_part(frame, measure),
            rule.name,
            (start, start + len(sentence)),
        )
    return None


def _subject(rule: Rule, found: re.Match[str], frame: Frame) -> str:
    if rule.about:
        return topic_of(frame, rule.about)
    if not rule.subject:
        subject = frame.feature(found["s"] or found.groupdict().get("t", ""))
        return "" if rule.quantity == "length" and subject in _WITHOUT_LENGTH else subject
    seas = [one for one in frame.features("sea") if one != rule.subject]
    seas += [one for one in frame.features("area", "state") if one in _OTHER_ICE]
    return "" if seas or frame.features("strait", "port") else rule.subject


def _is_compared(rule: Rule, found: re.Match[str], frame: Frame) -> bool:
    """Return whether the name that the rule is about is only compared with: "than by Suez"."""
    sign = found.groupdict().get("s")
    if rule.about or rule.subject or not sign:
        return False
    return is_compared(frame.words[: frame.words.rindex("‹", 0, found.start("s"))])


def _is_yardstick(rule: Rule, found: re.Match[str], frame: Frame) -> bool:
    """Return whether a saving is said of the way that another is compared with.

    Where a sentence names none, that is a southern one named before it: others are shorter than
    those. A canal is no longer than other ways, and the way round the Cape no shorter.
    """
    if not rule.quantity.endswith("saving"):
        return False
    if rule.about:
        topic = topic_of(frame, rule.about)
        is_longer = bool(_LONGER.search(found[0]))
        is_other = is_longer and topic in _SOUTHERN - {_CAPE}
        return is_other or _is_named_behind(frame, topic)
    is_before = frame.words.startswith(f"(‹way:{found['s']}›)")
    subject = frame.feature(found["s"])
    is_longer = bool(_LONGER.search(found[0]))
    is_other = subject in _SOUTHERN and is_longer != (subject == _CAPE)
    return is_other or (is_before and subject in _SOUTHERN)


def _is_named_behind(frame: Frame, subject: str) -> bool:
    """Return whether a southern way stands before the sentence or behind its number only."""
    if subject not in _SOUTHERN:
        return False
    own = [found for found in _WAY.finditer(frame.words) if frame.feature(found[1]) == subject]
    return all(found.start() == 1 or found.start() > frame.words.index("‹n›") for found in own)


def _quantity(rule: Rule, frame: Frame) -> str:
    """Return the quantity; cargo in transit is one of its own, and what may be either is none."""
    at = frame.words.index("‹n›")
    before, behind = frame.words[:at].rpartition(";")[2], frame.words[at:].partition(";")[0]
    if rule.quantity != "cargo" or not _TRANSIT.search(before + behind):
        return rule.quantity
    is_own = _TRANSIT_CARGO.search(before) or _OF_TRANSIT.match(behind)
    return "transit cargo" if is_own else ""


def _noun(measure: Measure) -> str:
    words = re.findall(r"[^\W\d_]+", measure.phrase.casefold())
    if measure.unit == "voyages" and "transit" in words:
        return "transits"
    if measure.unit == "voyages" and "container" in words:
        return _CONTAINER_VOYAGES
    return words[-1] if words else ""


def _is_part(frame: Frame, measure: Measure) -> bool:
    """Return whether a total is of a part: of some goods, some ships, or some months."""
    if _noun(measure) == _CONTAINER_VOYAGES:
        return False
    described = re.findall(r"[\w-]+", measure.phrase.casefold())[:-1]
    narrowed = measure.unit == "voyages" and not _WHOLE.issuperset(described)
    return narrowed or bool(_PART.search(frame.words))
