"""The files of the season: each block's table, its columns, and the address it was made for."""

import csv
import io
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
import streamlit as st

from geo import messages
from geo.exchange.season import extent, ice, polaris, traffic, when
from tests.app.conftest import ROOT
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
FIGURES = ("when", "ice", "less", "sails", "polaris")
"""Blocks with a figure."""
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
    for block in FIGURES:
        page.app.session_state[f"season-{block}-figure"] = True
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


@pytest.mark.parametrize("block", FIGURES)
def test_each_figure_is_made_for_the_address(
    offered: dict[str, tuple[str, Callable[[], bytes]]], block: str
) -> None:
    name, make = offered[f"season-{block}-figure-file"]
    assert name.startswith(f"arctic-passages-{block}-")
    assert name.endswith("-a4.pdf")
    assert make().startswith(b"%PDF")


def test_no_page_but_share_loads_what_draws_figures() -> None:
    pages = [f"pages/{one.name}" for one in (ROOT / "pages").glob("[a-z]*.py")]
    code = (
        "import sys\n"
        "from streamlit.testing.v1 import AppTest\n"
        f"app = AppTest.from_file({str(ROOT / 'dashboard.py')!r}, default_timeout=300).run()\n"
        f"for page in {sorted({*pages} - {'pages/share.py'})!r}:\n"
        "    app.switch_page(page).run()\n"
        "    print(page, len(app.exception), 'matplotlib' in sys.modules)\n"
    )
    ran = subprocess.run(  # noqa: S603  our own code
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    said = [line for line in ran.stdout.splitlines() if line.startswith("pages/")]
    assert len(said) == len(pages) - 1
    assert [line for line in said if not line.endswith(" 0 False")] == []


def test_where_matplotlib_does_not_load_a_figure_says_so_and_the_rest_stands(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "pages._figure", None)
    page = started()
    page.app.session_state["season-ice-figure"] = True
    go(page)
    assert not page.app.exception
    assert messages.NO_FIGURE in [one.value for one in page.app.caption]
