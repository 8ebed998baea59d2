"""A reader's own track in words, in lanes and zone by zone."""

import datetime as dt
from dataclasses import replace
from itertools import pairwise

import pytest

from geo.markup.voyages.track import (
    MOST_ROWS,
    headline,
    headline_text,
    method_row,
    notices,
    zones_table,
)
from geo.markup.voyages.track_depths import depths
from geo.markup.voyages.track_lanes import Bar, lanes, packed, rule_bars, spoken, tick_step
from geo.markup.voyages.track_words import miles, owner_of, rules_in, without_rules_nm, zone_word
from geo.measure.own_track.measuring import TrackReport
from geo.measure.own_track.nearest import Nearest
from geo.measure.own_track.straits import PassedStraits
from geo.measure.transits import Transit
from geo.measure.voyages.records import RuleStretch, Ship, StraitPassed, Stretch

HOSTILE = "</h2><script>{{7*7}}"
NAMES = {
    "NO": "Norway", "FO": "Faroe Islands", "DK": "Denmark", "RU": "Russia", "IS": "Iceland",
    "polar-code-waters": "Polar Code waters", "hudson-strait": "Hudson Strait",
    "banana-hole": "Banana Hole (Norwegian Sea)", "arctic-bridge": "Arctic Bridge",
    "shipping-safety-control-zone-8": "Shipping Safety Control Zone 8",
}  # fmt: skip
REPORT = TrackReport(
    "grain.gpx", 48_212, 1000.0,
    stretches=(
        Stretch(0, 300, "NO", "eez", "no-eez"),
        Stretch(300, 500, "", "high_seas", "banana-hole"),
        Stretch(500, 995, "FO", "eez", "fo-eez"),
        Stretch(995, 1000, "RU", "internal_waters", "ru-internal-waters-derived"),
    ),
    letters=("", "A", "", ""),
    rules=(RuleStretch("polar-code-waters", 600, 1000),
           RuleStretch("shipping-safety-control-zone-8", 650, 700)),
    straits=(Transit("hudson-strait", "strait", "gate", 900, 960),),
    seas=(),
    nm_by_state={"NO": 300.0, "FO": 495.0, "DK": 495.0, "RU": 5.0},
    high_seas_nm=200.0,
    nearest=Nearest("arctic-bridge", "main", 60.0, 0.96),
)  # fmt: skip


def name_of(identity: str) -> str:
    return NAMES.get(identity, identity)


def test_the_sentence_counts_a_territory_with_its_state() -> None:
    said = "Your track: 1,000 nautical miles through the waters of three states; 200 of them on the"
    assert headline_text(REPORT, name_of) == f"{said} high seas."
    assert '<span class="lit">1,000 nautical miles</span>' in headline(REPORT, name_of)


def test_a_track_is_named_where_a_later_file_was_not_taken() -> None:
    assert "Your earlier track, grain.gpx: " in headline(REPORT, name_of, is_earlier=True)


def test_straits_are_drawn_as_deep_as_they_are_against_the_draught() -> None:
    known = StraitPassed("long", "Long Strait", 100.0, 20.0, "A source")
    unknown = StraitPassed("hudson", "Hudson Strait", 900.0)
    ship = Ship(draught_m=21.5)
    found = depths(PassedStraits((known, unknown)), ship)
    assert found is not None
    assert "draught 21.5 m" in found
    assert "1.5 m too little" in found
    assert "Hudson: none on file" in found
    assert "Hudson Strait: no least depth on file" in str(depths(PassedStraits((unknown,)), ship))
    assert "spare" not in str(depths(PassedStraits((unknown,)), ship))
    assert depths(PassedStraits(), ship) is None


def test_the_sentence_names_a_single_state_and_a_track_of_the_high_seas() -> None:
    one = replace(REPORT, nm_by_state={"NO": 1000.0}, high_seas_nm=0.0)
    assert headline_text(one, name_of).endswith("through the waters of Norway.")
    free = replace(REPORT, nm_by_state={}, high_seas_nm=1000.0)
    assert headline_text(free, name_of) == "Your track: 1,000 nautical miles on the high seas."


