import csv
import io
from datetime import date

import pytest
from pypdf import PdfReader

from geo.errors import ExportError
from geo.exchange.season.extent import extent_csv
from geo.exchange.season.figures import FORMS, SIZES, make_extent_figure, make_traffic_figure
from geo.exchange.season.traffic import traffic_csv
from geo.measure.season.extent import Extents, read_extents
from geo.measure.season.traffic import Traffic, read_traffic

ADDRESS, DAY = "https://example.org/season?year=2024&year=2012", date(2026, 11, 30)
SHOWN = ((2024, 2012), date(2025, 2, 26), "article")
BEGIN = {"pdf": b"%PDF", "svg": b"<?xml", "png": b"\x89PNG"}


@pytest.fixture(scope="module")
def extents() -> Extents:
    found, wrong = read_extents()
    assert found is not None, wrong
    return found


@pytest.fixture(scope="module")
def traffic() -> Traffic:
    found, wrong = read_traffic()
    assert found is not None, wrong
    return found


def rows(file: bytes) -> list[dict[str, str]]:
    return [*csv.DictReader(io.StringIO(file.decode("utf-8-sig")))]


def test_the_table_of_extents_has_each_month_with_its_source(extents: Extents) -> None:
    found = rows(extent_csv(extents, address=ADDRESS, day=DAY))
    assert len(found) == len(extents.months)
    february = next(row for row in found if (row["year"], row["month"]) == ("2025", "2"))
    assert february["extent_million_km2"] == "13.745"
    assert february["mean_1981_2010"] == "15.301"
    assert february["rank_from_lowest"] == "1"
    assert february["source"].startswith("Mean of daily values")
    assert february["address"] == ADDRESS


def test_the_table_of_traffic_has_both_counts(traffic: Traffic) -> None:
    found = rows(traffic_csv(traffic, address=ADDRESS, day=DAY))
    both = [row for row in found if (row["subject"], row["year"]) == ("transits", "2022")]
    assert [(row["counter"], row["value"], row["drawn"]) for row in both] == [
        ("CHNL", "43.0", "first"),
        ("Rosatom", "47.0", "other"),
    ]
    last = [row for row in found if (row["subject"], row["year"]) == ("transits", "2025")]
    assert last[0]["until"] == "2025-11-30"


@pytest.mark.parametrize("size", SIZES)
def test_the_figures_say_answer_sources_and_address(
    extents: Extents, traffic: Traffic, size: str
) -> None:
    file = {"form": "pdf", "size": size, "address": ADDRESS, "day": DAY}
    ice = make_extent_figure(extents, SHOWN, **file)  # type: ignore[arg-type]
    ships = make_traffic_figure(traffic, **file)  # type: ignore[arg-type]
    for made, words in (
        (ice, ("Is it getting less?", "February 2025: 13.75", "2012: 3.57, the lowest", "G02135")),
        (
            ships,
            (
                "Who sails?",
                "34.1 R?",
                "47 R?",
                "43 C",
                "C CHNL",
                "1,782",
                "41 of 71",
                "acentury.online",
            ),
        ),
    ):
        (page,) = PdfReader(io.BytesIO(made)).pages
        text = page.extract_text()
        assert [one for one in (*words, ADDRESS) if one not in text] == []


@pytest.mark.parametrize("form", FORMS)
def test_a_figure_is_the_same_each_time_in_each_form(traffic: Traffic, form: str) -> None:
    file = {"form": form, "size": "a4", "address": ADDRESS, "day": DAY}
    made = make_traffic_figure(traffic, **file)  # type: ignore[arg-type]
    assert made.startswith(BEGIN[form])
    assert made == make_traffic_figure(traffic, **file)  # type: ignore[arg-type]


def test_an_unknown_form_is_refused(traffic: Traffic) -> None:
    with pytest.raises(ExportError, match="gif"):
        make_traffic_figure(traffic, form="gif", size="a4", address="", day=DAY)  # type: ignore[arg-type]
