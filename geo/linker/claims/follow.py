"""Numbers that lean on a claim before them: "up from 11 in 2024", "(3,500 miles)", "and 12 days".

Such a number says neither what it counts nor what it is about; it takes both from the claim. It is
read only where the words between the two and those behind it leave no other reading.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from geo.linker.claims.numbers import Number, find_numbers
from geo.linker.claims.units import Measure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from geo.linker.claims.claim import Claim
    from geo.linker.claims.frames import Name

_YEAR = r"(?:19|20)\d\d"
_WHEN = (
    rf"(?:(?:(?:in|of|for|by) (?:the )?(?P<stated>{_YEAR}))|(?P<before>(?:a|one) year (?:earlier"
    rf"|before"
    r"|ago)|the (?:year before|previous year)|in the previous year)|(?P<last>last (?:year"
    r"|season))"
    r")(?!\w)"
)
_TIME = rf"(?: (?:in|for|of) {_YEAR}| (?:last|this) (?:year|season|summer|winter)| a year earlier)?"
_LINK = (
    r"(?:,? (?:up|down) from|,?(?: as)? compared (?:with|to)|,? (?:as )?against|,? versus|,? from"
    r"|,? second only to the|,? and|,|[;,] (?:the|its) (?:old|previous|former|last) record of)"
)
_STRONG = (
    r"(?:,? (?:up|down)(?: [\d.]+ ?(?:%|per ?cent))? from|,(?: as)? compared (?:with|to)"
    r"|,(?: as)? against|, versus)"
)
_COMPARED = re.compile(
    rf"(?:{_TIME}(?: [a-z-]+){{0,2}}?{_LINK}|[^;:.]{{0,90}}?{_STRONG}) (?:just |only )?",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r"[^;:.]{0,60}, (?P<which>of which )?", re.IGNORECASE)
_BEHIND = re.compile(r" of (?:them|these)\b", re.IGNORECASE)
_FROM = re.compile(r"[^;:.]{0,60}?,? (?:up|down) from (?:just |only )?", re.IGNORECASE)
_IN_AND_IN = re.compile(
    rf"[^;:.]{{0,60}}? (?:in|by) {_YEAR}(?:,? and|,? but|,)(?: (?:only|just|then))? ", re.IGNORECASE
)
_RECORD = re.compile(
    r"(?:[^;:.]{0,60}[;.] |, )(?:the|its) (?:old |previous |all-time )?record (?:is|was|stands at"
    r"|remains|of) ",
    re.IGNORECASE,
)
_SET_IN = re.compile(rf"(?:,? (?:set |made |reached )?(?:in|of) (?P<year>{_YEAR}))?(?=[.,;])")
_SINCE = re.compile(
    rf"[^.;:]{{0,60}}\b(?:since|than in|as in) (?P<stated>{_YEAR}), when ", re.IGNORECASE
)
_AFTER = re.compile(rf"(?: (?:were|was) [a-z]+| set| (?:were|was) set)? {_WHEN}", re.IGNORECASE)
_IT_WAS_SAID = (
    rf"(?:in (?P<stated>{_YEAR})|(?P<before>a year (?:earlier|before)|the year before)"
    r"|(?P<last>last year)),? (?:it was|there (?:were|had been)|they were|the (?:figure|number)"
    r" was)"
    r"(?: only| just)? "
)
_IT_WAS = re.compile(rf"\W*{_IT_WAS_SAID}", re.IGNORECASE)
_IT_WENT = re.compile(
    r"\W*(?:it|this|the figure) (?:(?:then|later|has since|had) )?(?:recovered|rose|fell|grew"
    r"|climbed"
    r"|dropped) to ",
    re.IGNORECASE,
)
_AND_BY = re.compile(
    r"[^;.‹›]{0,70}(?:,? or|,? and|,? but|;|, against|,? (?:rather|less|more) than|,? instead of"
    r"|,) ",
    re.IGNORECASE,
)
_VIA = re.compile(
    r" (?:(?:one way|at sea) )?(?:via|by(?: way of)?|round|around|through|along|over|on"
    r"|in) (?:the )?",
    re.IGNORECASE,
)
_AND_VIA = re.compile(
    r"[^;.‹›]{0,40}(?:,? and|,? but|;|, while|, against)"
    r" (?:via|by(?: way of)?|round|around|through|along|over|on) (?:the )?",
    re.IGNORECASE,
)
_IT_IS = re.compile(
    r",? (?:(?:it|that) (?:is|was|takes|took|needs) )?(?:only |just )?", re.IGNORECASE
)
_AGAINST = re.compile(r" (?:against|over|compared with|compared to) (?:the )?", re.IGNORECASE)
_BY_WAY = {"time", "time saving", "distance", "distance saving", "ships", "voyages"}
_AND_ANOTHER = re.compile(
    rf"{_TIME}(?: [\w-]+){{0,4}}?(?:,|;|,? and|, while|, but|\.)(?: the)? ", re.IGNORECASE
)
_HAS = re.compile(
    r",?(?:[’']s)?(?: has| had| operates| owns| runs| counts| boasts| fields| keeps| handled"
    r"| shipped| moved| saw"
    r"| recorded)?(?: only| just)? ",
    re.IGNORECASE,
)
_ALONE = re.compile(rf"{_TIME}(?:,|;|\.| and\b| but\b|$)")
_LISTED = {"ships": "state", "cargo": "port", "containers": "port"}
"""What a list gives for one place after another: "Murmansk handled 56 million, Sabetta 28"."""
_THEN = re.compile(rf"[^;:.]{{0,60}}(?:;|, (?:and|but)) {_IT_WAS_SAID}", re.IGNORECASE)
_ENDS = re.compile(r"\s*(?:[.;!?]|$|, (?:and|but)\b|in all\b)", re.IGNORECASE)
_BRACKET = re.compile(r"\s?\(")
_PAIR = re.compile(r",? and (?:by )?")
_OTHER_STATES = re.compile(r"[^;:.]{0,45} and ")
_OR = re.compile(r",? or ")
_LENGTHS, _AREAS = {"nm", "km", "mi"}, {"km2", "mi2"}
_COUNTED = {"voyages", "ships", "states"}
_FOLLOWED = {"cargo", "transit cargo", "voyages", "ships", "containers", "ice extent"}
_AGAINST_IN = re.compile(
    r"[^;:.\d]{0,40}, (?:as )?(?:against|compared with|compared to) (?:just |only )?", re.IGNORECASE
)
_MONTHS = "|".join(name for name in calendar.month_name if name)
_IN_MONTH = re.compile(rf" in (?:the same \w+ of|{_MONTHS})(?: (?P<year>{_YEAR}))?(?!\w)")
_SHARED = {"cargo", "transit cargo", "voyages", "ships"}
_OF_IT = re.compile(r" of (?:it|them|this|these|which)\b", re.IGNORECASE)
_ABOUT = {"way", "strait", "sea", "port"}
_NEAR = 25
_MILLION, _MOST_BARE = 1e6, 1000.0
_YEARS = range(1900, 2101)


class Found(NamedTuple):
    """What is known of a sentence: claims, numbers left, names, the claim before, the day."""

    claims: Sequence[Claim]
    left: Sequence[Measure]
    names: Sequence[Name]
    before: Claim | None
    day: date | None


def followers(text: str, sentence: tuple[int, int], found: Found) -> Iterator[Claim]:
    """Yield the numbers of a sentence that lean on a claim before them, in order."""
    if not found.claims and found.before is None:
        return
    waiting = sorted([*found.left, *_bare(text, sentence, found)], key=lambda one: one.start)
    fresh: list[Claim] = []
    for one in waiting:
        earlier = [claim for claim in (*found.claims, *fresh) if claim.end <= one.start]
        last = max(earlier, key=lambda claim: claim.end, default=None)
        made = _of_last_sentence(text, sentence, found, one) if last is None else None
        if made is None and (last or found.before):
            made = _of_another_place(text, found, last or found.before, one)
        if last is not None and made is None:
            made = _by_another_way(text, found, last, one)
            if made is None and not _is_other_named(found.names, last, one):
                made = _follow(text, last, one, found.day)
        if made is not None:
            fresh.append(made)
            yield made


def _bare(text: str, sentence: tuple[int, int], found: Found) -> Iterator[Measure]:
    start, end = sentence
    taken = [(one.start, one.end) for one in found.claims]
    taken += [(one.start, one.end) for one in found.left]
    for number in find_numbers(text[start:end]):
        first, last = number.start + start, number.end + start
        is_year = number.low is not None and number.low in _YEARS and "," not in text[first:last]
        if not is_year and not any(first < to and at < last for at, to in taken):
            moved = Number(first, last, number.low, number.high, number.precision)
            yield Measure(moved, "", last, "")


def _is_other_named(names: Sequence[Name], last: Claim, one: Measure) -> bool:
    """Return whether a name that the claim is not about stands between or right behind."""
    return any(
        name.sign in _ABOUT
        and name.feature != last.subject
        and last.end <= name.start < one.end + _NEAR
        for name in names
    )


def _follow(text: str, last: Claim, one: Measure, day: date | None) -> Claim | None:
    gap = text[last.end : one.start]
    if one.unit and _BRACKET.fullmatch(gap) and text[one.end : one.end + 1] == ")":
        return _converted(last, one)
    if one.unit == last.unit == "states" and _OTHER_STATES.fullmatch(gap):
        return _paired(last, one, is_or=False)
    if one.unit and (_PAIR.fullmatch(gap) or _OR.fullmatch(gap)):
        return _paired(last, one, is_or=bool(_OR.fullmatch(gap)))
    if one.unit not in {"", last.unit}:
        return _share(text, last, one)
    if last.quantity not in _FOLLOWED:
        return _in_month(text, last, one, gap) if last.quantity == "time" else None
    return (
        _in_month(text, last, one, gap)
        or _part(text, last, one, gap)
        or _record(text, last, one, gap)
        or _at_another_time(text, (last, one), gap, day)
    )


def _share(text: str, last: Claim, one: Measure) -> Claim | None:
    """Return what "78 per cent of it" says of what is carried."""
    is_of_it = one.unit == "%" and last.quantity in _SHARED and _OF_IT.match(text, one.end)
    return (
        replace(_with_value(last, one, "%"), quantity="share", is_part=False) if is_of_it else None
    )


def _in_month(text: str, last: Claim, one: Measure, gap: str) -> Claim | None:
    """Return what ", against 7 in September" says beside another month's number."""
    month = _IN_MONTH.match(text, one.end)
    if month is None or not _AGAINST_IN.fullmatch(gap):
        return None
    year = int(month["year"]) if month["year"] else last.year
    return replace(_taken(text, last, one, year), is_part=True)


