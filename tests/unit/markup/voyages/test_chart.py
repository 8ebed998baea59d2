"""The chart: rows in order of miles, true to scale, with the same figures in words."""

import re
from dataclasses import replace

import pytest

from geo.markup.voyages.chart import ways_chart
from geo.markup.voyages.lines import Scale, depth_words
from geo.measure.voyages.records import Port, Ship, StraitPassed, Voyage, Way
from tests.unit.markup.voyages import sample


def row_of(made: str, via: str) -> str:
    """Return the markup of one row."""
    rows = re.split(r'(?=<div role="row")', made)
    return next(row for row in rows if f'data-way="{via}"' in row.split(">")[0])


def chart(voyage: Voyage | None = None, lit: str = "nsr", measure: str = "miles") -> str:
    """Return the chart of a voyage, the sample unless stated."""
    return ways_chart(voyage or sample.voyage(), lit, ("nsr", "suez"), measure)


def text_of(made: str) -> str:
    """Return the text of markup."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", made)).replace("&#37;", "%").strip()


def shallow(way: Way) -> Way:
    """Return a way that is too shallow throughout."""
    variants = tuple(replace(one, shut="draught") for one in way.variants)
    return replace(way, variants=variants, shut="draught")


@pytest.mark.parametrize("measure", ["miles", "days", "co2"])
def test_the_order_stays_whatever_the_lines_measure(measure: str) -> None:
    order = re.findall(r'data-way="(\w+)"', chart(measure=measure))
    assert list(dict.fromkeys(order)) == ["tsr", "nsr", "nwp", "suez", "panama", "cape"]
    assert f'data-measure="{measure}" aria-pressed="true"' in chart(measure=measure)


@pytest.mark.parametrize(
    ("via", "words"),
    [
        ("tsr", "41 % less"),
        ("nsr", "34–38 % less"),
        ("nwp", "27–31 % less"),
        ("panama", "12 % more"),
        ("cape", "29 % more"),
    ],
)
def test_the_gap_to_the_usual_way_is_said_in_words(via: str, words: str) -> None:
    row = row_of(chart(), via)
    assert words in text_of(row)
    spoken = words.replace("–", " to ")
    assert f"{spoken} than Suez" in text_of(row)


def test_the_usual_way_has_no_gap_and_is_named() -> None:
    row = text_of(row_of(chart(), "suez"))
    assert "%" not in row.split("Published")[0]
    assert "the usual way · all year" in row


def test_fuel_and_the_factor_with_its_source_stand_under_the_chart_of_co2() -> None:
    said = text_of(chart(measure="co2"))
    assert said.endswith(
        "Northern Sea Route: 620–810 t of fuel. 3.114 t of CO₂ a tonne of heavy fuel oil: "
        "IMO, MEPC.364(79) and earlier resolutions on the EEDI, not checked."
    )
    assert "MEPC" not in chart() + chart(measure="days")
    shut = [replace(way, shut="reader") for way in sample.voyage().ways]
    none = text_of(chart(sample.voyage(*shut, usual=""), measure="co2"))
    assert "t of fuel." not in none
    assert "a tonne of heavy fuel oil" in none


def by_shortest(voyage: Voyage | None = None, measure: str = "miles") -> str:
    """Return the chart that compares with the shortest way."""
    return ways_chart(voyage or sample.voyage(), "nsr", (), measure, yard="shortest")


def dashed(made: str) -> float:
    """Return where the dashed line stands, in per cent of the scale."""
    return float(re.findall(r'at usual" style="width:([\d.]+)%', made)[0])


def line_end(made: str, via: str) -> float:
    """Return where the line of a way ends, in per cent of the scale."""
    return float(re.findall(r'at of-line" style="width:([\d.]+)%', row_of(made, via))[0])


def test_the_head_offers_the_shortest_way_as_yardstick_and_back() -> None:
    made, other = chart(), by_shortest()
    assert re.search(r'<button[^>]*data-yard="shortest"[^>]*>usual way</button>', made)
    assert re.search(r'<button[^>]*data-yard="usual"[^>]*>shortest way</button>', other)
    assert "usual way: compare with the shortest way instead" in made


def test_against_the_shortest_way_every_other_row_is_more() -> None:
    made = by_shortest()
    assert dashed(made) == pytest.approx(line_end(made, "tsr"), abs=1e-3)
    assert "%" not in text_of(row_of(made, "tsr"))
    for via, words, nm in (
        ("nsr", "5–13 % more", "348 to 847 nm more"),
        ("suez", "71 % more", "4,689 nm more"),
        ("cape", "121 % more", "7,966 nm more"),
    ):
        said = text_of(row_of(made, via))
        assert words in said
        assert f"{words.replace('–', ' to ')} than the Transpolar Sea Route, {nm}" in said
    assert "the usual way" in text_of(row_of(made, "suez"))


def test_the_difference_to_the_usual_way_is_said_in_miles_too() -> None:
    assert "34 to 38 % less than Suez, 3,842 to 4,341 nm less" in text_of(row_of(chart(), "nsr"))


@pytest.mark.parametrize("measure", ["days", "co2"])
def test_the_shortest_way_is_the_yardstick_of_days_and_tonnes_too(measure: str) -> None:
    made = by_shortest(measure=measure)
    assert dashed(made) == pytest.approx(line_end(made, "tsr"), abs=1e-3)
    assert "than the Transpolar Sea Route" in text_of(row_of(made, "cape"))


def test_a_shut_way_is_no_yardstick() -> None:
    shut = replace(sample.voyage().ways[0], shut="reader")
    made = by_shortest(sample.voyage(shut))
    assert dashed(made) == pytest.approx(line_end(made, "nsr"), abs=1e-3)
    assert "%" not in text_of(row_of(made, "tsr"))


def test_without_a_usual_way_the_shortest_is_the_yardstick_with_nothing_to_switch() -> None:
    made = chart(sample.voyage(usual=""))
    assert "usual way" not in text_of(made)
    assert "shortest way" in text_of(made)
    assert "data-yard" not in made
    assert "71 % more" in text_of(row_of(made, "suez"))


def test_a_name_near_the_start_of_the_scale_begins_at_its_line() -> None:
    near = replace(sample.nsr(), variants=(sample.variant(1_200),), published=())
    made = by_shortest(sample.voyage(near))
    assert "at near-start" in made
    assert "near-start" not in by_shortest()


def test_a_usual_way_that_is_the_shortest_has_nothing_to_switch() -> None:
    near = replace(sample.suez(), variants=(sample.variant(3_000),))
    for yard in ("usual", "shortest"):
        made = ways_chart(sample.voyage(near), "nsr", (), yard=yard)
        assert "data-yard" not in made
        assert "usual way" in text_of(made)


def test_one_way_that_is_open_is_compared_with_nothing() -> None:
    ways = [replace(way, shut="reader") for way in sample.voyage().ways if way.via != "nsr"]
    made = chart(sample.voyage(*ways, usual=""))
    assert "at usual" not in made
    assert "% more" not in text_of(made)


def test_numbers_are_whole_and_tonnes_to_ten() -> None:
    row = text_of(row_of(chart(), "cape"))
    assert "14,576" in row
    assert "4,050" in row
    assert "6,958–7,457" in text_of(row_of(chart(), "nsr"))


def test_rows_and_ticks_are_reached_by_keyboard() -> None:
    made = chart()
    assert made.count('role="row" tabindex="0"') == 6
    assert made.count('role="checkbox"') == 6
    assert 'aria-checked="true" aria-label="Compare Suez Canal" data-tick="suez"' in made
    assert 'aria-checked="false" aria-label="Compare Panama Canal"' in made


def test_the_lit_row_says_so_and_only_it() -> None:
    assert chart(lit="nwp").count('aria-current="true"') == 1
    assert 'aria-current="true"' in row_of(chart(lit="nwp"), "nwp")


def test_the_end_of_each_line_is_true_to_scale() -> None:
    made = chart()
    width = {
        via: float(re.findall(r'at of-line" style="width:([\d.]+)%', row_of(made, via))[0])
        for via in ("nsr", "suez", "cape")
    }
    assert width["nsr"] / width["suez"] == pytest.approx(6_958 / 11_299, abs=1e-4)
    assert width["cape"] / width["suez"] == pytest.approx(14_576 / 11_299, abs=1e-4)


def test_days_and_tonnes_have_their_own_scale_and_comparison() -> None:
    row = text_of(row_of(chart(measure="days"), "nsr"))
    assert "20–38 % less" in row
    assert "published" not in row_of(chart(measure="days"), "nsr")


def test_a_scale_has_few_round_ticks_that_it_holds() -> None:
    for most in (7.0, 43.4, 980.0, 14_576.0, 23_000.0):
        scale = Scale(most)
        ticks = scale.ticks()
        assert 2 <= len(ticks) <= 5
        assert ticks[0] == 0
        assert scale.percent(ticks[-1]) <= 100
        assert scale.percent(most) < 100
    assert Scale(14_576).ticks() == [0, 5_000, 10_000, 15_000]


def test_shallow_variants_are_dashed_boxes_outside_the_range() -> None:
    row = row_of(chart(), "nwp")
    assert 'class="shallow"' in row
    assert "7,822–8,273" in text_of(row)
    assert "too shallow at 11.0 m: Route 3 8,300 nm" in text_of(row)
    assert "7 variants · late summer" in text_of(row)


def test_variants_that_a_source_calls_deep_are_counted() -> None:
    nwp = sample.nwp()
    first = replace(nwp.variants[0], is_deep=True)
    row = row_of(chart(sample.voyage(replace(nwp, variants=(first, *nwp.variants[1:])))), "nwp")
    assert "7 variants, 1 deep · late summer" in text_of(row)


def test_dates_by_law_do_not_stand_in_a_row_without_the_ships_that_they_are_for() -> None:
    dated = replace(sample.nwp(), season="15 Aug–15 Oct by Canadian law, for ships of Type A")
    row = text_of(row_of(chart(sample.voyage(dated)), "nwp"))
    assert "15 Aug" not in row
    assert row.count("dates by law") == 1


def test_a_shallow_variant_within_the_range_has_no_box_but_is_named() -> None:
    row = row_of(chart(), "nsr")
    assert 'class="shallow"' not in row
    assert "Kara Gate, Dmitry Laptev 7,428 nm" in text_of(row)


def test_a_way_too_shallow_keeps_its_row_as_a_box_with_the_reason() -> None:
    row = row_of(chart(sample.voyage(shallow(sample.nwp()), ship=Ship(draught_m=14.5))), "nwp")
    assert "at 14.5 m: none of 7 variants" in text_of(row)
    assert 'class="shallow"' in row
    assert "of-line" not in row
    assert "% less" not in text_of(row)


def test_a_way_shut_by_the_reader_keeps_its_row_and_can_be_opened() -> None:
    row = row_of(chart(sample.voyage(replace(sample.nsr(), shut="reader"))), "nsr")
    assert "shut by you" in text_of(row)
    assert 'data-open="nsr"' in row
    assert "by-reader" in row
    assert "% less" not in text_of(row)


def test_a_way_that_does_not_exist_is_a_row_without_line_and_figures() -> None:
    panama = Way("panama", "Panama Canal", (), shut="none")
    row = row_of(chart(sample.voyage(panama)), "panama")
    assert "no way: Panama does not lie between them" in text_of(row)
    assert "of-line" not in row
    assert "data-tick" not in row
    assert not re.search(r"\d", text_of(row))


def test_published_figures_are_marked_with_source_and_deviation() -> None:
    row = row_of(chart(), "nsr")
    words = "Published: 7,345 nm, acentury.online, January 2024; our nearest variant +0.7 &#37;"
    assert row.count(words) == 3  # on hover, for a screen reader, and in the text of the row
    assert "mark-published" not in row_of(chart(), "nwp")


def test_the_legend_holds_only_what_is_drawn() -> None:
    legend = text_of(chart().split("ways-legend")[1])
    assert "north of the Arctic Circle" in legend
    assert "published" in legend
    plain = Voyage(
        sample.ROTTERDAM,
        sample.YOKOHAMA,
        Ship(),
        (replace(sample.suez(), published=()), sample.voyage().ways[-1]),
        "suez",
    )
    assert "<li" not in chart(plain).split("ways-legend")[1]


def test_a_pair_inside_the_arctic_shows_the_variants() -> None:
    pair = (Port("dikson", "Dikson", 80, 73), Port("tiksi", "Tiksi", 129, 72))
    made = chart(Voyage(*pair, Ship(), (replace(sample.nsr(), published=()),)))
    assert len(re.findall(r'class="way-row', made)) == 7
    assert 'data-variant="shokalsky"' in made
    assert "7 m · too shallow at 11.0 m" in text_of(made)
    assert "no least depths on file" in text_of(made)
    assert "%" not in text_of(made)


def test_a_variant_without_depths_says_the_limit_that_is_stated_for_its_draught() -> None:
    canal = replace(sample.variant(869, "kiel-canal", "Kiel Canal"), limit_m=9.5)
    belt = replace(sample.variant(1_301, "great-belt", "Great Belt"), limit_m=15.4)
    belt = replace(belt, limit_is_most=True)
    way = Way("direct", "Direct", (canal, belt, sample.variant(1_400, "skagen", "Skagen")))
    made = text_of(chart(Voyage(sample.ROTTERDAM, sample.YOKOHAMA, Ship(), (way,))))
    assert "Kiel Canal draught under 9.5 m" in made
    assert "Great Belt draught at most 15.4 m" in made
    assert "Skagen no least depths on file" in made


@pytest.mark.parametrize(("limit_m", "said"), [(6.0, "draught at most 6 m"), (9.0, "7 m")])
def test_of_a_least_depth_and_a_limit_of_draught_the_lower_one_is_said(
    limit_m: float, said: str
) -> None:
    depth = StraitPassed("strait", "Strait", 10.0, 7.0)
    variant = replace(sample.variant(7_000, "shallow", "Shallow"), straits=(depth,))
    variant = replace(variant, limit_m=limit_m, limit_is_most=True)
    assert depth_words(variant) == said


def test_the_chosen_variant_is_lit_where_the_rows_are_variants() -> None:
    voyage = Voyage(sample.ROTTERDAM, sample.YOKOHAMA, Ship(), (sample.nsr(),))
    made = ways_chart(voyage, "nsr", (), variant="shokalsky")
    assert made.count('aria-current="true"') == 1
    assert re.search(r'way-row open lit"[^>]*data-variant="shokalsky"', made)


def test_long_words_after_the_longest_line_have_room() -> None:
    near = replace(sample.suez(), variants=(sample.variant(3_000),), published=())
    far = (sample.variant(14_000), sample.variant(14_576))
    made = chart(sample.voyage(near, replace(sample.voyage().ways[-1], variants=far)))
    assert "low-yard" in made
    ends = [float(one) for one in re.findall(r'at of-line" style="width:([\d.]+)%', made)]
    assert max(ends) < 90


def test_hostile_names_are_escaped() -> None:
    way = replace(sample.nsr(), name="<b>Route</b>", season='"><script>')
    made = chart(sample.voyage(way))
    assert "<b>" not in made
    assert "<script" not in made


def test_nothing_is_said_to_be_saved() -> None:
    assert not re.search(r"\bsav", text_of(chart()), re.IGNORECASE)
