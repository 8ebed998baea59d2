"""The ports of the catalogue, and a port by whatever a reader calls it.

Ports are the places of type `port`. A port is found by its id, by any of its names in any language
and by its UN/LOCODE; case, accents and punctuation do not count, and what is in brackets may be
left out or stand alone: "Barrow", "Utqiagvik (Barrow)". After a comma may stand the country. Where
the catalogue calls a port "Port of Singapore", the names of the place itself find it too.
"""

from __future__ import annotations

import re
import unicodedata
from difflib import get_close_matches
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from geo import messages
from geo.characters import one_line
from geo.errors import UnknownPortError
from geo.geodesy import GEOD
from geo.measure.voyages.records import Port

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from geo.catalogue.features import Catalogue
    from geo.catalogue.records import Feature

_TYPE = "port"
_PORT_STATE = "port-state"
_CODES = ("UN/LOCODE", "entry of the port in the UN list")
_CODE = re.compile(r"([A-Z]{2})[ -]?([A-Z0-9]{3})\Z", re.ASCII)
_LETTERS = str.maketrans(
    {"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)
"""Letters that are no plain letter with a mark; folded names only."""
_SAINT = re.compile(r"\b(?:st|saint|sankt)\b")
_BETWEEN_WORDS = re.compile(r"[\W_]+")
_BRACKETS = re.compile(r"[(（]([^()（）]*)[)）]")
_OF_PLACE = "Port of "
_PORT_WORD = re.compile(r"\Aпорт |港\Z")
"""What other languages add to the name of such a place."""
_MAX_CHARS = 120
_SHOWN_CHARS = 60
_NEAR, _NEAREST = 5, 3
_ALIKE = 0.7
"""How much of a name must be the same for it to be near: from 0 to 1, as `difflib` counts."""


class _Index(NamedTuple):
    """What finds a port: by folded name, by code, by label; and names of each port's nations."""

    ports: Mapping[str, Port]
    names: Mapping[str, str]
    codes: Mapping[str, str]
    labels: Mapping[str, str]
    nations: Mapping[str, frozenset[str]]


def ports(catalogue: Catalogue) -> tuple[Port, ...]:
    """Return every port of the catalogue, in its order."""
    return tuple(_indexed(catalogue).ports.values())


def port_names(catalogue: Catalogue) -> dict[str, str]:
    """Return what a list of ports can be searched by, and the id of the port.

    The main names come first, then the others and the codes, each with the main name in brackets:
    "Роттердам (Rotterdam)", "NLRTM (Rotterdam)". No label is there twice, and each is also found
    by `find_port`.
    """
    return dict(_indexed(catalogue).labels)


def find_port(text: str, catalogue: Catalogue) -> Port:
    """Return the port that a reader means.

    Parameters
    ----------
    text
        An id, a name, a label of `port_names` or a UN/LOCODE.

    Raises
    ------
    UnknownPortError
        When no port is found; the message and `near` hold up to five that look like it, or for
        a place that is no port those of that state, or the three nearest to it.
    """
    index = _indexed(catalogue)
    given = text[:_MAX_CHARS].strip() if isinstance(text, str) else ""
    for candidate, nation in _candidates(given):
        identity = index.names.get(fold(candidate)) or _by_code(candidate, index)
        if identity and (not nation or fold(nation) in index.nations[identity]):
            return index.ports[identity]
    place = _place(given, catalogue)
    near = _near_place(place, catalogue, index) if place else _near(given, index)
    raise UnknownPortError(_message(given, near, place), near)


def fold(text: str) -> str:
    """Return a name without case, accents and punctuation; "St." and "Saint" are one word."""
    plain = text.casefold().translate(_LETTERS)
    parts = unicodedata.normalize("NFKD", plain)
    bare = "".join(char for char in parts if not unicodedata.combining(char))
    words = _BETWEEN_WORDS.sub(" ", re.sub(r"['’ʼ`]", "", bare)).strip()
    return _SAINT.sub("st", words)


def _candidates(text: str) -> Iterator[tuple[str, str]]:
    """Yield what may be a port's name in a text, and the country that the text adds to it."""
    yield text, ""
    outside = _BRACKETS.sub(" ", text).strip()
    inside = [part for part in _BRACKETS.findall(text) if part.strip()]
    if inside:
        yield outside, ""
        for part in inside:
            yield part, ""
    if "/" in outside:
        for part in outside.split("/"):
            yield part, ""
    name, comma, nation = outside.rpartition(",")
    if comma:
        yield name, nation


def _by_code(text: str, index: _Index) -> str:
    found = _CODE.match(text.strip().upper())
    return index.codes.get("".join(found.groups()), "") if found else ""


def _near(text: str, index: _Index) -> tuple[str, ...]:
    """Return labels of different ports: where one begins with the other, then those like it."""
    labels: dict[str, str] = {}
    for label in index.labels:
        name = _BRACKETS.sub("", label).strip()
        if name not in index.codes:
            labels.setdefault(fold(name), label)
    folded = fold(text)
    begun = [name for name in labels if len(folded) > 1 and name.startswith(folded)]
    begun += [name for name in labels if folded.startswith(f"{name} ")]
    found: dict[str, str] = {}
    for name in [*begun[:_NEAR], *get_close_matches(folded, labels, n=4 * _NEAR, cutoff=_ALIKE)]:
        found.setdefault(index.labels[labels[name]], labels[name])
    return tuple(found.values())[:_NEAR]


def _place(text: str, catalogue: Catalogue) -> Feature | None:
    """Return what has this name on the map without being a port: a town inland, a sea, a state."""
    folded = fold(text)
    return next(
        (
            feature
            for feature in catalogue.features.values()
            if folded
            and feature.type != _TYPE
            and any(folded == fold(name.text.partition(",")[0]) for name in feature.all_names())
        ),
        None,
    )


def _near_place(place: Feature, catalogue: Catalogue, index: _Index) -> tuple[str, ...]:
    """Return the ports of a state, or those nearest to a place; the nearest first."""
    own = {name for name, nations in index.nations.items() if fold(place.id) in nations}
    among = [port for port in index.ports.values() if not own or port.id in own]
    shapes = list(catalogue.shapes(place.id).values())
    if not shapes or not among:
        return tuple(port.name for port in among[:_NEAR])
    middle = shapes[0].representative_point()
    lons, lats = [port.lon for port in among], [port.lat for port in among]
    metres = GEOD.inv([middle.x] * len(among), [middle.y] * len(among), lons, lats)[2]
    order = sorted(range(len(among)), key=metres.__getitem__)
    return tuple(among[at].name for at in order[:_NEAREST])


def _message(text: str, near: tuple[str, ...], place: Feature | None) -> str:
    shown = one_line(text, max_chars=_SHOWN_CHARS)
    if place:
        return messages.PORT_IS_PLACE.format(text=shown, names=", ".join(near))
    what = messages.PORT_UNKNOWN.format(text=shown) if shown else messages.PORT_MISSING
    way_out = messages.PORT_NEAR.format(names=", ".join(near)) if near else messages.PORT_CHOOSE
    return f"{what} {messages.PORT_RULE} {way_out}"


def _indexed(catalogue: Catalogue) -> _Index:
    """Return the index of a catalogue, made once and kept for the last few."""
    return _index(_ById(catalogue))


class _ById:
    """A catalogue as the key of a cache: the same object, not an equal one."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue

    def __hash__(self) -> int:
        return id(self.catalogue)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _ById) and self.catalogue is other.catalogue


@lru_cache(maxsize=4)
def _index(key: _ById) -> _Index:
    catalogue = key.catalogue
    places = [one for one in catalogue.of_kind("place") if one.type == _TYPE]
    here = {one.id: _port(one, catalogue) for one in places if catalogue.shapes(one.id)}
    features = [one for one in places if one.id in here]
    codes = {code: one.id for one in features for code in _codes(one)}
    nations = {one.id: frozenset(_nations(one, catalogue)) for one in features}
    return _Index(here, _names(features, catalogue), codes, _labels(features), nations)


def _port(feature: Feature, catalogue: Catalogue) -> Port:
    ((lon, lat, *_),) = next(iter(catalogue.shapes(feature.id).values())).coords
    nations = (role.nation for role in feature.nations if role.role == _PORT_STATE)
    return Port(feature.id, feature.name, lon, lat, next(nations, ""))


def _codes(feature: Feature) -> Iterator[str]:
    for key in _CODES:
        yield from re.findall(r"\b[A-Z]{2}[A-Z0-9]{3}\b", str(feature.details.get(key, "")))


def _names(features: list[Feature], catalogue: Catalogue) -> dict[str, str]:
    """Return the id by folded name; what comes first keeps a name: main names, ids, the others."""
    found: dict[str, str] = {}
    for feature in features:
        found.setdefault(fold(feature.name), feature.id)
    for feature in features:
        found.setdefault(fold(feature.id), feature.id)
    for feature in features:
        for name in feature.all_names():
            found.setdefault(fold(name.text), feature.id)
    places = {
        one.name: one
        for one in catalogue.features.values()
        if one.kind in {"place", "state", "region"} and one.type != _TYPE
    }
    for feature in features:
        bare = feature.name.removeprefix(_OF_PLACE)
        texts = [name.text for name in places[bare].all_names()] if bare in places else []
        if bare != feature.name:
            texts += [bare, *(_PORT_WORD.sub("", name.text) for name in feature.names)]
        for text in texts:
            found.setdefault(fold(text), feature.id)
    return found


def _labels(features: list[Feature]) -> dict[str, str]:
    own = {feature.name: feature.id for feature in features}
    others = {
        f"{text} ({feature.name})": feature.id
        for feature in features
        for text in [*(name.text for name in feature.all_names()), *_codes(feature)]
        if text != feature.name
    }
    return {
        label: group[label]
        for group in (own, others)
        for label in sorted(group, key=lambda one: (fold(one), one))
    }


def _nations(feature: Feature, catalogue: Catalogue) -> Iterator[str]:
    """Yield folded names and codes of the states and the territory that a port lies in."""
    for code in (*(role.nation for role in feature.nations), feature.part_of):
        if code:
            yield fold(code)
        if code in catalogue.features:
            yield from (fold(name.text) for name in catalogue.features[code].all_names())
