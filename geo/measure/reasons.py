"""Why nations stand to a feature, told of one variant: what every page and file says of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from geo import words
from geo.catalogue.features import Catalogue
from geo.catalogue.records import Feature
from geo.measure.roles import COASTAL_LEAST_NM, Reason
from geo.measure.waters import Waters

Way = tuple[str, str]
"""Feature and variant of one track."""


def standing(
    catalogue: Catalogue,
    waters: Waters,
    feature: Feature,
    reasons: Sequence[Reason],
    variant: str = "",
) -> list[Reason]:
    """Return the reasons of a feature with the miles of one variant, each in words.

    What decides: of a chosen variant its own miles are told, and where it has none, that others
    have them. Without one, and of a group, the most over all tracks is told with the track that
    has it. Each nation's waters stand once.

    Parameters
    ----------
    reasons
        The feature's own, as `reasons_by_feature` gives them.
    variant
        Slug of the variant; '' or an unknown one stands for all.
    """
    if not any(reason.length_nm for reason in reasons):
        return list(reasons)
    measured = {way: waters.nation_nm(*way) for way in _ways(catalogue, waters, feature)}
    told: list[Reason] = []
    for reason in reasons:
        miles = {way: nm[reason.nation] for way, nm in measured.items() if reason.nation in nm}
        if not reason.length_nm or not miles:
            told.append(reason)
        elif (feature.id, variant) in measured:
            told.append(_of_one(catalogue, reason, miles, (feature.id, variant)))
        else:
            told.append(_of_all(catalogue, reason, miles, feature, of=len(measured)))
    return list(dict.fromkeys(told))


def _ways(catalogue: Catalogue, waters: Waters, feature: Feature) -> Iterator[Way]:
    for identity in (feature.id, *feature.members):
        if identity in catalogue.features:
            yield from ((identity, slug) for slug in waters.variants(identity))


def _of_one(
    catalogue: Catalogue, reason: Reason, miles: Mapping[Way, float], chosen: Way
) -> Reason:
    """Return a reason with the miles of the chosen track."""
    nm = miles.get(chosen, 0.0)
    if nm >= COASTAL_LEAST_NM:
        return replace(reason, length_nm=nm, said=words.IN_ITS_WATERS.format(nm=nm))
    most = max(miles, key=lambda way: miles[way])
    name = way_name(catalogue, most, alone=True)
    said = words.BY_OTHER_VARIANTS.format(nm=miles[most], name=name)
    return replace(reason, length_nm=0.0, said=said)


def _of_all(
    catalogue: Catalogue, reason: Reason, miles: Mapping[Way, float], feature: Feature, *, of: int
) -> Reason:
    """Return a reason with the most miles over all tracks, and whose they are."""
    most = max(miles, key=lambda way: miles[way])
    name = way_name(catalogue, most, alone=most[0] == feature.id)
    pattern = words.IN_ITS_WATERS if of == 1 else words.AT_MOST_IN_ITS_WATERS
    return replace(reason, length_nm=miles[most], said=pattern.format(nm=miles[most], name=name))


def way_name(catalogue: Catalogue, way: Way, *, alone: bool = False) -> str:
    """Return the name of a track: its variant's, after its feature's unless it stands alone."""
    feature = catalogue.features[way[0]]
    name = next((v.name for v in feature.variants if v.slug == way[1]), "")
    return (name if alone else ": ".join(p for p in (feature.name, name) if p)) or feature.name
