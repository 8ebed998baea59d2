"""The nations' roles in a feature or one of its variants, as shown on pages and in files."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from geo import messages
from geo.catalogue.features import Catalogue
from geo.catalogue.records import Feature
from geo.catalogue.relations import members_in_turn
from geo.measure.roles import COASTAL_MIN_NM, Reason
from geo.measure.waters import Waters

TrackKey = tuple[str, str]
"""Feature and variant of one track."""


def variant_reasons(
    catalogue: Catalogue,
    waters: Waters,
    feature: Feature,
    reasons: Sequence[Reason],
    variant: str = "",
) -> list[Reason]:
    """Return the reasons of a feature with the nautical miles of one variant, in words.

    A chosen variant has its own miles, or a note that other variants have some. Without a variant,
    and for a group, it is the maximum over all tracks, with that track's name. Each nation's waters
    are listed once.

    Parameters
    ----------
    reasons
        The feature's own, from `reasons_by_feature`.
    variant
        Slug of the variant; '' or an unknown one means all.
    """
    if not any(reason.length_nm for reason in reasons):
        return list(reasons)
    measured = {
        track: waters.nation_nm(*track) for track in _track_keys(catalogue, waters, feature)
    }
    result: list[Reason] = []
    for reason in reasons:
        miles = {track: nm[reason.nation] for track, nm in measured.items() if reason.nation in nm}
        if not reason.length_nm or not miles:
            result.append(reason)
        elif (feature.id, variant) in measured:
            result.append(_of_one(catalogue, reason, miles, (feature.id, variant)))
        else:
            result.append(_of_all(catalogue, reason, miles, feature, of=len(measured)))
    return list(dict.fromkeys(result))


def _track_keys(catalogue: Catalogue, waters: Waters, feature: Feature) -> Iterator[TrackKey]:
    for identity in (feature.id, *members_in_turn(catalogue.features, feature)):
        yield from ((identity, slug) for slug in waters.variants(identity))


def _of_one(
    catalogue: Catalogue, reason: Reason, miles: Mapping[TrackKey, float], chosen: TrackKey
) -> Reason:
    """Return a reason with the miles of the chosen track."""
    nm = miles.get(chosen, 0.0)
    if nm >= COASTAL_MIN_NM:
        return replace(reason, length_nm=nm, text=messages.IN_ITS_WATERS.format(nm=nm))
    most = max(miles, key=lambda track: miles[track])
    name = track_name(catalogue, most, alone=True)
    text = messages.BY_OTHER_VARIANTS.format(nm=miles[most], name=name)
    return replace(reason, length_nm=0.0, text=text)


def _of_all(
    catalogue: Catalogue,
    reason: Reason,
    miles: Mapping[TrackKey, float],
    feature: Feature,
    *,
    of: int,
) -> Reason:
    """Return a reason with the maximum miles over all tracks, and that track's name."""
    most = max(miles, key=lambda track: miles[track])
    name = track_name(catalogue, most, alone=most[0] == feature.id)
    pattern = messages.IN_ITS_WATERS if of == 1 else messages.AT_MOST_IN_ITS_WATERS
    return replace(reason, length_nm=miles[most], text=pattern.format(nm=miles[most], name=name))


def track_name(catalogue: Catalogue, track: TrackKey, *, alone: bool = False) -> str:
    """Return the name of a track: feature and variant, or with `alone` the variant only."""
    feature = catalogue.features[track[0]]
    name = next((v.name for v in feature.variants if v.slug == track[1]), "")
    return (name if alone else ": ".join(p for p in (feature.name, name) if p)) or feature.name
