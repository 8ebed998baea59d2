"""The short ways between neighbouring ports that need no node of the network.

Two ports in one bay or on one river join the network at nodes that may lie far outside, so that
the way by these nodes is much too long; between such ports a way of their own is found.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from geo.catalogue.recipes.voyages.approaches import approaches
from geo.catalogue.recipes.voyages.legs import known_nm
from geo.geodesy import Position, leg_lengths_nm

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.catalogue.recipes.voyages.land import Land
    from geo.catalogue.recipes.voyages.legs import Around

Track = tuple[Position, ...]
_NEAR = (150.0, 0.8)
"""How far a port looks for others, km, and in what cells."""
_FAR = (720.0, 2.0)
"""The same in the Arctic, where ports are few and nodes too."""
_ARCTIC_LAT = 60.0
_ASHORE_KM = 10.0
"""A quay or the mouth of a river is no farther from water: else the water is another sea."""
_SAVING = 0.9
"""A way of its own is worth its while if it is so much shorter than that by the network."""


class Harbour(NamedTuple):
    """A port as its neighbours see it.

    `course` leads from the quay to the mouth of its river; `tracks` are its approaches; `is_inside`
    says whether it lies within an Arctic route, which neighbours must have in common.
    """

    port: str
    course: Track
    tracks: Sequence[Track]
    is_inside: bool


def hops(
    harbours: Sequence[Harbour], around: Around, land: Land
) -> Iterator[tuple[str, str, Track]]:
    """Yield both ports and the track of each short way."""
    by_port = {each.port: each for each in harbours}
    found = {(one.port, other.port): _on_one_river(one, other) for one, other in _pairs(harbours)}
    # A quay that lies inland is found from its own side only, so each port looks for the others.
    for port, harbour in by_port.items():
        others = [by_port[end] for pair in found if port in pair for end in pair if end != port]
        for other, track in _over_water(harbour, others, land):
            pair, ordered = ((port, other), track) if port < other else ((other, port), track[::-1])
            if not found[pair] or _nm(track) < _nm(found[pair]):
                found[pair] = ordered
    for (start, end), track in sorted(found.items()):
        ways = known_nm(by_port[start].tracks, by_port[end].tracks, around)
        if track and _nm(track) < _SAVING * ways:
            yield start, end, track


def _pairs(harbours: Sequence[Harbour]) -> Iterator[tuple[Harbour, Harbour]]:
    for one, other in combinations(sorted(harbours), 2):
        if one.is_inside == other.is_inside and _nm((one.course[0], other.course[0])) < _reach_nm(
            one
        ):
            yield one, other


def _reach_nm(harbour: Harbour) -> float:
    reach_km, _ = _FAR if harbour.course[0][1] > _ARCTIC_LAT else _NEAR
    return reach_km / 1.852


def _on_one_river(one: Harbour, other: Harbour) -> Track:
    """Return the way by the first place that both courses share, or nothing."""
    for at, place in enumerate(one.course):
        if place in other.course:
            return (*one.course[: at + 1], *reversed(other.course[: other.course.index(place)]))
    return ()


def _over_water(
    start: Harbour, others: Sequence[Harbour], land: Land
) -> Iterator[tuple[str, Track]]:
    """Yield the ways from river mouth to river mouth; on one river also from quay to quay."""
    sharing = [other for other in others if _on_one_river(start, other)]
    mouths = {other.course[-1]: other for other in others if other not in sharing}
    quays = {other.course[0]: other for other in sharing}
    rasters = (_NEAR, _FAR) if start.course[0][1] > _ARCTIC_LAT else (_NEAR,)
    for course, ends in ((start.course, mouths), (start.course[:1], quays)):
        seen: set[Position] = set()
        for reach_km, cell_km in rasters if ends else ():
            near = [end for end in ends if end not in seen]
            for each in approaches(
                course[-1], near, land, reach_km=reach_km, cell_km=cell_km, ashore_km=_ASHORE_KM
            ):
                seen.add(each.node)
                other = ends[each.node]
                river = other.course if ends is mouths else other.course[:1]
                yield other.port, (*course[:-1], *each.track, *reversed(river[:-1]))


def _nm(track: Track) -> float:
    return sum(leg_lengths_nm(track))
