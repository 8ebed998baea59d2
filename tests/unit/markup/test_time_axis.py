"""The axis of time: true to scale, with one day, with many, with articles that have no date."""

import datetime as dt
import re
from dataclasses import replace
from itertools import pairwise

import pytest

from geo import messages
from geo.linker.links import Link
from geo.markup.evidence import Row, evidence_rows
from geo.markup.time_axis import articles_by_date, make_axis, time_axis, timeline
from geo.text.articles import article_from_text


def rows_of(*days: dt.date | None) -> list[Row]:
    """Return a row for an article of each day."""
    articles = [
        replace(article_from_text(f"Title {n} <b>\n\nRussia.", name=f"a{n}.txt"), date=day)
        for n, day in enumerate(days, 1)
    ]
    links = [Link("RU", f"{article.id}.2", ()) for article in articles]
    return evidence_rows(articles, links, lambda _: True)


def places(markup: str, name: str) -> list[float]:
    """Return where along the axis things stand, in percent."""
    return [float(at) for at in re.findall(rf'class="{name}" style="width:([\d.]+)%"', markup)]


def test_distances_on_the_axis_are_as_the_time_between_days() -> None:
    days = [dt.date(2020, 1, 1), dt.date(2021, 1, 1), dt.date(2024, 1, 1)]
    first, second, third = places(time_axis(rows_of(*days)), "stem")
    elapsed = (days[1] - days[0]).days / (days[2] - days[0]).days
    assert (second - first) / (third - first) == pytest.approx(elapsed, abs=1e-4)


def test_the_ticks_are_true_to_time_too() -> None:
    axis = make_axis([dt.date(2025, 1, 5), dt.date(2025, 6, 2)])
    assert [text for _, text in axis.ticks] == [
        *("Jan 2025", "Feb", "Mar", "Apr", "May", "Jun", "")
    ]
    assert axis.percent(axis.ticks[0][0]) == 0
    assert axis.percent(axis.ticks[-1][0]) == 100
    assert axis.percent(axis.ticks[1][0]) == pytest.approx(100 * 31 / 181)


def test_a_single_day_is_shown_within_its_year() -> None:
    axis = make_axis([dt.date(2025, 2, 26)])
    assert (axis.start, axis.end) == (dt.date(2025, 1, 1), dt.date(2026, 1, 1))
    made = time_axis(rows_of(dt.date(2025, 2, 26)))
    assert "1 article, of 26 February 2025" in made
    assert places(made, "stem") == [pytest.approx(100 * 56 / 365, abs=0.01)]


@pytest.mark.parametrize("days", [1, 6, 40, 300, 900, 4_000, 40_000, 100_000])
def test_any_span_has_a_few_whole_steps_and_holds_every_day(days: int) -> None:
    first = dt.date(1801, 3, 17)
    last = first + dt.timedelta(days=days)
    axis = make_axis([last, first])
    assert axis.start <= first < last <= axis.end
    assert 2 <= len(axis.ticks) <= 10
    assert all(one < other for (one, _), (other, _) in pairwise(axis.ticks))
    assert 0 <= axis.percent(first) < axis.percent(last) <= 100


def test_several_articles_of_a_day_share_a_stem_with_their_number() -> None:
    day = dt.date(2025, 2, 26)
    made = time_axis(rows_of(day, day, dt.date(2024, 1, 1)))
    assert len(places(made, "stem")) == 2
    assert "26 February 2025: 2 articles, 2 links" in made
    assert "3 articles, from 1 January 2024 to 26 February 2025" in made


def test_articles_without_a_date_are_not_on_the_axis_but_listed_apart() -> None:
    rows = rows_of(None, dt.date(2024, 3, 3), None)
    dated, undated = timeline(rows)
    assert list(dated) == [dt.date(2024, 3, 3)]
    assert [article.headline for article, _ in undated] == ["Title 1 <b>", "Title 3 <b>"]
    made = time_axis(rows)
    assert len(places(made, "stem")) == 1
    assert messages.UNDATED.format(articles="2 articles") in made
    listed = articles_by_date(rows)
    before, after = listed.split(messages.UNDATED_ARTICLES, 1)
    assert "Title 2" in before
    assert "Title 1" in after
    assert "<b>" not in listed


def test_without_any_date_there_is_no_axis() -> None:
    made = time_axis(rows_of(None))
    assert places(made, "stem") == []
    assert messages.UNDATED.format(articles="1 article") in made
