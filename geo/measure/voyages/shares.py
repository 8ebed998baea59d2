"""Whose waters the miles of a track lie in, each mile once, so that the parts make up the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geo.measure.voyages.records import Stretch

RESTS = ("joint", "disputed", "high_seas", "land", "not_assessed")
"""Zones whose miles are no single state's, in the order in which they are told."""


class Share(NamedTuple):
    """The miles of one state, of the states that share or claim a zone, or of nobody's zone.

    Attributes
    ----------
    state
        The state or territory, 'RU+US' for several, '' for nobody.
    zone
        One of `RESTS`, '' for the waters of one state.
    """

    state: str
    zone: str
    nm: float


def shares_of(stretches: Iterable[Stretch]) -> list[Share]:
    """Return the parts of a track: states by their miles, most first, then in the order of RESTS.

    A territory stands alone: Greenland's miles are not Denmark's too, as in `Waters.nation_nm`.
    """
    sums: dict[tuple[str, str], float] = {}
    for part in stretches:
        owner = owner_of(part)
        sums[owner] = sums.get(owner, 0.0) + part.nm
    shares = [Share(state, zone, nm) for (state, zone), nm in sums.items()]
    return sorted(shares, key=_order)


def owner_of(part: Stretch) -> tuple[str, str]:
    """Return whose a stretch is: its state, and its zone if that is one of `RESTS`."""
    return part.state, part.zone if part.zone in RESTS else ""


def _order(share: Share) -> tuple[int, float]:
    return RESTS.index(share.zone) if share.zone else -1, -share.nm


def nm_by_waters(stretches: Iterable[Stretch]) -> dict[str, float]:
    """Return the miles in the waters of each state or territory alone, most first."""
    return {share.state: share.nm for share in shares_of(stretches) if not share.zone}


def nm_of_rest(stretches: Iterable[Stretch]) -> dict[str, float]:
    """Return the miles of no single state by zone, 0 where there are none."""
    sums = dict.fromkeys(RESTS, 0.0)
    for share in shares_of(stretches):
        if share.zone:
            sums[share.zone] += share.nm
    return sums