def test_what_is_copied_holds_method_and_date() -> None:
    row = method_row(REPORT, dt.date(2026, 7, 1), name_of)
    assert "Arctic Bridge, within 60 nm over 96 " in row
    assert "1 July 2026" in row


def test_greenland_and_the_faroes_are_named_as_such_with_denmark() -> None:
    assert owner_of(REPORT.stretches[2], name_of) == ("Faroe Islands", "(Denmark)")
    assert "<strong>Faroe Islands</strong> (Denmark), economic zone" in zones_table(REPORT, name_of)


def test_the_table_has_letters_claims_and_the_rules_of_each_stretch() -> None:
    table = zones_table(REPORT, name_of)
    assert "<strong>A · No state</strong>, high seas" in table
    assert "(Banana Hole)" in table
    assert zone_word(REPORT.stretches[3]) == "internal waters (claimed)"
    assert list(rules_in(REPORT.stretches[2], REPORT.rules, name_of)) == [
        "Polar Code (part)",
        "Control Zone 8 (part)",
    ]
    assert list(rules_in(REPORT.stretches[3], REPORT.rules, name_of)) == ["Polar Code"]


def test_a_table_of_very_many_stretches_ends_and_says_so() -> None:
    many = tuple(Stretch(n, n + 1, "NO", "eez", "no-eez") for n in range(MOST_ROWS + 7))
    table = zones_table(replace(REPORT, stretches=many, letters=("",) * len(many)), name_of)
    assert table.count("<tr") == MOST_ROWS + 1
    assert "7 more stretches" in table


def test_the_lanes_say_in_words_what_they_show() -> None:
    said = spoken(REPORT, name_of)
    assert "Norway, economic zone, 0 to 300 nm" in said
    assert "Polar Code, 600 to 1,000 nm" in said
    assert "Straits: Hudson Strait, 900 to 960 nm." in said
    drawing = lanes(REPORT, name_of, ends=("", "Churchill"))
    assert "1,000 nm, Churchill" in drawing
    assert without_rules_nm(REPORT) == 600


def test_labels_of_lanes_do_not_meet() -> None:
    bars = [Bar(n, n + 3, "A rather long label: 120 nm") for n in range(0, 97, 4)]
    for row in packed(bars):
        taken = [placed.taken for placed in row]
        assert all(a[1] <= b[0] for a, b in pairwise(taken))
    assert sum(map(len, packed(bars))) == len(bars)


def test_a_long_bar_holds_its_label_and_a_short_one_has_it_beside() -> None:
    wide, narrow, last = Bar(0, 60, "Polar Code"), Bar(0, 1, "Polar Code"), Bar(98, 99, "Polar")
    sides = [packed([bar])[0][0].side for bar in (wide, narrow, last)]
    assert sides == ["in", "after", "before"]


def test_rules_that_are_left_for_less_than_a_mile_are_one_bar() -> None:
    rules = (RuleStretch("polar-code-waters", 0, 100), RuleStretch("polar-code-waters", 100.4, 200))
    assert len(list(rule_bars(replace(REPORT, rules=rules), name_of))) == 1


@pytest.mark.parametrize("nm", [0.2, 3.0, 77.0, 950.0, 3743.0, 41_000.0])
def test_the_scale_has_a_few_round_numbers(nm: float) -> None:
    assert 2 <= nm / tick_step(nm) <= 11


def test_nothing_of_a_name_is_read_as_markup() -> None:
    for made in (
        zones_table(REPORT, lambda _: HOSTILE),
        lanes(REPORT, lambda _: HOSTILE, ends=("", HOSTILE)),
        headline(replace(REPORT, nm_by_state={"NO": 1.0}), lambda _: HOSTILE),
        notices([HOSTILE]),
    ):
        assert "<script" not in made


def test_short_lengths_keep_a_decimal() -> None:
    assert [miles(nm) for nm in (0.34, 2.0, 9.96, 10.4, 3743.2)] == [
        "0.3",
        "2",
        "10",
        "10",
        "3,743",
    ]
