"""Each feature's data without its shape; no geometry library is needed to read it.

A data file is a GeoJSON FeatureCollection in EPSG:4326. Its optional member `defaults` is merged
under the properties of each Feature. Features with one `id` are the variants of one feature; what
they share is in the defaults or in the first of them.
"""

import gzip
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from geo.catalogue.schema import check_properties
from geo.characters import refuse_constant
from geo.errors import DAMAGE, CatalogueError

DATA = Path(__file__).parent / "data"
FINE_ZONES, ZONES = "zones-fine.geojson.gz", "zones.geojson"
LAND_STATES = "land-states.geojson.gz"
ZONES_SOUTH_DEG = 50.0
"""The shipped zones reach from this parallel to the pole; south of it nothing is assessed."""
NATURAL_EARTH = "4.1.0"
"""The edition of Natural Earth that land, coasts and zones are drawn from."""
Details = Mapping[str, Any]
SOVEREIGN = {"GL": "DK", "FO": "DK", "SJ": "NO"}
"""Territories with an ISO code of their own, and the state that they belong to."""
_HALF = re.compile(r"\\u[dD][89abAB]", re.ASCII)
"""Where an escape may be a lone surrogate."""


@dataclass(frozen=True)
class Name:
    """One name of a feature, with its language and whether case must be exact."""

    text: str
    lang: str = "en"
    exact_case: bool = False
    in_lexicon: bool = True


@dataclass(frozen=True)
class Role:
    """A nation's role in a feature, and the source."""

    nation: str
    role: str
    source: str = ""


@dataclass(frozen=True)
class Source:
    """A source: title, publisher, date, licence, address, day of retrieval, confidence."""

    title: str
    publisher: str = ""
    date: str = ""
    licence: str = ""
    url: str = ""
    retrieved: str = ""
    confidence: str = ""


@dataclass(frozen=True)
class Claim:
    """One side's position in a dispute."""

    nation: str
    position: str
    source: str = ""


@dataclass(frozen=True)
class Stance:
    """What one viewpoint says of one feature, and what the map shows of it in that view.

    Attributes
    ----------
    viewpoint, feature
        Id of the viewpoint, and of the feature.
    holders
        Nations that hold it in this view; none where the view does not say.
    zone
        The regime that it is drawn as, a key of `geo.messages.ZONES`, or '' for its own.
    is_drawn
        Whether the map draws it while it is not selected.
    name, label
        Its name and its label in this view, or '' for its own.
    words
        What the view says of it, a sentence or two.
    source, confidence
        Who says so, and how sure that is.
    """

    viewpoint: str
    feature: str
    holders: tuple[str, ...] = ()
    zone: str = ""
    is_drawn: bool = True
    name: str = ""
    label: str = ""
    words: str = ""
    source: str = ""
    confidence: str = ""


@dataclass(frozen=True)
class Variant:
    """One variant of a feature: a slug, a name and, for routes, the waypoints in order."""

    slug: str
    name: str
    waypoints: tuple[Details, ...] = ()


@dataclass(frozen=True)
class Feature:
    """Anything with an id that can be drawn or named; its shapes are in `Catalogue.frame`."""

    id: str
    kind: str
    name: str
    status: str
    precision: str
    note: str
    last_checked: str = ""
    """Day on which its facts were last compared with their sources, year-month-day."""
    names: tuple[Name, ...] = ()
    nations: tuple[Role, ...] = ()
    sources: tuple[Source, ...] = ()
    claims: tuple[Claim, ...] = ()
    members: tuple[str, ...] = ()
    part_of: str = ""
    type: str = ""
    label: str = ""
    """Its name on the map, where that is a shorter one."""
    short_label: str = ""
    """The same on a narrow screen."""
    towards: str = ""
    """What is written where its track leaves the map, instead of the track's end."""
    details: Details = field(default_factory=dict)
    variants: tuple[Variant, ...] = ()

    def all_names(self) -> tuple[Name, ...]:
        """Return the display name and the other names, each text once.

        An entry in `names` that repeats the display name overrides it: its case and lexicon flags
        apply.
        """
        stated = {name.text: name for name in self.names}
        own = stated.get(self.name, Name(self.name))
        return tuple({self.name: own, **stated}.values())


