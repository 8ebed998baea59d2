from pathlib import Path

import pytest

from geo.measure.voyages.published import COLUMNS, TABLE, published, read_published
from geo.measure.voyages.records import Published


def test_a_distance_is_found_in_either_direction() -> None:
    found = published("rotterdam", "yokohama", "nsr")
    assert [one.nm for one in found] == [7345.0]
    assert found == published("yokohama", "rotterdam", "nsr")
    assert found[0].source.startswith("acentury.online")


def test_every_figure_of_a_pair_is_there() -> None:
    assert [one.nm for one in published("shanghai", "rotterdam", "nsr")] == [8046.0, 8100.0]
    assert [one.nm for one in published("shanghai", "rotterdam", "cape")] == [13800.0]
    assert published("murmansk", "churchill", "direct")[0].nm == 3600.0
    assert "Northeast Passage" in published("hamburg", "yokohama", "nsr")[0].note


@pytest.mark.parametrize(("origin", "destination", "via"), [
    ("rotterdam", "yokohama", "tsr"),
    ("rotterdam", "rotterdam", "nsr"),
    ("rotterdam", "nowhere", "nsr"),
])  # fmt: skip
def test_without_a_figure_there_is_none(origin: str, destination: str, via: str) -> None:
    assert published(origin, destination, via) == ()


def test_a_missing_table_gives_none_and_says_so(tmp_path: Path) -> None:
    assert published("rotterdam", "yokohama", "nsr", folder=tmp_path) == ()
    _, reason = read_published(tmp_path)
    assert reason == (
        "Published distances cannot be shown: published_distances.csv is missing. Restore it from "
        "the repository."
    )


@pytest.mark.parametrize("content", [
    b"",
    b"origin,nm\na,1\n",
    b"\xff\xfe\x00",
    ",".join(COLUMNS).encode() + b"\na,b,nsr,many,x,checked,\n",
    ",".join(COLUMNS).encode() + b"\na,b,nsr,nan,x,checked,\n",
    ",".join(COLUMNS).encode() + b"\na,b,nsr,-1,x,checked,\n",
    ",".join(COLUMNS).encode() + b"\na,b,moon,1,x,checked,\n",
    ",".join(COLUMNS).encode() + b"\na,b\n",
    ",".join(COLUMNS).encode() + b'\na,b,nsr,1,"x,checked,\n',
    ",".join(COLUMNS).encode() + b"\na,b,nsr,1,x\n",
    ",".join(COLUMNS).encode() + b"\na,b,nsr,1,x,checked,,more\n",
])  # fmt: skip
def test_a_broken_table_gives_none_and_says_so(tmp_path: Path, content: bytes) -> None:
    (tmp_path / TABLE).write_bytes(content)
    rows, reason = read_published(tmp_path)
    assert rows == ()
    assert reason.startswith(f"Published distances cannot be shown: {TABLE} ")
    assert published("a", "b", "nsr", folder=tmp_path) == ()


def test_a_row_is_read_as_it_stands(tmp_path: Path) -> None:
    (tmp_path / TABLE).write_text(
        f"{','.join(COLUMNS)}\na,b,nsr,1200.5,Someone,checked,about\n", encoding="utf-8"
    )
    assert published("b", "a", "nsr", folder=tmp_path) == (Published(1200.5, "Someone", "about"),)
