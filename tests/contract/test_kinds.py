"""Each table by a feature's kind has every kind; the failure names the table."""

from collections.abc import Collection

from geo import messages
from geo.catalogue.schema import KINDS
from geo.draw.palette import PALETTES, WIDTHS
from geo.exchange import geojson
from tests.repository import ROOT

TABLES: dict[str, Collection[str]] = {
    "geo/messages.py: KINDS": messages.KINDS,
    "geo/draw/palette.py: LIGHT.kinds": PALETTES["light"].kinds,
    "geo/draw/palette.py: DARK.kinds": PALETTES["dark"].kinds,
    "geo/draw/palette.py: WIDTHS": WIDTHS,
    "geo/exchange/geojson.py: CLASSES": geojson.CLASSES,
}


def test_each_table_of_kinds_has_every_kind() -> None:
    lacking = {name: set(KINDS) ^ set(table) for name, table in TABLES.items()}
    assert {name: kinds for name, kinds in lacking.items() if kinds} == {}


def test_the_document_on_architecture_names_each_of_these_tables() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    (row,) = [line for line in text.splitlines() if line.startswith("| a kind of feature")]
    assert [name for name in TABLES if name.partition(":")[0] not in row] == []
