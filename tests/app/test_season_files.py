"""The files of the season: each block's table, its columns, and the address it was made for."""

import csv
import io
import re
from collections.abc import Callable
from datetime import date
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
import streamlit as st

from geo.exchange.season import extent, ice, polaris, traffic, when
from tests.app.season import go
from tests.app.voyages import Voyages, started

VIEW = {"on": "2024-09-03", "zones": "type-a", "class": "PC5"}
COLUMNS = {
    "when": when.COLUMNS,
    "ice": ice.COLUMNS,
    "less": extent.COLUMNS,
    "sails": traffic.COLUMNS,
    "polaris": polaris.COLUMNS,
}
"""Of each block's table."""
SURE = {"source", "sources"}


@pytest.fixture
def offered(monkeypatch: pytest.MonkeyPatch) -> dict[str, tuple[str, Callable[[], bytes]]]:
    """Return name and maker of each file that the page offers, by key, at a view of it."""
    found: dict[str, tuple[str, Callable[[], bytes]]] = {}
    whole = st.download_button

    def download_button(label: str, data: Callable[[], bytes], **more: Any) -> object:
        found[more["key"]] = more["file_name"], data
        return whole(label, data, **more)

    monkeypatch.setattr(st, "download_button", download_button)
    page: Voyages = started()
    go(page, **VIEW)
    return found


@pytest.mark.parametrize("block", COLUMNS)
def test_each_block_has_a_table_with_source_day_and_the_address_of_the_view(
    offered: dict[str, tuple[str, Callable[[], bytes]]], block: str
) -> None:
    name, make = offered[f"season-{block}-csv"]
    assert re.fullmatch(rf"arctic-passages-{block}-\d{{4}}-\d\d-\d\d\.csv", name)
    rows = [*csv.DictReader(io.StringIO(make().decode("utf-8-sig")))]
    assert rows
    assert tuple(rows[0]) == COLUMNS[block]
    assert SURE & rows[0].keys()
    assert {"confidence", "address", "made"} <= rows[0].keys()
    assert all(row[column] for row in rows for column in ("confidence", "address", "made"))
    (address,) = {row["address"] for row in rows}
    assert urlsplit(address).path == "/season"
    assert dict(parse_qsl(urlsplit(address).query)) == VIEW
    made = re.search(r"\d{4}-\d\d-\d\d", rows[0]["made"])
    assert made
    assert date.fromisoformat(made[0]).isoformat() in name


@pytest.mark.parametrize("block", ["when", "less", "sails", "polaris"])
def test_each_figure_is_made_for_the_address(
    offered: dict[str, tuple[str, Callable[[], bytes]]], block: str
) -> None:
    name, make = offered[f"season-{block}-figure-file"]
    assert name.startswith(f"arctic-passages-{block}-")
    assert name.endswith("-a4.pdf")
    assert make().startswith(b"%PDF")
