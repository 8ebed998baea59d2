"""Viewpoints: borders and disputed waters as the UN, a claimant or whoever is in control has them.

`data/viewpoints.csv` has a row for each feature of which a viewpoint says something of its own;
what it does not list is shown as by default. The default takes no side: land as it is controlled,
Crimea with Ukraine as the UN General Assembly has it, and disputed waters with every claimant.
`data/viewpoints-left-out.csv` says why some claimants have no view of their own.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from geo import messages
from geo.catalogue.features import Catalogue
from geo.catalogue.records import DATA, Feature, Stance
from geo.errors import DAMAGE, CatalogueError
from geo.sentences import with_article

TABLE, LEFT_OUT = "viewpoints.csv", "viewpoints-left-out.csv"
_NOT_DRAWN = "no"


@dataclass(frozen=True)
class Reason:
    """Why the views of some nations on a dispute are not shown."""

    nations: tuple[str, ...]
    dispute: str
    reason: str


Stances = Mapping[str, Mapping[str, Stance]]
"""What each viewpoint says, by viewpoint and feature, in the table's order."""


def load_viewpoints(folder: Path = DATA) -> Stances:
    """Return what each viewpoint says.

    Raises
    ------
    CatalogueError
        The table is missing or damaged.
    """
    found: dict[str, dict[str, Stance]] = {}
    for row in _rows(folder / TABLE):
        stance = Stance(
            viewpoint=row["viewpoint"],
            feature=row["feature"],
            holders=tuple(row["holders"].split()),
            zone=row["zone"],
            is_drawn=row["drawn"] != _NOT_DRAWN,
            name=row["name"],
            label=row["label"],
            words=row["words"],
            source=row["source"],
            confidence=row["confidence"],
        )
        found.setdefault(stance.viewpoint, {})[stance.feature] = stance
    return found


def load_reasons(folder: Path = DATA) -> list[Reason]:
    """Return why some claimants have no view of their own.

    Raises
    ------
    CatalogueError
        The table is missing or damaged.
    """
    return [
        Reason(tuple(row["nations"].split()), row["dispute"], row["reason"])
        for row in _rows(folder / LEFT_OUT)
    ]


def _rows(path: Path) -> Iterator[dict[str, str]]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file, strict=True)
    except (*DAMAGE, csv.Error) as error:
        raise CatalogueError(
            f"{path.name} cannot be read; restore it from the repository."
        ) from error


def seen_by(catalogue: Catalogue, viewpoint: str, stances: Stances) -> Catalogue:
    """Return the catalogue as a viewpoint has it; itself for the default.

    Names, labels and regimes are those of the view. Shapes, the states of each zone, and with them
    all figures, are the same in every view.
    """
    own = {i: stance for i, stance in stances.get(viewpoint, {}).items() if i in catalogue.features}
    if not own:
        return catalogue
    changed = {i: _seen(catalogue.features[i], stance) for i, stance in own.items()}
    features = {i: changed.get(i, feature) for i, feature in catalogue.features.items()}
    return replace(
        catalogue,
        features=MappingProxyType(features),
        viewpoint=viewpoint,
        stances=MappingProxyType(own),
    )


def _seen(feature: Feature, stance: Stance) -> Feature:
    named = replace(feature, name=stance.name or feature.name)
    if stance.label:
        named = replace(named, label=stance.label, short_label="")
    if not stance.zone:
        return named
    details = {**feature.details, "zone": stance.zone}
    status = "disputed" if stance.zone == "disputed" else "official"
    return replace(named, status=status, details=MappingProxyType(details))


def stances_on(catalogue: Catalogue, feature: Feature) -> list[Stance]:
    """Return what the catalogue's viewpoint says of a feature, or else of the disputes over it."""
    if feature.id in catalogue.stances:
        return [catalogue.stances[feature.id]]
    disputes = catalogue.related_features.get(feature.id, {}).get("disputes", ())
    return [catalogue.stances[i] for i in disputes if i in catalogue.stances]


def viewpoint_name(viewpoint: str, features: Mapping[str, Feature]) -> str:
    """Return a viewpoint's name: that of a nation, or of another one in `geo.messages`."""
    if viewpoint in features:
        return features[viewpoint].name
    return messages.VIEWPOINTS.get(viewpoint, viewpoint)


def viewpoint_phrase(viewpoint: str, features: Mapping[str, Feature]) -> str:
    """Return whose view it is within a sentence: 'as seen by Canada'."""
    if viewpoint == messages.DE_FACTO:
        return messages.AS_CONTROLLED
    name = with_article(viewpoint_name(viewpoint, features))
    return messages.AS_SEEN_BY.format(name=name)


def viewpoint_sentence(catalogue: Catalogue) -> str:
    """Return a sentence on the catalogue's viewpoint, without a full stop; '' for the default."""
    if not catalogue.viewpoint:
        return ""
    phrase = viewpoint_phrase(catalogue.viewpoint, catalogue.features)
    return messages.BORDERS_SEEN.format(phrase=phrase)
