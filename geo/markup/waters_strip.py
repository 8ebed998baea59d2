"""Whose waters a track crosses, as a strip from its beginning to its end, with states by name."""

from collections.abc import Callable, Mapping
from itertools import groupby, pairwise
from typing import NamedTuple

from geo import messages
from geo.catalogue.records import Feature
from geo.escape import Markup, element
from geo.geodesy import wrap_degrees
from geo.measure.tables import split_states
from geo.measure.waters import Waters
from geo.sentences import join_words, with_article

_MIN_PERCENT = 0.15
_LETTER_PERCENT = 1.8
"""What a stretch needs of the strip for each letter of the name above it."""
_NEAR_POLE = 88.0
_LEAST_TURN = 15.0


class Stretch(NamedTuple):
    """A part of a track in one area, in nautical miles."""

    nm: float
    state: str
    zone: str
    zone_id: str

    @property
    def owner(self) -> tuple[str, str]:
        """Whose waters they are: the states, and the regime where that tells them apart."""
        regime = self.zone if self.zone in {"disputed", "joint"} or not self.state else ""
        return self.state, regime


def waters_strip(
    feature: Feature,
    variant: str,
    waters: Waters,
    to: Callable[[str], Markup],
    *,
    name_of: Callable[[str], str],
) -> Markup | None:
    """Return strip, states with their miles and key of zones; None where there is no track.

    Parameters
    ----------
    variant
        Slug of the variant.
    to
        Makes a link to a feature from its id.
    name_of
        Display name by id.
    """
    if feature.kind not in {"route", "corridor"}:
        return None
    if waters.missing:
        return element("p", waters.missing, class_="small")
    frame = waters.segments(feature.id, variant)
    if frame.empty:
        return element("p", messages.NO_WATERS, class_="small")
    columns = (frame[name] for name in ("nm", "state", "zone", "zone_id"))
    track = [Stretch(*row) for row in zip(*columns, strict=True)]
    whole = sum(part.nm for part in track)
    runs = [(owner, list(those)) for owner, those in groupby(track, key=lambda part: part.owner)]
    lengths = [(owner, sum(part.nm for part in those)) for owner, those in runs]
    spoken = ", ".join(
        messages.WATERS_SHARE.format(area=owner_name(owner, name_of), nm=nm)
        for owner, nm in lengths
    )
    strip = (_run(owner, those, whole, name_of, is_all=len(runs) == 1) for owner, those in runs)
    return element(
        "div",
        element("h3", messages.WHOSE_WATERS.format(direction=_direction(feature, variant))),
        element(
            "div", *strip, class_="strip", role="img", aria_label=messages.STRIP.format(runs=spoken)
        ),
        _owners(lengths, to, name_of),
        _key(track, whole),
        class_="waters",
    )


def owner_name(owner: tuple[str, str], name_of: Callable[[str], str]) -> str:
    """Return whose waters they are in words; two states claim or share theirs."""
    state, regime = owner
    names = [name_of(code) for code in split_states(state)]
    if regime in {"disputed", "joint"}:
        pattern = messages.CLAIMED_BY if regime == "disputed" else messages.SHARED_BY
        return pattern.format(states=join_words(map(with_article, names)))
    return join_words(names) or messages.ZONES.get(regime, regime)


def area_name(state: str, zone: str, zone_id: str, name_of: Callable[[str], str]) -> str:
    """Return the name of an area, or its state and zone if it has none."""
    spoken = messages.ZONES.get(zone, zone)
    if zone_id:
        return name_of(zone_id)
    return ": ".join(filter(None, (join_words(split_states(state)), spoken)))


def _run(
    owner: tuple[str, str],
    those: list[Stretch],
    whole: float,
    name_of: Callable[[str], str],
    *,
    is_all: bool,
) -> Markup:
    """Return consecutive stretches of one owner, its name above them if needed and in room."""
    own = sum(part.nm for part in those)
    percent = max(100 * own / whole, _MIN_PERCENT)
    title = owner_name(owner, name_of).split(" (")[0]
    is_named = percent >= len(title) * _LETTER_PERCENT and not is_all
    name = element("small", title) if is_named else None
    parts = (
        element(
            "span",
            class_=f"swatch {part.zone}",
            width_percent=max(100 * part.nm / own, _MIN_PERCENT) if own else 100,
            title=f"{area_name(part.state, part.zone, part.zone_id, name_of)}: {part.nm:,.0f} nm",
        )
        for part in those
    )
    return element("span", name, *parts, class_="run", width_percent=percent)


def _owners(
    lengths: list[tuple[tuple[str, str], float]],
    to: Callable[[str], Markup],
    name_of: Callable[[str], str],
) -> Markup:
    """Return each state with its miles, the most first, then what is no state's."""
    sums: dict[tuple[str, str], float] = {}
    for owner, nm in lengths:
        sums[owner] = sums.get(owner, 0.0) + nm
    rows = []
    for (state, regime), nm in sorted(sums.items(), key=_states_first):
        name = to(state) if state and not regime else owner_name((state, regime), name_of)
        rows.append(element("li", name, element("span", f" {nm:,.0f} nm")))
    return element("ul", *rows, class_="owners")


def _states_first(entry: tuple[tuple[str, str], float]) -> tuple[bool, float]:
    (state, _), nm = entry
    return not state, -nm


def _key(track: list[Stretch], whole: float) -> Markup:
    """Return the zones with their swatch and share, the largest first."""
    sums: Mapping[str, float] = {
        zone: sum(part.nm for part in track if part.zone == zone)
        for zone in dict.fromkeys(part.zone for part in track)
    }
    rows = (
        element(
            "li",
            element("span", class_=f"swatch {zone}"),
            f"{messages.ZONES.get(zone, zone).split(' (')[0]} ",
            _percent(100 * nm / whole),
        )
        for zone, nm in sorted(sums.items(), key=lambda entry: -entry[1])
    )
    return element("ul", *rows, class_="waters-key")


def _percent(value: float) -> str:
    return f"{value:.0f} %" if value >= 1 else "<1 %"


def _direction(feature: Feature, variant: str) -> str:
    """Return the way that the strip runs, in words; '' where it is neither east nor west."""
    found = next((v for v in feature.variants if v.slug == variant), None)
    if found is None:
        return ""
    start, is_named, end = found.name.partition(" to ")
    if is_named and ":" not in start:
        return messages.FROM_TO.format(start=start, end=end.split(",")[0])
    places = [(w["lon"], w["lat"]) for w in found.waypoints if "lon" in w and "lat" in w]
    turn = float(sum(wrap_degrees(b[0] - a[0]) for a, b in pairwise(places)))
    if abs(turn) < _LEAST_TURN or max((abs(lat) for _, lat in places), default=90) > _NEAR_POLE:
        return ""
    start, end = messages.WEST, messages.EAST
    return (
        messages.FROM_TO.format(start=start, end=end)
        if turn > 0
        else messages.FROM_TO.format(start=end, end=start)
    )
