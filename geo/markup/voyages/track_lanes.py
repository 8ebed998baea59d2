"""A reader's own track pulled straight: states, law, rules and straits, to one scale."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from geo import messages
from geo.escape import Markup, element
from geo.markup.voyages.numbers import whole
from geo.markup.voyages.track_words import (
    NameOf,
    miles,
    owner_of,
    rule_name,
    without_rules_nm,
    zone_word,
)
from geo.measure.own_track.measuring import TrackReport
from geo.measure.tables import split_states
from geo.measure.voyages.records import Stretch

_LETTER_PERCENT = 0.92
"""What a letter needs of a lane at the usual width of the column."""
_AIR_PERCENT = 1.4
_LEAST_PERCENT = 0.15
_LEAST_BAR_PERCENT = 0.4
_ALL = 100.0
_TICKS = 4
_NEAR_END_PERCENT = 12.0
_UNOWNED = {"land", "not_assessed"}


@dataclass(frozen=True)
class Bar:
    """A part of a lane with its label; in per cent of the track.

    `short` is what stands in the bar where the label is too long for it, '' for nothing.
    """

    start: float
    end: float
    label: str
    short: str = ""
    title: str = ""


@dataclass(frozen=True)
class Placed:
    """A bar with the side on which its label stands: 'in', 'after' or 'before'."""

    bar: Bar
    side: str
    label: str

    @property
    def taken(self) -> tuple[float, float]:
        """From and to what it takes of its row with its label."""
        bar, room = self.bar, _room(self.label)
        before = room if self.side == "before" else 0.0
        after = room if self.side == "after" else 0.0
        return bar.start - before, bar.end + after


def lanes(report: TrackReport, name_of: NameOf, *, ends: tuple[str, str] = ("", "")) -> Markup:
    """Return the track pulled straight in four lanes; the same in words for those who cannot see.

    Parameters
    ----------
    ends
        Names of the places where it begins and ends, '' where none is known.
    """
    words = messages.OWN_TRACK_LANES
    rules = list(rule_bars(report, name_of))
    straits = list(strait_bars(report, name_of))
    free = without_rules_nm(report)
    note = messages.OWN_TRACK_NO_RULES.format(nm=miles(free)) if round(free) and rules else ""
    drawing = element(
        "div",
        _lane(words["law"], "", _owners(report, name_of), _law(report, name_of), kind="law"),
        _lane(
            words["rules"],
            note,
            *(_bars(row, "rule") for row in packed(rules)),
            kind="rules",
            nothing=messages.OWN_TRACK_NO_RULES_AT_ALL,
        ),
        _lane(
            words["straits"],
            "",
            *(_bars(row, "strait") for row in packed(straits, inside=False)),
            kind="straits",
            nothing=messages.OWN_TRACK_NO_STRAITS,
        ),
        _lane("", "", _axis(report.nm, ends[1]), kind="axis"),
        class_="lanes",
        role="img",
        aria_label=spoken(report, name_of),
    )
    title = element("h3", messages.OWN_TRACK_STRAIGHT)
    return element("div", title, drawing, class_="voyages track-lanes")


def spoken(report: TrackReport, name_of: NameOf) -> str:
    """Return in words what the lanes show."""
    straits = [(name_of(one.water), one.from_nm, one.to_nm) for one in report.straits]
    rules = [(rule_name(one.regime, name_of), one.from_nm, one.to_nm) for one in report.rules]
    law = [
        (f"{owner_of(one, name_of).name}, {zone_word(one)}", one.from_nm, one.to_nm)
        for one in report.stretches
    ]
    lines = zip(messages.OWN_TRACK_LANES.values(), (law, rules, straits), strict=True)
    return " ".join(
        messages.OWN_TRACK_SPOKEN.format(lane=lane, items="; ".join(_spoken_parts(parts)))
        for lane, parts in lines
        if parts
    )


def _spoken_parts(parts: Iterable[tuple[str, float, float]]) -> Iterator[str]:
    for name, start, end in parts:
        yield messages.OWN_TRACK_SPOKEN_PART.format(name=name, start=miles(start), end=miles(end))


def rule_bars(report: TrackReport, name_of: NameOf) -> Iterator[Bar]:
    """Yield where each area of rules holds, joined where it is left for less than a mile."""
    runs: dict[str, list[tuple[float, float]]] = {}
    for rule in report.rules:
        before = runs.setdefault(rule.regime, [])
        if before and rule.from_nm - before[-1][1] < 1:
            before[-1] = before[-1][0], rule.to_nm
        else:
            before.append((rule.from_nm, rule.to_nm))
    order = list(messages.OWN_TRACK_RULE_NAMES)
    ranked = sorted(runs, key=lambda one: order.index(one) if one in order else len(order))
    for regime in ranked:
        for start, end in runs[regime]:
            nm = miles(end - start)
            short = rule_name(regime, name_of)
            yield _bar(
                report,
                (start, end),
                messages.OWN_TRACK_RULE_BAR.format(name=short, nm=nm),
                short,
                messages.OWN_TRACK_RULE_BAR.format(name=name_of(regime), nm=nm),
            )


def strait_bars(report: TrackReport, name_of: NameOf) -> Iterator[Bar]:
    """Yield where each strait is."""
    for one in report.straits:
        label = messages.OWN_TRACK_STRAIT_BAR.format(
            name=name_of(one.water), nm=miles(one.to_nm - one.from_nm)
        )
        yield _bar(report, (one.from_nm, one.to_nm), label, "", label)


def _bar(report: TrackReport, span: tuple[float, float], label: str, short: str, title: str) -> Bar:
    start, end = (max(0.0, min(_ALL * at / report.nm, _ALL)) if report.nm else 0.0 for at in span)
    return Bar(start, max(end, min(start + _LEAST_BAR_PERCENT, _ALL)), label, short, title)


def packed(bars: Sequence[Bar], *, inside: bool = True) -> list[list[Placed]]:
    """Return bars in as few rows as they need without meeting; a row begins with the first bar.

    Parameters
    ----------
    inside
        Whether a label may stand in its bar.
    """
    rows: list[list[Placed]] = []
    for bar in sorted(bars, key=lambda one: (one.start, -one.end)):
        placed = _placed(bar, inside=inside)
        for row in rows:
            if row[-1].taken[1] <= placed.taken[0]:
                row.append(placed)
                break
        else:
            rows.append([placed])
    return rows


def _placed(bar: Bar, *, inside: bool) -> Placed:
    wide = bar.end - bar.start
    for said in (bar.label, bar.short) if inside else ():
        if said and wide >= _room(said):
            return Placed(bar, "in", said)
    room = _room(bar.label)
    is_after = bar.end + room <= _ALL or bar.start < room
    return Placed(bar, "after" if is_after else "before", bar.label)


def _room(said: str) -> float:
    """Return what a label needs, in per cent."""
    return len(said) * _LETTER_PERCENT + _AIR_PERCENT


def _lane(label: str, note: str, *rows: Markup, kind: str, nothing: str = "") -> Markup:
    said = element("small", note) if note else None
    empty = element("span", nothing, class_="quiet") if nothing and not rows else None
    return element(
        "div",
        element("span", label, said, class_="lane-name"),
        element("div", *rows, empty, class_="lane-rows"),
        class_=f"lane {kind}",
    )


def _bars(row: Sequence[Placed], kind: str) -> Markup:
    """Return a row of bars; what lies between two bars holds their labels."""
    parts: list[Markup] = []
    at, after = 0.0, ""
    for placed in row:
        bar = placed.bar
        before = placed.label if placed.side == "before" else ""
        parts.append(_between(bar.start - at, after, before))
        label = placed.label if placed.side == "in" else None
        parts.append(
            element(
                "span",
                label,
                class_=f"bar {kind}",
                width_percent=bar.end - bar.start,
                title=bar.title or bar.label,
            )
        )
        at, after = bar.end, placed.label if placed.side == "after" else ""
    parts.append(_between(_ALL - at, after, ""))
    return element("div", *parts, class_="bars")


def _between(percent: float, after: str, before: str) -> Markup:
    labels = (
        element("span", text, class_=f"label {side}")
        for text, side in ((after, "after"), (before, "before"))
        if text
    )
    return element("span", *labels, class_="between", width_percent=max(percent, 0.0))


def _key(pair: tuple[Stretch, str]) -> tuple[str, str, str]:
    """Return whose a stretch is; each stretch of high seas stands by itself."""
    stretch, letter = pair
    is_told = stretch.zone in {"disputed", "joint"} or not stretch.state
    return stretch.state, stretch.zone if is_told else "", letter


def _owners(report: TrackReport, name_of: NameOf) -> Markup:
    pairs = zip(report.stretches, report.letters, strict=True)
    parts = []
    for (state, _, letter), run in groupby(pairs, key=_key):
        those = [stretch for stretch, _ in run]
        percent = _percent(report, sum(stretch.nm for stretch in those))
        owner = owner_of(those[0], name_of)
        name = letter or ("" if those[0].zone in _UNOWNED else owner.name)
        code = "" if len(split_states(state)) > 1 else state
        fitting = [said for said in (name, code) if _fits(said, percent)]
        parts.append(
            element(
                "span",
                letter or (fitting[0] if fitting else None),
                class_="owner letter" if letter else "owner",
                width_percent=percent,
                title=f"{owner.name} {owner.after}".strip(),
            )
        )
    return element("div", *parts, class_="owners-row")


def _law(report: TrackReport, name_of: NameOf) -> Markup:
    parts = []
    for stretch in report.stretches:
        percent = _percent(report, stretch.nm)
        word = zone_word(stretch)
        short = messages.ZONES.get(stretch.zone, stretch.zone).split(" (")[0]
        parts.append(
            element(
                "span",
                short if _fits(short, percent) else None,
                class_=f"law {stretch.zone}",
                width_percent=percent,
                title=f"{owner_of(stretch, name_of).name}, {word}: {miles(stretch.nm)} nm",
            )
        )
    return element("div", *parts, class_="law-row")


def _percent(report: TrackReport, nm: float) -> float:
    return max(_ALL * nm / report.nm, _LEAST_PERCENT) if report.nm else _ALL


def _fits(said: str, percent: float) -> bool:
    return bool(said) and percent >= _room(said) - _AIR_PERCENT / 2


def _axis(nm: float, end: str) -> Markup:
    """Return round numbers along the scale, and at its end the length and where it ends."""
    step = tick_step(nm)
    last = f"{miles(nm)} nm"
    said_last = ", ".join(filter(None, (last, end)))
    free = _ALL - max(_NEAR_END_PERCENT, _room(said_last))
    ticks = []
    at, width = 0.0, _ALL * step / nm if nm else _ALL
    while at * width <= free:
        said = whole(at * step) if step >= 1 else f"{at * step:g}"
        text = element("span", said)
        ticks.append(element("span", text, class_="tick", width_percent=min(width, _ALL)))
        at += 1
    final = element("span", said_last, class_="last")
    return element("div", *ticks, final, class_="scale-row")


def tick_step(nm: float) -> float:
    """Return a round step for some four ticks."""
    if nm <= 0:
        return 1.0
    rough = nm / _TICKS
    unit = 10.0 ** (len(str(int(rough))) - 1) if rough >= 1 else 0.1
    while unit > rough:
        unit /= 10
    return next((unit * one for one in (1, 2, 5, 10) if unit * one * 1.3 >= rough), unit * 10)
