"""A reader's own track beside a named route: miles, waters, rules and straits in a table."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from geo import messages
from geo.catalogue.records import SOVEREIGN
from geo.escape import Markup, element
from geo.markup.voyages.numbers import signed
from geo.markup.voyages.track_words import NameOf, miles, rule_name
from geo.measure.own_track.measuring import TrackReport

_LEAST_NM = 0.5
_ALL = 100.0


@dataclass(frozen=True)
class Compared:
    """What is compared of a track or a route; nautical miles by id, straits by id in order."""

    name: str
    nm: float
    nm_by_state: Mapping[str, float] = field(default_factory=dict)
    high_seas_nm: float = 0.0
    nm_by_regime: Mapping[str, float] = field(default_factory=dict)
    straits: Sequence[str] = ()


def compared_track(report: TrackReport) -> Compared:
    """Return what is compared of a reader's track."""
    return Compared(
        messages.OWN_TRACK_YOURS,
        report.nm,
        report.nm_by_state,
        report.high_seas_nm,
        report.nm_by_regime,
        list(dict.fromkeys(one.water for one in report.straits)),
    )


def track_beside(track: Compared, route: Compared, name_of: NameOf) -> Markup:
    """Return the table of a track and a named route, with the difference of their lengths."""
    words = messages.OWN_TRACK_BESIDE_ROWS
    head = element(
        "tr",
        element("th", messages.VOYAGE_BESIDE, scope="col", class_="title"),
        element("th", element("strong", track.name), scope="col", class_="way first"),
        element("th", element("strong", route.name), scope="col", class_="way"),
        element("th", element("strong", messages.VOYAGE_DIFFERENCE), scope="col"),
    )
    gap = track.nm - route.nm
    share = f", {signed(_ALL * gap / route.nm)} %" if route.nm else ""
    rows = (
        _row(words["distance"], track, route, _distance, f"{signed(gap)} nm{share}"),
        _row(words["waters"], track, route, lambda one: _waters(one, name_of)),
        _row(words["rules"], track, route, lambda one: _rules(one, name_of)),
        _row(words["straits"], track, route, lambda one: _straits(one, name_of)),
    )
    table = element("table", element("thead", head), element("tbody", *rows), class_="beside of-2")
    return element("div", table, class_="voyages side-by-side")


def _row(
    label: str,
    track: Compared,
    route: Compared,
    cell: Callable[[Compared], Markup],
    difference: str = "",
) -> Markup:
    last = element("strong", difference) if difference else None
    return element(
        "tr",
        element("th", label, scope="row"),
        element("td", cell(track)),
        element("td", cell(route)),
        element("td", last, class_="difference"),
    )


def _distance(one: Compared) -> Markup:
    return element("strong", f"{miles(one.nm)} nm")


def _waters(one: Compared, name_of: NameOf) -> Markup:
    states = sorted(
        ((nm, state) for state, nm in one.nm_by_state.items() if state not in SOVEREIGN),
        reverse=True,
    )
    lines = [f"{name_of(state)} {miles(nm)} nm" for nm, state in states if nm >= _LEAST_NM]
    if one.high_seas_nm >= _LEAST_NM:
        lines.append(f"{messages.VOYAGE_HIGH_SEAS} {miles(one.high_seas_nm)} nm")
    return _listed(lines)


def _rules(one: Compared, name_of: NameOf) -> Markup:
    found = sorted(((nm, regime) for regime, nm in one.nm_by_regime.items()), reverse=True)
    return _listed([f"{rule_name(regime, name_of)} {miles(nm)} nm" for nm, regime in found])


def _straits(one: Compared, name_of: NameOf) -> Markup:
    return _listed([name_of(strait) for strait in one.straits])


def _listed(lines: Sequence[str]) -> Markup:
    if not lines:
        return element("span", messages.OWN_TRACK_NONE)
    return element("ul", *(element("li", line) for line in lines), class_="plain-list")