def _part(text: str, last: Claim, one: Measure, gap: str) -> Claim | None:
    """Return what "of which 58" and "52 of them" say of voyages."""
    part = _OF_THEM.fullmatch(gap)
    if last.unit not in {"voyages", "ships"} or one.unit or part is None:
        return None
    if last.unit == "ships" and (part["which"] or last.noun.startswith("icebreaker")):
        return None
    is_part = part["which"] or _BEHIND.match(text, one.end)
    return replace(_with_value(last, one, last.unit), is_part=True) if is_part else None


def _at_another_time(
    text: str, both: tuple[Claim, Measure], gap: str, day: date | None
) -> Claim | None:
    """Return what "up from 11 in 2024", "when 20,000 came" and "; in 2010 it was 242" say."""
    last, one = both
    if then := _THEN.fullmatch(gap):
        year = _year(then, last.year, day)
        return _taken(text, last, one, year) if year and _ENDS.match(text, one.end) else None
    if since := _SINCE.fullmatch(gap):
        return _taken(text, last, one, int(since["stated"]))
    after = _AFTER.match(text, one.end)
    if after is None:
        is_earlier = _FROM.fullmatch(gap) and _ENDS.match(text, one.end)
        return _taken(text, last, one, None) if is_earlier else None
    is_stated = after["stated"] and last.year != int(after["stated"])
    if not _COMPARED.fullmatch(gap) and not (is_stated and _IN_AND_IN.fullmatch(gap)):
        return None
    year = _year(after, last.year, day)
    return _taken(text, last, one, year) if year or after["before"] else None


