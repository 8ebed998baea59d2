"""Voyages are as long as others print, and the table in the documents says how nearly."""

from functools import cache
from statistics import median

import pytest

from geo.errors import CatalogueError
from geo.measure.voyages import accuracy
from geo.measure.voyages.accuracy import Row, accuracy_table, as_markdown
from geo.measure.voyages.published import read_published
from geo.measure.voyages.ways import load_measurer
from tests import shipped
from tests.repository import ROOT

DOCUMENT = ROOT / "docs" / "voyages.md"
MEDIAN_PERCENT, MOST_PERCENT, STATED_PERCENT = 2.0, 6.0, 4.0


@cache
def table() -> list[Row]:
    return accuracy_table(load_measurer(shipped.catalogue()))


def test_every_published_distance_is_compared() -> None:
    rows, missing = read_published()
    assert missing == ""
    assert [row.published_nm for row in table()] == [row.published.nm for row in rows]


def test_half_of_the_lengths_are_within_two_per_cent_and_none_is_off_by_more_than_six() -> None:
    differences = [abs(row.percent) for row in table()]
    assert median(differences) <= MEDIAN_PERCENT
    assert [row for row in table() if abs(row.percent) > MOST_PERCENT] == []


def test_a_difference_of_more_than_four_per_cent_has_its_reason_beside_it() -> None:
    far = [row for row in table() if abs(row.percent) > STATED_PERCENT]
    assert [row for row in far if len(row.note) < len("longer than all routes on the map")] == []
    shown = "\n".join(as_markdown(table()))
    assert all(row.note in shown for row in far)


def test_ways_with_one_track_are_as_near_as_those_with_a_choice() -> None:
    single = [abs(row.percent) for row in table() if row.shortest_nm == row.longest_nm]
    assert len(single) >= 9
    assert median(single) <= MEDIAN_PERCENT


def test_the_table_in_the_document_is_that_of_today() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    assert "\n".join(as_markdown(table())) in text, (
        "run python -m geo.measure.voyages.accuracy and put its table into docs/voyages.md"
    )


def test_what_the_document_says_of_the_table_is_true() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    differences = sorted(abs(row.percent) for row in table())
    assert f"half of them within {median(differences):.1f} %" in text
    assert f"the largest is {differences[-1]:.1f} %" in text


def test_a_difference_of_nothing_has_no_sign() -> None:
    row = table()[0]
    for nm, shown in ((1000.4, "0.0 %"), (999.6, "0.0 %"), (1010.0, "+1.0 %"), (980.0, "−2.0 %")):
        line = list(as_markdown([row._replace(published_nm=1000.0, nearest_nm=nm)]))[-1]
        assert f"| {shown} |" in line


def test_a_broken_table_is_an_error_and_no_empty_comparison(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    measurer = load_measurer(shipped.catalogue())
    rows, _ = read_published()
    for wrong, words in (
        (((), "published_distances.csv is missing."), "is missing"),
        (((rows[0]._replace(origin="atlantis"),), ""), "atlantis"),
        (((rows[0]._replace(via="direct"),), ""), "no such way"),
    ):
        monkeypatch.setattr(accuracy, "read_published", lambda wrong=wrong: wrong)
        with pytest.raises(CatalogueError, match=words):
            accuracy_table(measurer)
