"""Whose waters a track crosses, as a strip from its beginning to its end, with states by name."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from geo import messages
from geo.catalogue.records import Feature
from geo.escape import Markup, element, join
from geo.geodesy import wrap_degrees
from geo.measure.tables import split_states
from geo.measure.waters import Waters
from geo.sentences import join_words, with_article

_MIN_PERCENT = 0.15
_LETTER_PERCENT = 1.8
"""What a stretch needs of the strip for each letter of the name above it."""
_OWNED = ("internal_waters", "territorial_sea", "eez")
"""Zones whose owner does not say already what they are."""
_DERIVED = "-derived"
"""How the ids of waters end that lie behind a baseline which no official list gives."""
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
    """Return strip, and below it whose waters they are; None where there is no track.

    Each stretch has its owner's name above it, or its code where there is no room for that; the
    list explains the codes, and the shades of each owner's zones.

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
    spoken = ", ".join(
        messages.WATERS_SHARE.format(
            area=owner_name(owner, name_of), nm=sum(part.nm for part in those)
        )
        for owner, those in runs
    )
    strip = (_run(owner, those, whole, name_of, is_all=len(runs) == 1) for owner, those in runs)
    return element(
        "div",
        element("h3", messages.WHOSE_WATERS.format(direction=_direction(feature, variant))),
        element(
            "div", *strip, class_="strip", role="img", aria_label=messages.STRIP.format(runs=spoken)
        ),
        _owners(runs, whole, to, name_of),
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
    said = "" if is_all else _said_above(owner, percent, name_of)
    name = element("small", said) if said else None
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


def _said_above(owner: tuple[str, str], percent: float, name_of: Callable[[str], str]) -> str:
    """Return what stands above a stretch: its owner's name, a state's code, or '' without room."""
    title = owner_name(owner, name_of).split(" (")[0]
    return next(
        (said for said in (title, _code(owner)) if percent >= len(said) * _LETTER_PERCENT), ""
    )


def _code(owner: tuple[str, str]) -> str:
    """Return the code of a state; '' where the waters are of none, or of several."""
    state, regime = owner
    return state if state and not regime and len(split_states(state)) == 1 else ""


def _owners(
    runs: Sequence[tuple[tuple[str, str], list[Stretch]]],
    whole: float,
    to: Callable[[str], Markup],
    name_of: Callable[[str], str],
) -> Markup:
    """Return each owner in the order of the track, with its miles and the shades of its zones."""
    parts: dict[tuple[str, str], list[Stretch]] = {}
    coded: set[str] = set()
    for owner, those in runs:
        parts.setdefault(owner, []).extend(those)
        percent = 100 * sum(part.nm for part in those) / whole
        coded |= {_said_above(owner, percent, name_of)} & ({_code(owner)} - {""})
    rows = (
        element(
            "li",
            *_owner(owner, those, to, name_of, code=bool(coded & {_code(owner)})),
            *_zones(those, whole),
        )
        for owner, those in parts.items()
    )
    return element("ul", *rows, class_="owners")


def _owner(
    owner: tuple[str, str],
    those: list[Stretch],
    to: Callable[[str], Markup],
    name_of: Callable[[str], str],
    *,
    code: bool,
) -> Iterator[Markup]:
    nm = sum(part.nm for part in those)
    state, regime = owner
    yield to(state) if state and not regime else element("span", owner_name(owner, name_of))
    yield join(f" ({state}) " if code else " ", element("span", f"{nm:,.0f} nm", class_="nm"))


def _zones(those: list[Stretch], whole: float) -> Iterator[Markup]:
    """Yield the shade of each zone, its name and its share of the track, the largest first."""
    sums: dict[tuple[str, str], float] = {}
    for part in those:
        claimed = messages.CLAIMED if part.zone_id.endswith(_DERIVED) else ""
        sums[part.zone, claimed] = sums.get((part.zone, claimed), 0.0) + part.nm
    for (zone, claimed), nm in sorted(sums.items(), key=lambda entry: -entry[1]):
        name = f"{messages.ZONES.get(zone, zone).split(' (')[0]}{claimed}"
        said = f" {name} " if len(sums) > 1 or zone in _OWNED else " "
        shade = element("span", class_=f"swatch {zone}")
        yield join(" ", element("span", shade, said, percent(100 * nm / whole), class_="zone-of"))


def percent(value: float) -> str:
    """Return a share of a track in words: what is less than a hundredth is not nothing."""
    return f"{min(value, 100):.0f} %" if value >= 1 else "<1 %"


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