def _record(text: str, last: Claim, one: Measure, gap: str) -> Claim | None:
    """Return what "The record is 33, in 2017" says after another year's number."""
    set_in = _SET_IN.match(text, one.end)
    if not set_in or one.unit or not _RECORD.fullmatch(gap):
        return None
    year = int(set_in["year"]) if set_in["year"] else None
    return replace(_taken(text, last, one, year), is_part=False)


def _by_another_way(text: str, found: Found, last: Claim, one: Measure) -> Claim | None:
    """Return what "or 40 via the Cape of Good Hope" and "eighteen against the Cape" say."""
    if last.quantity not in _BY_WAY or one.unit not in {"", last.unit}:
        return None
    gap = text[last.end : one.start]
    for name in found.names:
        if _is_preposed(text, last, one, name):
            return replace(
                _with_value(last, one, last.unit),
                rule=f"by another way: {last.rule}",
                subject=name.feature,
                compared="",
            )
        words = text[one.end : name.start] if name.start >= one.end else ""
        if name.sign != "way" or not words or not _AND_BY.fullmatch(gap):
            continue
        made = replace(_with_value(last, one, last.unit), rule=f"by another way: {last.rule}")
        if last.quantity.endswith("saving") and _AGAINST.fullmatch(words):
            return replace(made, compared=name.feature)
        if not last.quantity.endswith("saving") and _VIA.fullmatch(words):
            return replace(made, subject=name.feature, compared="")
    return None


