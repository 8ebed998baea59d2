"""The page of the season: its view and its address."""

from urllib.parse import parse_qs, urlencode

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from geo.season_view import (
    FIRST_DAY,
    LAST_DAY,
    MONTHS,
    ROUTES,
    SEASON_KEYS,
    KnownSeason,
    SeasonView,
    from_season_query,
    to_season_query,
)

KNOWN = KnownSeason(
    ways={"nsr": ("kara-gate", "shokalsky"), "nwp": ("route-4", "route-6")},
    years=(1978, 2025),
    zones=("type-a", "type-b"),
    ice_classes=("PC1", "PC7", "IA Super"),
    ice_types=("ice_free", "thick_fy"),
    articles=("000-one",),
)


@st.composite
def views(draw: st.DrawFn) -> SeasonView:
    """Return a view that the page may show."""
    route = draw(st.sampled_from(ROUTES))
    days = st.dates(FIRST_DAY, LAST_DAY).map(str)
    return SeasonView(
        route=route,
        way=draw(st.sampled_from(["", *KNOWN.ways[route]])),
        day=draw(st.just("") | days),
        month=draw(st.integers(0, MONTHS)),
        years=tuple(draw(st.lists(st.integers(*KNOWN.years), unique=True, max_size=2))),
        zones=tuple(draw(st.lists(st.sampled_from(list(KNOWN.zones)), unique=True))),
        ice_class=draw(st.sampled_from(["", *KNOWN.ice_classes])),
        tenths=draw(st.dictionaries(st.sampled_from(list(KNOWN.ice_types)), st.integers(-9, 99))),
        picture=draw(st.sampled_from(["", "day"])),
        article=draw(st.sampled_from(["", *KNOWN.articles])),
    )


def parsed(address: str) -> tuple[SeasonView, list[str]]:
    """Return what an address is taken for."""
    return from_season_query(parse_qs(address, keep_blank_values=True), KNOWN)


@given(view=views())
@example(view=SeasonView())
def test_an_address_leads_back_to_its_view(view: SeasonView) -> None:
    assert parsed(urlencode(to_season_query(view))) == (view, [])


def test_the_first_view_needs_no_address() -> None:
    assert to_season_query(SeasonView()) == []


@given(view=views())
def test_the_address_holds_the_keys_of_the_list_only(view: SeasonView) -> None:
    assert {key for key, _ in to_season_query(view)} <= set(SEASON_KEYS.values())


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("month=13", "months are 1 to 12"),
        ("month=0", "months are 1 to 12"),
        ("month=²", "months are 1 to 12"),
        ("year=1850", "The year to compare, 1850, is before the table of extents: 1978 to 2025."),
        ("year=2031", "The year to compare, 2031, is after the table of extents: 1978 to 2025."),
        ("year=soon", "The year to compare, “soon”, is no year"),
        ("class=PC9", "PC1, PC7, IA Super"),
        ("on=2025-02-30", "a day is written as 2025-02-26"),
        ("on=1850-02-03", "days here go from 1900-01-01 to 2100-12-31"),
        ("ice=slush.3", "slush.3"),
        ("ice=ice_free.many", "ice_free.many"),
        ("route=suez", "suez"),
        ("route=nsr&way=route-4", "route-4"),
        ("zones=type-z", "type-z"),
    ],
)
def test_what_is_out_of_range_is_said_and_the_rest_stands(address: str, words: str) -> None:
    view, (notice,) = parsed(f"{address}&picture=day")
    assert words in notice
    assert view.picture == "day"
    assert parsed(urlencode(to_season_query(view))) == (view, [])


@given(st.dictionaries(st.sampled_from([*SEASON_KEYS.values(), "x"]), st.lists(st.text())))
def test_any_address_is_read(query: dict[str, list[str]]) -> None:
    view, _ = from_season_query(query, KNOWN)
    again, notices = parsed(urlencode(to_season_query(view)))
    assert (again, notices) == (view, [])


@pytest.mark.parametrize("written", ["IA Super", "1A Super"])
def test_a_baltic_class_is_known_in_both_spellings(written: str) -> None:
    view, notices = parsed(urlencode({"class": written}))
    assert (view.ice_class, notices) == ("IA Super", [])


def test_every_row_of_the_calendar_may_be_unfolded_at_once() -> None:
    zones = tuple(f"row-{number}" for number in range(40))
    view, notices = from_season_query({"zones": zones}, KnownSeason(zones=zones))
    assert (view.zones, notices) == (zones, [])


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("2025-02-30", "which does not exist"),
        ("1850-01-01", "days here go from 1900-01-01 to 2100-12-31"),
        ("2101-01-01", "days here go from 1900-01-01 to 2100-12-31"),
    ],
)
def test_a_day_that_is_none_and_one_out_of_range_are_told_apart(asked: str, said: str) -> None:
    view, (notice,) = parsed(urlencode({"on": asked}))
    assert view.day == ""
    assert said in notice
