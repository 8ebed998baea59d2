"""The panel of a track's figure: sentence, lanes, zone by zone, depths, sources, notice."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from geo import messages
from geo.draw.figure.page import Page
from geo.draw.figure.sheet import width_in
from geo.draw.palette import LIGHT
from geo.exchange.cite import VERSION
from geo.exchange.voyages.bars import BOLD, PLAIN, fitted_size
from geo.exchange.voyages.track_words import (
    TrackTaken,
    cited_pieces,
    depth_words,
    method_words,
)
from geo.markup.voyages.numbers import whole
from geo.markup.voyages.track_lanes import Placed, packed, rule_bars, strait_bars, tick_step
from geo.markup.voyages.track_words import area_word, miles, owner_of, rules_in, zone_word
from geo.measure.voyages.records import Stretch
from geo.sentences import long_day

_WIDE_IN = 6.5
_SMALL_PT, _TEXT_PT, _HEAD_PT = 6.8, 7.2, 8.4
_LEAST_PT = 5.0
"""A label that would have to be smaller is left out."""
_NAME_IN = 0.62
_LAW_IN, _BAR_IN, _ROW_IN = 0.19, 0.13, 0.148
_MOST_BAR_ROWS = 6
_PERCENT = 100.0
_LINE_IN = _SMALL_PT * 1.32 / 72
_TINTS = {
    "eez": "#D2E5E8",
    "territorial_sea": "#8FBFC6",
    "internal_waters": "#12606B",
    "high_seas": "white",
}
"""Whose waters by law, from light to dark; all else is hatched."""
_DARK = {"internal_waters"}


def draw_track_panel(page: Page, taken: TrackTaken, ends: tuple[str, str]) -> None:
    """Draw the panel from its top down, its sources at the bottom.

    Parameters
    ----------
    ends
        Names of the places where the track begins and ends, '' where none is known.
    """
    is_wide = page.width > _WIDE_IN
    page.rectangle((page.left, page.top - 0.05, 0.7, 0.05), color=LIGHT.highlight, linewidth=0)
    page.top -= 0.11
    page.write(messages.APP, size=9, weight="bold", after=0, color=LIGHT.quiet_ink)
    pieces = [(text, LIGHT.highlight if lit else LIGHT.ink) for text, lit in cited_pieces(taken)]
    page.headline(pieces, size=16.8 if is_wide else 15.2)
    page.write(method_words(taken), size=7.4, after=0.08, color=LIGHT.quiet_ink)
    _draw_lanes(page, taken, ends)
    floor = _draw_sources(page, taken)
    _draw_zones(page, taken, floor)


def draw_track_foot(page: Page, taken: TrackTaken) -> None:
    """Write notice, date and address at the bottom of a column; the rest of it stays free."""
    made = messages.FIGURE_MADE.format(app=messages.APP, version=VERSION, day=long_day(taken.day))
    lines = (f"{messages.NOT_FOR_NAVIGATION}. {messages.OWN_TRACK_FIGURE_OWN}", made, taken.address)
    top, foot = page.top, page.bottom + page.height_of(lines, _SMALL_PT)
    page.top = foot
    for at, line in enumerate(lines):
        page.write(line, size=_SMALL_PT, weight="normal" if at else "bold", after=0.01)
    page.top, page.bottom = top, foot


class _Lanes:
    """The lanes of a track: names at the left, and the scale that they share."""

    def __init__(self, page: Page, taken: TrackTaken) -> None:
        self.page, self.taken = page, taken
        self.left, self.wide = page.left + _NAME_IN, page.width - _NAME_IN

    def at(self, nm: float) -> float:
        """Return where some miles along the track are."""
        whole_nm = self.taken.report.nm
        return self.left + (self.wide * nm / whole_nm if whole_nm else 0.0)

    def percent(self, share: float) -> float:
        """Return where some per cent of the track are."""
        return self.left + self.wide * share / _PERCENT

    def name(self, words: str, bottom: float) -> None:
        """Write the name of a lane."""
        style: dict[str, Any] = {"va": "baseline", "color": LIGHT.quiet_ink}
        self.page.text(self.page.left, bottom, words, size=_TEXT_PT, **style)


def _tinted(page: Page, box: tuple[float, float, float, float], zone: str) -> None:
    """Draw a part of a zone in its tint."""
    tint = _TINTS.get(zone)
    look: dict[str, Any] = {"edgecolor": LIGHT.waters, "linewidth": 0.4, "zorder": 2}
    if tint is None:
        look |= {"hatch": "////////", "edgecolor": LIGHT.graticule}
    page.rectangle(box, facecolor=tint or "white", **look)


def _draw_lanes(page: Page, taken: TrackTaken, ends: tuple[str, str]) -> None:
    lanes, words = _Lanes(page, taken), messages.OWN_TRACK_LANES
    page.write(messages.OWN_TRACK_FIGURE_STRAIGHT, size=_HEAD_PT, weight="bold", after=0.04)
    _draw_owners(lanes)
    _draw_law(lanes, words["law"])
    rules = packed(list(rule_bars(taken.report, taken.name_of)))
    nothing = messages.OWN_TRACK_NO_RULES_AT_ALL
    _draw_bars(lanes, words["rules"], rules, nothing=nothing, look={"facecolor": "#D6E1EA"})
    straits = packed(list(strait_bars(taken.report, taken.name_of)), inside=False)
    nothing = messages.OWN_TRACK_NO_STRAITS
    _draw_bars(lanes, words["straits"], straits, nothing=nothing, look={"facecolor": LIGHT.ink})
    _draw_axis(lanes, ends[1])


def _draw_owners(lanes: _Lanes) -> None:
    """Write whose each stretch is where it fits; high seas have their letters."""
    page, report = lanes.page, lanes.taken.report
    page.top -= 0.12
    pairs = zip(report.stretches, report.letters, strict=True)
    for (name, letter), run in groupby(pairs, key=lambda pair: _owner(lanes.taken, *pair)):
        parts = [stretch for stretch, _ in run]
        start, end = lanes.at(parts[0].from_nm), lanes.at(parts[-1].to_nm)
        said, code = letter or name, "" if letter else parts[0].state
        fits = next((s for s in (said, code) if s and _fits(s, _TEXT_PT, end - start)), "")
        style: dict[str, Any] = {"ha": "center", "va": "baseline", "font": BOLD}
        colour = LIGHT.quiet_ink if letter else LIGHT.ink
        page.text((start + end) / 2, page.top, fits, size=_TEXT_PT, color=colour, **style)
    page.top -= 0.04


def _owner(taken: TrackTaken, stretch: Stretch, letter: str) -> tuple[str, str]:
    is_owned = stretch.zone not in {"land", "not_assessed", "high_seas"}
    return owner_of(stretch, taken.name_of).name if is_owned else "", letter


def _fits(said: str, size: float, room: float) -> bool:
    return width_in(said, size, BOLD) <= room - 0.02


def _draw_law(lanes: _Lanes, name: str) -> None:
    page = lanes.page
    bottom = page.top - _LAW_IN
    lanes.name(name, bottom + 0.05)
    for stretch in lanes.taken.report.stretches:
        start, end = lanes.at(stretch.from_nm), lanes.at(stretch.to_nm)
        _tinted(page, (start, bottom, max(end - start, 0.004), _LAW_IN), stretch.zone)
        said = messages.ZONES.get(stretch.zone, stretch.zone).split(" (")[0]
        if _fits(said, _SMALL_PT, end - start):
            style: dict[str, Any] = {"ha": "center", "va": "baseline", "zorder": 4}
            colour = "white" if stretch.zone in _DARK else LIGHT.ink
            middle = (start + end) / 2
            page.text(middle, bottom + 0.055, said, size=_SMALL_PT, color=colour, **style)
    page.top = bottom - 0.09


def _draw_bars(
    lanes: _Lanes,
    name: str,
    rows: Sequence[Sequence[Placed]],
    *,
    nothing: str,
    look: dict[str, Any],
) -> None:
    """Draw bars with their labels, in as many rows as there is room for."""
    page = lanes.page
    is_thin = look["facecolor"] == LIGHT.ink
    lanes.name(name, page.top - 0.1)
    if not rows:
        page.text(
            lanes.left, page.top - 0.1, nothing, size=_SMALL_PT, color=LIGHT.quiet_ink,
            va="baseline",
        )  # fmt: skip
    for row in rows[:_MOST_BAR_ROWS]:
        bottom = page.top - _BAR_IN
        for placed in row:
            start, end = lanes.percent(placed.bar.start), lanes.percent(placed.bar.end)
            tall, low = (0.04, bottom + 0.045) if is_thin else (_BAR_IN, bottom)
            page.rectangle((start, low, end - start, tall), linewidth=0, zorder=2, **look)
            _label(lanes, placed, (start, end), bottom)
        page.top = bottom - 0.03
    page.top -= 0.06 if rows else 0.18
    if len(rows) > _MOST_BAR_ROWS:
        more = sum(map(len, rows[_MOST_BAR_ROWS:]))
        page.write(messages.FIGURE_MORE.format(count=more), size=_SMALL_PT, color=LIGHT.quiet_ink)


def _label(lanes: _Lanes, placed: Placed, ends: tuple[float, float], bottom: float) -> None:
    at, align, room = {
        "in": (ends[0] + 0.05, "left", ends[1] - ends[0] - 0.06),
        "after": (ends[1] + 0.05, "left", lanes.left + lanes.wide - ends[1] - 0.05),
        "before": (ends[0] - 0.05, "right", ends[0] - lanes.left - 0.05),
    }[placed.side]
    size = fitted_size(placed.label, _SMALL_PT, BOLD, room)
    if size >= _LEAST_PT:
        style: dict[str, Any] = {"ha": align, "va": "baseline", "font": BOLD, "zorder": 4}
        lanes.page.text(at, bottom + 0.033, placed.label, size=size, **style)


def _draw_axis(lanes: _Lanes, end: str) -> None:
    page, nm = lanes.page, lanes.taken.report.nm
    last = ", ".join(filter(None, (f"{miles(nm)} nm", end)))
    style: dict[str, Any] = {"size": _SMALL_PT, "va": "baseline", "color": LIGHT.quiet_ink}
    right = lanes.left + lanes.wide
    page.line([(lanes.left, page.top), (right, page.top)], color=LIGHT.hairline, linewidth=0.6)
    page.text(right, page.top - 0.12, last, ha="right", **style)
    step, at = tick_step(nm), 0.0
    while lanes.at(at) + 0.3 < right - width_in(last, _SMALL_PT, PLAIN):
        x = lanes.at(at)
        page.line([(x, page.top), (x, page.top - 0.04)], color=LIGHT.rim, linewidth=0.5)
        said = whole(at) if step >= 1 else f"{at:g}"
        page.text(x, page.top - 0.12, said, ha="center" if at else "left", **style)
        at += step
    page.top -= 0.24


def _draw_sources(page: Page, taken: TrackTaken) -> float:
    """Write depths and sources at the bottom; return where they begin."""
    lines = list(_sources(taken))
    count = sum(len(_lines(page, line)) for line in lines)
    begin = page.bottom + count * _LINE_IN + 0.12
    part = page.part((page.left, page.bottom, page.width, begin - 0.05 - page.bottom))
    page.hairline(begin)
    for line in lines:
        part.write(line, size=_SMALL_PT, after=0, color=LIGHT.quiet_ink)
    return begin


def _lines(page: Page, text: str) -> range:
    one = page.height_of(["x"], _SMALL_PT)
    return range(round(page.height_of([text], _SMALL_PT) / one))


def _sources(taken: TrackTaken) -> Iterator[str]:
    depths = "; ".join(depth_words(taken))
    if depths:
        yield f"{messages.OWN_TRACK_DEPTH}: {depths}."
    near = taken.report.nearest
    if near is not None:
        yield messages.OWN_TRACK_FIGURE_NEAREST.format(name=taken.name_of(near.feature))
    yield messages.OWN_TRACK_FIGURE_ZONES_BY.format(app=messages.APP)
    yield messages.FIGURE_LAND.format(publisher="Natural Earth")


def _draw_zones(page: Page, taken: TrackTaken, floor: float) -> None:
    """Draw the track zone by zone, as many rows as there is room for."""
    report, heads = taken.report, messages.OWN_TRACK_FIGURE_ZONES
    room = int((page.top - floor - 0.1) / _ROW_IN) - 1
    if room < 1:
        return
    columns = (page.left + 0.42, page.left + 0.68, page.left + page.width * 0.62)
    _row(
        page, columns, (heads["from"], heads["zone"], heads["length"], heads["rules"]), is_head=True
    )
    pairs = list(zip(report.stretches, report.letters, strict=True))
    shown = pairs if len(pairs) <= room else pairs[: room - 1]
    for stretch, letter in shown:
        rules = ", ".join(rules_in(stretch, report.rules, taken.name_of)) or messages.OWN_TRACK_NONE
        cells = (miles(stretch.from_nm), _area(taken, stretch, letter), miles(stretch.nm), rules)
        _row(page, columns, cells, zone=stretch.zone)
    if more := len(pairs) - len(shown):
        said = messages.OWN_TRACK_FIGURE_MORE.format(count=more)
        page.write(said, size=_SMALL_PT, after=0, color=LIGHT.quiet_ink)


def _row(
    page: Page,
    columns: tuple[float, float, float],
    cells: tuple[str, str, str, str],
    *,
    zone: str = "",
    is_head: bool = False,
) -> None:
    page.top -= _ROW_IN
    bottom = page.top + 0.04
    style: dict[str, Any] = {
        "size": _SMALL_PT if is_head else _TEXT_PT,
        "va": "baseline",
        "color": LIGHT.quiet_ink if is_head else LIGHT.ink,
    }
    page.text(columns[0], bottom, cells[0], ha="right", **style)
    if not is_head:
        _tinted(page, (columns[0] + 0.08, bottom - 0.01, 0.09, 0.09), zone)
    room = columns[2] - columns[1] - 0.5
    area = {**style, "size": fitted_size(cells[1], style["size"], PLAIN, room)}
    page.text(columns[1], bottom, cells[1], **area)
    page.text(columns[2] - 0.05, bottom, cells[2], ha="right", **style)
    wide = page.left + page.width - columns[2] - 0.1
    rules = {**style, "size": fitted_size(cells[3], _SMALL_PT, PLAIN, wide)}
    page.text(columns[2] + 0.1, bottom, cells[3], **rules)
    page.hairline(page.top, color=LIGHT.hairline if is_head else LIGHT.tint)


def _area(taken: TrackTaken, stretch: Stretch, letter: str) -> str:
    """Return whose a stretch is, what by law, and which part of the high seas."""
    owner, word = owner_of(stretch, taken.name_of), zone_word(stretch)
    if stretch.zone in {"land", "not_assessed"}:
        return f"{word[:1].upper()}{word[1:]}"
    before = messages.OWN_TRACK_LETTER.format(letter=letter) if letter else ""
    whose = f"{before}{owner.name} {owner.after}".strip()
    said = whose if stretch.zone in {"disputed", "joint"} else f"{whose}, {word}"
    return f"{said} {area_word(stretch, taken.name_of)}".strip()