def _is_preposed(text: str, last: Claim, one: Measure, name: Name) -> bool:
    """Return whether a way stands before its number: ", and round the Cape some 50"."""
    if name.sign != "way" or last.quantity.endswith("saving") or name.start < last.end:
        return False
    return bool(
        _AND_VIA.fullmatch(text, last.end, name.start)
        and _IT_IS.fullmatch(text, name.end, one.start)
        and _ALONE.match(text, one.end)
    )


def _of_another_place(text: str, found: Found, last: Claim | None, one: Measure) -> Claim | None:
    """Return what "China has five, Canada 18" and "Murmansk 56.4 Mt" say in a list of places."""
    if last is None or one.unit not in {"", last.unit}:
        return None
    sign = _LISTED.get(last.quantity, "")
    if sign == "state" and (one.unit or not last.noun.startswith(("icebreaker", "breaker"))):
        return None
    for name in found.names:
        if name.sign != sign or not last.end <= name.start <= name.end <= one.start:
            continue
        is_next = sign == "state" or _AND_ANOTHER.fullmatch(text, last.end, name.start)
        if is_next and _HAS.fullmatch(text, name.end, one.start) and _ALONE.match(text, one.end):
            return replace(_taken(text, last, one, last.year), subject=name.feature)
    return None


def _converted(last: Claim, one: Measure) -> Claim | None:
    """Return the same in another unit, which stands in brackets."""
    same = any({last.unit, one.unit} <= units for units in (_LENGTHS, _AREAS))
    return _with_value(last, one, one.unit) if same and last.unit != one.unit else None


def _paired(last: Claim, one: Measure, *, is_or: bool) -> Claim | None:
    """Return what is saved besides, or counted besides."""
    if last.quantity.endswith("saving"):
        if one.unit == "%" and is_or and last.unit != "%":
            return _with_value(last, one, "%")
        if not is_or and {last.unit, one.unit} & _LENGTHS and "days" in {last.unit, one.unit}:
            quantity = "time saving" if one.unit == "days" else "distance saving"
            return replace(_with_value(last, one, one.unit), quantity=quantity)
    if not is_or and one.unit == last.unit and one.unit in _COUNTED and last.quantity != "distance":
        words = re.findall(r"[^\W\d_]+", one.phrase)
        noun = words[-1].casefold() if words else last.noun
        noun = "observers" if "observer" in one.phrase.casefold() else noun
        return replace(_with_value(last, one, one.unit), noun=noun, is_part=True)
    return None


def _of_last_sentence(
    text: str, sentence: tuple[int, int], found: Found, one: Measure
) -> Claim | None:
    """Return what "In 2010 it was 242." says of the claim of the sentence before."""
    last = found.before
    if last is None or last.quantity not in _FOLLOWED or one.unit not in {"", last.unit}:
        return None
    after = _AFTER.match(text, one.end)
    if one.unit and after and _IT_WENT.fullmatch(text, sentence[0], one.start):
        year = _year(after, last.year, found.day)
        return replace(_taken(text, last, one, year), sentence=sentence) if year else None
    if record := _record(text, last, one, f". {text[sentence[0] : one.start]}"):
        return replace(record, sentence=sentence)
    opening = _IT_WAS.fullmatch(text, sentence[0], one.start)
    if opening is None or not _ENDS.match(text, one.end):
        return None
    year = _year(opening, last.year, found.day)
    made = _taken(text, last, one, year) if year else None
    return replace(made, sentence=sentence) if made else None


def _year(found: re.Match[str], of_last: int | None, day: date | None) -> int | None:
    if found["stated"]:
        return int(found["stated"])
    if found["before"]:
        return of_last - 1 if of_last else None
    return day.year - 1 if day else None


def _taken(text: str, last: Claim, one: Measure, year: int | None) -> Claim:
    made = replace(
        _with_value(last, one, last.unit),
        year=year,
        is_plan=last.is_plan and " by " in text[one.end : one.end + 4],
    )
    is_short = not one.unit and "million" in text[last.start : last.end]
    if is_short and all(end is None or end < _MOST_BARE for end in (made.low, made.high)):
        low, high = (None if end is None else end * _MILLION for end in (made.low, made.high))
        return replace(made, low=low, high=high)
    return made


def _with_value(last: Claim, one: Measure, unit: str) -> Claim:
    return replace(
        last,
        start=one.start,
        end=one.end,
        low=one.number.low,
        high=one.number.high,
        precision=one.number.precision,
        unit=unit,
        rule=f"follows: {last.rule}".replace("follows: follows: ", "follows: "),
    )
