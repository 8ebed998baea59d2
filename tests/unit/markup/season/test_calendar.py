import re
from dataclasses import replace
from datetime import date

import pytest

from geo.markup.season.calendar import Calendar, calendar, folds, rests
from geo.markup.season.lanes import Marked, bars, day_line, never, zone_bar
from geo.markup.season.when_table import when_table
from geo.markup.season.when_words import answer
from geo.measure.season.days import ALL_YEAR, Span, read_day
from geo.measure.season.law import Law, load_law
from geo.measure.season.law_tables import (
    DATES,
    read_law_sources,
    read_notations,
    read_published_windows,
)
from geo.measure.season.published import newest_season
from geo.measure.transits import load_transits
from tests import shipped

DAY = date(2025, 2, 26)
CALENDAR = Calendar(
    load_law(),
    read_published_windows()[0],
    read_notations(),
    load_transits(),
    lambda feature: shipped.catalogue().feature(feature).name,
    marked=Marked(DAY),
    source=read_law_sources()[DATES],
)


def seen(markup: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", markup)).strip()


def span(first: str, last: str) -> Span:
    return Span(read_day(first), read_day(last))


def test_each_open_type_has_its_dates_and_days_and_the_others_share_a_row() -> None:
    words = seen(calendar(CALENDAR))
    assert "Ways 4 and 6, through Simpson Strait" in words
    assert "Type A PC1 to PC7, 1A Super, Arc5 15 Aug 15 Oct 62 days zone by zone +" in words
    assert "Type B 1A, Arc4 25 Aug 30 Sep 37 days" in words
    assert "Type C 1B, Ice3 25 Aug 25 Sep 32 days" in words
    assert "Types D and E 1C and below on no day by date " in words
    assert "Types A to E on no day by date: only by POLARIS or AIRSS" in words
    assert "Ways 1, 2, 3, 5 and 7, through zone 2 (23 to 342 nm)" in words


def test_published_windows_are_called_no_law_and_the_lapsed_one_lapsed() -> None:
    made = calendar(CALENDAR)
    words = seen(made)
    assert "Northern Sea Route: published windows, not law" in words
    assert "First entry to last exit, 2025 all transits 30 Jun 17 Nov 141 days" in words
    assert "Ships without ice class seasons 2012 to 2021 28 Jul 27 Oct 92 days" in words
    assert "Admission table of 2013, lapsed no class to Ice3 1 Jul 15 Nov 138 days" in words
    assert made.count('class="bar published"') == 3
    assert made.count('class="bar lapsed"') == 1


def test_the_day_is_labelled_once_and_marked_in_every_lane() -> None:
    made = calendar(CALENDAR)
    assert made.count("26 Feb 2025, the article") == 1
    assert made.count('class="at day"') > 10
    assert "3 Sep 2024, your day" in calendar(
        replace(CALENDAR, marked=Marked(date(2024, 9, 3), "chosen"))
    )
    assert day_line(None) is None


def test_a_late_day_has_its_label_at_the_left() -> None:
    assert "left" in str(day_line(Marked(date(2025, 11, 30)), labelled=True))
    assert "left" not in str(day_line(Marked(DAY), labelled=True))


def test_a_type_shows_its_zones_on_demand_and_which_of_them_decides() -> None:
    closed, opened = calendar(CALENDAR), calendar(replace(CALENDAR, opened=("type-a",)))
    assert "zone 6 decides" not in closed
    assert opened.count("decides") == 2  # the class and the word
    words = seen(opened)
    assert "zone by zone −" in words
    assert "zone 6 decides 292 to 321 nm" in words
    assert "zone 12 366 nm" in words
    assert 'data-set="zones:type-a"' in opened
    assert 'aria-expanded="true"' in opened
    assert "type-a" in folds(load_law())


def test_every_row_of_law_unfolds_and_says_which_zone_shuts_it() -> None:
    every = folds(load_law())
    shut = calendar(replace(CALENDAR, opened=("arctic",)))
    opened = calendar(replace(CALENDAR, opened=every))
    rows = shut.count("row bar-row") - 4  # those of the Northern Sea Route
    assert rows == 28
    assert shut.count("zone by zone +") == opened.count("zone by zone −") == rows
    assert opened.count('class="zones"') == rows
    pressed = re.findall(r'data-set="zones:([^"]*)"', opened)
    assert len(set(pressed)) == len(pressed) == rows
    assert set(pressed) <= set(every)


@pytest.mark.parametrize(
    ("fold", "said"),
    [
        ("type-d", "zone 6: no entry 292 to 321 nm"),
        (
            "type-d",
            "Types D and E 1C and below on no day by date zone by zone − for Type D",
        ),
        ("type-a-way-1", "zone 2: no entry 23 to 342 nm"),
        ("type-a-way-1", "way 1 zone 1: no entry 562 nm"),
        ("type-a-way-1", "ways 1, 2, 3 and 5 zone 13 328 to 425 nm"),
        ("arctic-class-1a", "zone 6 decides 292 to 321 nm"),
        ("arctic-class-7-way-2", "zone 2 decides 23 to 342 nm"),
        ("arctic-class-2-way-1", "for Arctic Class 2; what is shut to it is shut to all of them"),
    ],
)
def test_a_row_that_is_shut_and_an_arctic_class_say_which_zone_it_is(fold: str, said: str) -> None:
    words = seen(calendar(replace(CALENDAR, opened=("arctic", fold))))
    assert words.count("zone by zone −") == 1
    assert said in words


def test_the_zones_of_a_group_are_those_of_all_its_ways_whichever_is_named_first() -> None:
    said = {
        way: sorted(
            re.findall(
                r"zone (\d+)", seen(calendar(replace(CALENDAR, way=way, opened=("type-a-way-1",))))
            )
        )
        for way in ("route-1", "route-3", "route-7")
    }
    assert said["route-1"] == said["route-3"] == said["route-7"]
    assert {"1", "2", "13"} < set(said["route-1"])


def test_the_other_spelling_of_a_class_is_named_once() -> None:
    words = seen(rests(CALENDAR).partition("<details")[0])
    assert words.count("IA Super") == 1
    assert "CAC Canadian Arctic Class" in words
    assert "AIRSS is Canada’s Arctic Ice Regime Shipping System" in words


def test_the_arctic_classes_come_on_demand() -> None:
    assert "Arctic Class 7" not in calendar(CALENDAR)
    words = seen(calendar(replace(CALENDAR, opened=("arctic",))))
    assert "Arctic Class 6, CAC 3 28 Feb 15 Jul 229 days" in words
    assert "Arctic Class 8, CAC 2 all year 365 days" in words
    assert "Arctic Classes 2, 1A and 1 on no day" in words
    assert "Way 1, through zones 1 and 2 (792 nm)" in words


def test_the_chosen_way_is_named_first() -> None:
    made = calendar(replace(CALENDAR, way="route-6"))
    assert "Ways <strong>6</strong> and 4, through" in made
    assert "Ways <strong>5</strong>, 1, 2, 3 and 7" in calendar(replace(CALENDAR, way="route-5"))
    assert "<strong>4</strong>" not in calendar(CALENDAR)


def test_what_it_rests_on_says_law_corner_and_that_it_is_no_official_version() -> None:
    words = seen(rests(CALENDAR))
    assert "SOR/2017-286, schedule 1, as last amended 7 June 2023" in words
    assert "not an official version" in words
    assert "section 8(2)" in words
    assert "Ways 3, 5 and 7 touch zone 2 at a corner only, for 23 nm as drawn." in words
    assert "a corner of zone 4 for 0.3 nm" in words
    assert "Decree 1487 of 2020 with its 28 areas, were not found" in words


def test_the_answer_is_made_from_the_tables() -> None:
    assert answer(CALENDAR.law, newest_season()) == (
        "By date, Types A to C have 32 to 62 days on the Northwest Passage, D and E none. The "
        "Northern Sea Route’s season of 2025 lasted 141 days."
    )
    law = CALENDAR.law
    only_shut = Law(tuple(one for one in law.windows if one.variant == "route-3"))
    assert answer(only_shut, None) == (
        "By date, no ship of Types A to E may take the Northwest Passage on any day."
    )
    assert answer(Law((), "missing"), None) == ""


def test_a_missing_table_is_a_sentence_and_the_rest_stands() -> None:
    no_law = replace(CALENDAR, law=Law((), "The dates cannot be shown."))
    words = seen(calendar(no_law))
    assert "The dates cannot be shown." in words
    assert "141" in words
    assert "The dates cannot be shown." in seen(rests(no_law))
    no_windows = replace(CALENDAR, published=(), missing="No windows here.")
    assert "No windows here." in seen(calendar(no_windows))
    assert "62" in seen(calendar(no_windows))
    assert "SOR" not in seen(rests(replace(CALENDAR, source=None)))


def test_the_table_says_the_same_in_words() -> None:
    made = when_table(CALENDAR)
    rows = [seen(row) for row in re.findall(r"<tr>(.*?)</tr>", made)]
    assert rows[1] == (
        "Northwest Passage Ways 4 and 6 Type A (PC1 to PC7, 1A Super, Arc5) 15 August to 15 October"
        " 62 zone 6 law"
    )
    assert any("Types D and E (1C and below) no day by date 0 zone 6 law" in row for row in rows)
    assert "Ways 1, 2, 3, 5 and 7 Types A to E no day by date 0 zone 2 law" in rows[5]
    assert any(row.endswith("lapsed rule") for row in rows)
    assert any("Arctic Class 6, CAC 3 15 July to 28 February 229" in row for row in rows)


def test_a_window_over_new_year_has_a_day_only_where_it_ends() -> None:
    made = bars((span("07-15", "02-28"),), "law")
    assert made.count('class="bar law"') == 2
    assert seen(made) == "28 Feb 15 Jul"
    assert seen(bars((ALL_YEAR,), "law")) == "all year"


def test_a_bar_is_as_long_as_its_days() -> None:
    widths = [float(width) for width in re.findall(r"width:([\d.]+)%", bars((ALL_YEAR,), "law"))]
    assert widths == [100.0, 100.0]
    end, share = (
        float(w) for w in re.findall(r"width:([\d.]+)%", bars((span("08-15", "10-15"),), "law"))
    )
    assert end == pytest.approx(100 * 288 / 365, abs=0.01)
    assert end * share / 100 == pytest.approx(100 * 62 / 365, abs=0.01)


def test_a_zone_that_is_shut_or_always_open_says_so() -> None:
    assert seen(zone_bar(None, 2, decides=True)) == "zone 2: no entry"
    assert seen(zone_bar(ALL_YEAR, 9, decides=False)) == "zone 9: all year"
    assert seen(never("on no day")) == "on no day"
