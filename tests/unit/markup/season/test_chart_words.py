import json
from dataclasses import replace
from datetime import date

import pytest

from geo import messages
from geo.markup.season.chart_words import chart_table, ordinal
from geo.markup.season.charts import CHARTS
from geo.markup.season.less import (
    less_answer,
    less_caption,
    less_notes,
    less_table,
    month_mark,
)
from geo.markup.season.sails import (
    columns_alt,
    key_counters,
    sails_answer,
    sails_caption,
    sails_key,
    sails_table,
    spoken_years,
)
from geo.measure.season.extent import Extents, read_extents
from geo.measure.season.traffic import Traffic, read_traffic

ARTICLE = date(2025, 2, 26)


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


def test_the_answer_is_made_from_the_extents(extents: Extents) -> None:
    assert less_answer(extents, ARTICLE, "article") == (
        "Yes. September loses about 0.76 million km² each ten years, and February 2025, the "
        "article’s month, is the lowest February since 1979."
    )
    chosen = less_answer(extents, date(2011, 9, 3), "chosen")
    assert chosen.endswith("September 2011, the month you chose, is the 8th lowest September "
                           "since 1979.")  # fmt: skip
    today = less_answer(extents, date(2026, 11, 30), "today")
    assert today.endswith("; November 2026, this month, has no figure in the table.")


def test_where_september_gains_the_answer_is_no(extents: Extents) -> None:
    turned = {
        key: month._replace(million_km2=20 - month.million_km2)
        for key, month in extents.months.items()
    }
    answer = less_answer(replace(extents, months=turned), ARTICLE, "article")
    assert answer.startswith("No. September gains about 0.76 million km² each ten years, and")
    assert "is the 47th lowest February" in answer


def test_the_caption_says_which_versions_and_which_months_are_missing(extents: Extents) -> None:
    assert less_caption(extents) == (
        "NSIDC Sea Ice Index G02135: months to 2020 from version 3.0; from 2021 to February 2025 "
        "as means of its daily values; Septembers from version 4.0. Of 2025 only January, "
        "February and September are in the table; the other months stay blank, not drawn through."
    )


@pytest.mark.parametrize(("day", "years", "said"), [
    (ARTICLE, (2024, 2012), ""),
    (
        date(1936, 7, 9), (2024, 2012),
        (
            "July 1936, the month you chose, is before the table, which goes from November 1978 to "
            "September 2025: it has no figure. The chart of Septembers, 1979 to 2025, has no line "
            "for it."
        ),
    ),
    (date(2026, 5, 1), (2024, 2012), "May 2026, the month you chose, is after the table"),
    (date(1978, 11, 3), (2024, 2012), "The chart of Septembers, 1979 to 2025, has no line for it."),
    (date(1987, 12, 3), (2024, 2012), "December 1987, the month you chose, has no figure in the"),
    (ARTICLE, (1987, 1988), "1987 has no figure for December: no line is drawn there. 1988"),
    (ARTICLE, (1978, 2012), "Of 1978 only November and December are in the table."),
])  # fmt: skip
def test_what_the_charts_do_not_show_is_said(
    extents: Extents, day: date, years: tuple[int, int], said: str
) -> None:
    notes = less_notes(extents, years, day, "chosen")
    assert notes.startswith(said)
    assert bool(notes) == bool(said)


def test_a_marked_month_says_its_figure_and_its_normal(extents: Extents) -> None:
    mark = month_mark(extents, ARTICLE)
    assert (mark.words, mark.mean_words) == ("February 2025: 13.75", "mean of 1981 to 2010: 15.30")
    assert month_mark(extents, date(2025, 5, 1)).words == "May 2025: no figure"


def test_every_figure_of_the_charts_is_in_a_table(extents: Extents, traffic: Traffic) -> None:
    table = less_table(extents)
    for month in extents.months.values():
        if month.year in {1987, 2012, 2025}:
            assert f"{month.million_km2:.1f}"[:-1] in table
    assert all(source.source in table for source in extents.sources.values())
    counts = sails_table(traffic)
    for count in traffic.counts:
        assert f">{count.value:,g}<" in counts
        assert messages.SEASON_CONFIDENCES[count.confidence] in counts


def test_who_sails_is_made_from_the_counts(traffic: Traffic) -> None:
    assert sails_answer(traffic) == (
        "37.0 million tonnes went by the Northern Sea Route in 2025 (EMISS); 3.2 in transit "
        "(Rosatom), on 103 voyages to 30 November (CHNL). Where counters differ, both stand."
    )
    fewer = Traffic(tuple(
        count for count in traffic.counts if count.year < 2016 and count.counter != "Rosatomflot"
    ))  # fmt: skip
    assert (
        sails_answer(fewer)
        == "5.4 million tonnes went by the Northern Sea Route in 2015 (derived)."
    )


def test_the_caption_of_traffic_says_what_a_count_leaves_out(traffic: Traffic) -> None:
    said = sails_caption(traffic)
    assert "2013: only 41 of 71 ran the whole length." in said
    assert "2025: cargo EMISS (40 had been expected); transits CHNL, to 30 Nov 2025." in said
    assert "6.1 and 6.51 million nm for 2013, 11.9 million nm for 2025" in said


def test_key_and_text_of_a_chart_name_who_counts(traffic: Traffic) -> None:
    key = key_counters(traffic)
    assert (key["C"], key["R"]) == ("CHNL", "Rosatom")
    assert "Rosatomflot" in key.values()
    assert all(mark in sails_key(traffic) for mark in key)
    said = columns_alt(traffic, "transits", "Transits", "voyages")
    assert "2022 43 (CHNL) or 47 (Rosatom, from a note, its publication not seen)" in said
    assert "2025 103 (CHNL)" in said


def test_a_count_from_a_note_has_less_confidence_in_table_and_tooltip(traffic: Traffic) -> None:
    weak = "from a note, its publication not seen"
    rows = sails_table(traffic).split("<tr")
    for year, value, counter in ((2022, 47, "Rosatom"), (2011, 34, "Rosatomflot")):
        row = next(one for one in rows if f">{value}<" in one and f">{counter}<" in one)
        assert str(year) in row
        assert weak in row
        assert f"{value} ({counter}, {weak})" in spoken_years(traffic, "transits")[year]


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (42, "42nd")],
)
def test_a_place_is_written_as_one_says_it(number: int, words: str) -> None:
    assert ordinal(number) == words


def test_each_mark_says_its_month_or_its_counters(extents: Extents, traffic: Traffic) -> None:
    years = (2024, 2012)
    day = ARTICLE
    made = CHARTS["septembers"](extents, years, day, "article")
    septembers = json.dumps(made, ensure_ascii=False)
    assert "September 2012: 3.57 million km²" in septembers
    months = json.dumps(CHARTS["months"](extents, years, day), ensure_ascii=False)
    assert "July 2012: " in months
    transits = json.dumps(CHARTS["transits"](traffic), ensure_ascii=False)
    assert "2022 43 (CHNL) or 47 (Rosatom" in transits
    for spec in (septembers, months, transits):
        assert '"tooltip": {"field": "said"' in spec
        assert '"mark": {"tooltip": null}' in spec


def test_a_long_table_says_that_it_scrolls_and_the_keyboard_reaches_it() -> None:
    long = chart_table("Counts", ("Year", "Count"), [(year, 1) for year in range(40)])
    assert "40 rows: scroll in the table" in long
    assert 'tabindex="0"' in long
    assert 'role="region"' in long
    assert 'aria-label="Counts. 40 rows: scroll' in long
    assert "scroll in the table" not in chart_table("Few", ("Year", "Count"), [(2020, 1)])
