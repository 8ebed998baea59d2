"""What stands beside a strip of ice: the straits and seas along a way, few enough to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from geo.catalogue.records import Variant
    from geo.measure.transits import Transits

_END_NM = 60.0
"""A strait whose middle is this near to an end of a way is that end."""
_LONGEST_NAME = 18
_WORDS_AT_END = (
    " offing",
    " west limit",
    " west channel",
    " east channel",
    " entrance",
    " approach",
    " roads",
)


class Place(NamedTuple):
    """A name along a way: `nm` miles from its beginning; a `sea` is named at its middle."""

    name: str
    nm: float
    kind: str


def places_along(
    transits: Transits,
    feature_id: str,
    variant: Variant,
    name_of: Callable[[str], str],
    *,
    length_nm: float,
    least_gap: float,
) -> list[Place]:
    """Return the names beside a way in order, no two nearer than a share of its length.

    Its ends come first, then the straits that its own name says, other straits, and seas.

    Parameters
    ----------
    least_gap
        The share of the length (0 to 1) that a line of text takes.
    """
    known = list(_waters(transits, feature_id, variant.slug, name_of))
    straits = [one for one in known if one.kind == "strait"]
    ends = _ends(straits, variant, length_nm)
    named = [one for one in straits if one.name.split(" ")[0] in variant.name]
    others = [one for one in straits if one not in named]
    seas = [one for one in known if one.kind == "sea"]
    chosen = list(ends)
    for one in (*named, *others, *seas):
        is_known = any(one.name == place.name for place in chosen)
        is_clear = all(abs(one.nm - place.nm) >= least_gap * length_nm for place in chosen)
        if is_clear and not is_known and len(one.name) <= _LONGEST_NAME:
            chosen.append(one)
    return sorted(chosen, key=lambda one: one.nm)


def _waters(
    transits: Transits, feature_id: str, variant: str, name_of: Callable[[str], str]
) -> Iterator[Place]:
    """Yield each strait and sea once, at the middle of its longest stretch."""
    rows = transits.waters(feature_id, variant)
    longest: dict[str, tuple[float, Place]] = {}
    columns = (rows[name] for name in ("water", "kind", "from_nm", "to_nm"))
    for water, kind, start, end in zip(*columns, strict=True):
        place = Place(name_of(water), (float(start) + float(end)) / 2, str(kind))
        if float(end) - float(start) > longest.get(water, (-1.0, place))[0]:
            longest[water] = float(end) - float(start), place
    yield from (place for _, place in longest.values())


def _ends(straits: Iterable[Place], variant: Variant, length_nm: float) -> Iterator[Place]:
    """Yield both ends of a way: the strait there, or else its first and its last waypoint."""
    named = [str(point.get("name", "")) for point in variant.waypoints]
    for nm, name in ((0.0, named[0] if named else ""), (length_nm, named[-1] if named else "")):
        strait = next((one for one in straits if abs(one.nm - nm) <= _END_NM), None)
        said = strait.name if strait else _plain(name)
        if said:
            yield Place(said, nm, "end")


def _plain(name: str) -> str:
    """Return the name of a waypoint as a place: without what says where it lies beside it."""
    said = name.partition(" (")[0]
    for words in _WORDS_AT_END:
        said = said.removesuffix(words)
    return said