def read_collection(path: Path) -> list[dict[str, Any]]:
    """Return the GeoJSON Features of a file with its defaults merged into their properties.

    Raises
    ------
    CatalogueError
        The file is missing, is not JSON or is not a FeatureCollection.
    """
    try:
        text = path.read_text(encoding="utf-8")
        collection = json.loads(text, parse_constant=refuse_constant)
        if _HALF.search(text):
            json.dumps(collection, ensure_ascii=False).encode()
    except OSError as error:
        raise CatalogueError(f"{path.name} cannot be opened ({error.strerror}).") from error
    except DAMAGE as error:
        raise CatalogueError(
            f"{path.name} is not JSON ({error}); restore it from the repository."
        ) from error
    if not isinstance(collection, dict) or collection.get("type") != "FeatureCollection":
        raise CatalogueError(f"{path.name} must be a GeoJSON FeatureCollection.")
    defaults, items = collection.get("defaults", {}), collection.get("features")
    if not isinstance(defaults, dict) or not isinstance(items, list):
        raise CatalogueError(f"{path.name} needs features as a list and defaults as an object.")
    if not all(isinstance(i, dict) and isinstance(i.get("properties") or {}, dict) for i in items):
        raise CatalogueError(f"{path.name} contains an entry that is not a GeoJSON Feature.")
    return [{**item, "properties": defaults | (item.get("properties") or {})} for item in items]


def read_features(path: Path) -> list[dict[str, Any]]:
    """Return the GeoJSON Features of a file as they stand; one that ends in `.gz` is unpacked.

    What `read_collection` checks and merges is neither checked nor merged: it is for files that a
    build has written. Errors are Python's own, see `geo.errors.DAMAGE`.
    """
    raw = path.read_bytes()
    collection = json.loads(gzip.decompress(raw) if path.suffix == ".gz" else raw)
    features: list[dict[str, Any]] = collection["features"]
    return features


def group_by_id(items: Iterable[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """Return the GeoJSON Features of each id, in order."""
    grouped: dict[str, list[dict[str, Any]]] = {}
    for item in items:
        grouped.setdefault(str(item["properties"].get("id", "")), []).append(item)
    return grouped


def load_features(folder: Path = DATA) -> list[Feature]:
    """Return the features of every valid file in the folder, without shapes.

    A file or feature that breaks the contract is left out; `load_catalogue` reports it.
    """
    return [feature for features in features_by_file(folder).values() for feature in features]


def features_by_file(folder: Path = DATA) -> dict[str, list[Feature]]:
    """Return what `load_features` returns, by the name of its file."""
    found: dict[str, list[Feature]] = {}
    for path in sorted(folder.glob("*.geojson")):
        try:
            grouped = group_by_id(read_collection(path))
        except CatalogueError:
            continue
        found[path.name] = [
            to_feature(items)
            for items in grouped.values()
            if not check_properties(items[0]["properties"], file=path.name)
        ]
    return found


def to_feature(items: list[dict[str, Any]]) -> Feature:
    """Build one feature from its variants; the first carries what they share."""
    first = items[0]["properties"]
    return Feature(
        id=first["id"],
        kind=first["kind"],
        name=first["name"],
        status=first["status"],
        precision=first["precision"],
        note=first.get("note", ""),
        last_checked=first["last_checked"],
        names=tuple(_name(entry) for entry in first.get("names", [])),
        nations=tuple(Role(**entry) for entry in first.get("nations", [])),
        sources=tuple(Source(**entry) for entry in first.get("sources", [])),
        claims=tuple(Claim(**entry) for entry in first.get("claims", [])),
        members=tuple(first.get("members", [])),
        part_of=first.get("part_of", ""),
        type=first.get("type", ""),
        label=first.get("label", ""),
        short_label=first.get("short_label", ""),
        towards=first.get("towards", ""),
        details=MappingProxyType(dict(first.get("details", {}))),
        variants=tuple(_variants(item["properties"] for item in items)),
    )


def _name(entry: str | Details) -> Name:
    if isinstance(entry, str):
        return Name(entry)
    return Name(
        entry["text"],
        lang=entry.get("lang", "en"),
        exact_case=entry.get("case") == "exact",
        in_lexicon=entry.get("lexicon", True),
    )


def _variants(properties: Iterable[Details]) -> Iterable[Variant]:
    for entry in properties:
        if slug := entry.get("variant", ""):
            yield Variant(slug, entry.get("variant_name", slug), tuple(entry.get("waypoints", ())))
