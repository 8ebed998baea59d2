"""When facts were last checked: the oldest first, months of the calendar, and the command."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from geo.__main__ import main
from geo.catalogue.facts import months_before, oldest_first, span_of
from geo.catalogue.records import load_features
from geo.errors import DateError

DAYS = {"b.geojson": ("2026-03-01", "2025-02-28"), "a.geojson": ("2026-03-01", "2024-02-29")}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with two files of two features each."""
    for file, days in DAYS.items():
        shared = {"kind": "sea", "name": "A Sea", "status": "observed", "precision": "schematic"}
        shared |= {"note": "A note.", "sources": [{"title": "A source"}]}
        own = ({"id": f"{file[0]}-{day}", "last_checked": day} for day in days)
        items = [{"type": "Feature", "properties": shared | one, "geometry": None} for one in own]
        body = {"type": "FeatureCollection", "features": items}
        (tmp_path / file).write_text(json.dumps(body), encoding="utf-8")
    (tmp_path / "c.geojson").write_text("{", encoding="utf-8")
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, list[Any], str]:
    """Return status, lines and last line of the errors of the command."""
    status = main(["facts", *words])
    out, err = capsys.readouterr()
    return status, [json.loads(line) for line in out.splitlines()], err.strip().split("\n")[-1]


def test_the_oldest_check_comes_first_and_files_in_order_within_a_day(folder: Path) -> None:
    assert [(file, feature.last_checked) for file, feature in oldest_first(folder)] == [
        ("a.geojson", "2024-02-29"),
        ("b.geojson", "2025-02-28"),
        ("a.geojson", "2026-03-01"),
        ("b.geojson", "2026-03-01"),
    ]


def test_what_was_checked_on_the_day_itself_is_not_older(folder: Path) -> None:
    def ids(day: str) -> list[str]:
        return [feature.id for _, feature in oldest_first(folder, before=date.fromisoformat(day))]

    assert ids("2024-02-29") == []
    assert ids("2025-02-28") == ["a-2024-02-29"]
    assert ids("2025-03-01") == ["a-2024-02-29", "b-2025-02-28"]


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2026-11-30", 0, "2026-11-30"),
        ("2026-11-30", 12, "2025-11-30"),
        ("2026-03-31", 1, "2026-02-28"),
        ("2024-03-31", 1, "2024-02-29"),
        ("2024-02-29", 12, "2023-02-28"),
        ("2026-01-31", 1, "2025-12-31"),
        ("2026-01-15", 13, "2024-12-15"),
        ("0001-02-01", 1, "0001-01-01"),
    ],
)
def test_months_are_those_of_the_calendar(day: str, months: int, expected: str) -> None:
    assert months_before(date.fromisoformat(day), months).isoformat() == expected


def test_there_is_nothing_before_the_year_one() -> None:
    with pytest.raises(DateError, match="12 months before 0001-12-31"):
        months_before(date(1, 12, 31), 12)


def test_a_span_is_the_oldest_and_the_latest_check(folder: Path) -> None:
    assert span_of(load_features(folder)) == ("2024-02-29", "2026-03-01")
    assert span_of([]) == ("", "")


def test_the_command_lists_every_feature_with_file_and_sources(
    capsys: pytest.CaptureFixture[str],
) -> None:
    status, lines, _ = run(capsys)
    features = {feature.id: feature for feature in load_features()}
    assert status == 0
    assert {line["id"] for line in lines} == set(features)
    days = [line["last_checked"] for line in lines]
    assert days == sorted(days)
    (nsr,) = [line for line in lines if line["id"] == "nsr"]
    assert list(nsr) == ["id", "kind", "name", "last_checked", "file", "sources"]
    assert (nsr["kind"], nsr["file"]) == ("route", "nsr.geojson")
    assert [one["title"] for one in nsr["sources"]] == [s.title for s in features["nsr"].sources]


def test_the_command_lists_only_what_is_older(capsys: pytest.CaptureFixture[str]) -> None:
    latest = max(feature.last_checked for feature in load_features())
    status, lines, _ = run(capsys, "--older-than", "0", "--on", latest)
    assert status == 0
    assert all(line["last_checked"] < latest for line in lines)
    _, everything, _ = run(capsys, "--older-than", "12", "--on", "2100-01-31")
    assert len(everything) == len(load_features())
    assert run(capsys, "--older-than=1200", "--on=2100-01-31")[:2] == (0, [])


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--older-than", "-3"], "whole number of months from 0 to 1200, not '-3'"),
        (["--older-than", "1201"], "not '1201'"),
        (["--older-than", "9" * 5000], "whole number of months"),
        (["--older-than", "1.5"], "not '1.5'"),
        (["--older-than", "six"], "not 'six'"),
        (["--older-than", "٣"], "whole number of months"),
        (["--older-than="], "not ''"),
        (["--on", "2026-02-30"], "--on takes a day such as 2026-11-30, not '2026-02-30'"),
        (["--on", "20261130"], "not '20261130'"),
        (["--on", "yesterday"], "not 'yesterday'"),
        (["--on", "0001-01-31", "--older-than", "1"], "before the year 1"),
    ],
)
def test_bad_options_are_answered_with_a_sentence(
    capsys: pytest.CaptureFixture[str], words: list[str], says: str
) -> None:
    status, lines, error = run(capsys, *words)
    assert (status, lines) == (2, [])
    assert says in error
