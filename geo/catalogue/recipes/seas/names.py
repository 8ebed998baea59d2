"""Properties of seas and straits: names, sources, limits in words."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from geo.catalogue.recipes.seas.cover import Limit
from geo.catalogue.recipes.write import NATURAL_EARTH, source

Row = Mapping[str, str]

S23 = source(
    "Limits of Oceans and Seas, Special Publication 23, third edition",
    publisher="International Hydrographic Organization",
    date="1953",
    confidence="digitised by this project from the publication’s wording; schematic",
)
OWN = source(
    "Limits drawn by this project",
    publisher="Arctic Passages",
    date="2026",
    confidence="not checked; not a published limit",
)
DEFAULTS: dict[str, Any] = {
    "status": "observed",
    "precision": "schematic",
    "sources": [OWN, NATURAL_EARTH],
}
_PRECISION = {"S-23": "digitised"}


def sources_of(basis: str) -> list[dict[str, str]]:
    """Return the sources of an area by the basis of its limits."""
    return [S23, NATURAL_EARTH] if basis == "S-23" else [OWN, NATURAL_EARTH]


def common_properties(row: Row, *, kind: str) -> dict[str, Any]:
    """Return the properties that seas and straits share, without defaults."""
    properties: dict[str, Any] = {"id": row["id"], "last_checked": row["last_checked"]}
    properties |= {"kind": kind, "name": row["name"]}
    if row["names"]:
        properties["names"] = [_name(text.strip()) for text in row["names"].split(";")]
    properties["type"] = row["type"]
    if row["basis"] in _PRECISION:
        properties["precision"] = _PRECISION[row["basis"]]
    if row["part_of"]:
        properties["part_of"] = row["part_of"]
    if row["note"]:
        properties["note"] = row["note"]
    return properties


def _name(text: str) -> str | dict[str, Any]:
    """Return a name as the catalogue writes it: bare, with its language, or unchanged."""
    if text.startswith("{"):
        entry: dict[str, Any] = json.loads(text)
        return entry
    lang, _, rest = text.partition(":")
    return {"text": rest, "lang": lang} if rest else text


def limit_words(limits: Iterable[Limit]) -> str:
    """Return the limits of an area in words, each with its basis."""
    said = {"S-23": "after S-23", "project": "this project"}
    return "; ".join(f"{limit.words} ({said[limit.basis]})" for limit in limits)
