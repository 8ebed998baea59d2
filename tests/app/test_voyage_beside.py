"""Voyages: ways, named routes and the reader's own track side by side, all in the address."""

import re

import pytest

from geo import messages
from geo.voyage_view import OWN_TRACK
from tests.app.voyages import PAIR, Voyages, started

NSR, BRIDGE = "route.nsr.kara-gate-sannikov", "route.arctic-bridge.main"
CHOICE = "voyage-beside-choice"
TRACK = "lon,lat\n10,70\n14,71\n25,74\n"


@pytest.fixture
def page() -> Voyages:
    """Return the app, at no address yet."""
    return started()


def with_track(page: Voyages, **query: object) -> Voyages:
    """Return the page with the reader's own track on it."""
    page.go(**query)
    page.app.button(key="own-track-open").click().run()
    page.app.file_uploader[0].set_value(("mine.csv", TRACK.encode(), "text/csv")).run()
    return page.whole()


def heads(page: Voyages) -> list[str]:
    """Return what stands in the heads of the columns."""
    head = page.panel("voyage-beside").partition("<thead")[2].partition("</thead>")[0]
    return [
        part.partition("</strong>")[0].partition("<strong>")[2]
        for part in head.split('role="columnheader"')[2:]
    ]


def offered(page: Voyages) -> list[str]:
    """Return what may be added to the table."""
    return list(page.app.selectbox(key=CHOICE).options)


def test_a_named_route_is_added_beside_the_ways_and_can_be_taken_out(page: Voyages) -> None:
    page.go(**PAIR)
    page.choose(CHOICE, NSR)
    assert page.address == {**PAIR, "beside": ["nsr", "suez", NSR]}
    assert heads(page) == ["Northern Sea Route", "Suez Canal", "Northern Sea Route"]
    assert "named route: Kara Gate and Sannikov Strait" in page.words("voyage-beside")
    assert page.app.selectbox(key=CHOICE).value is None
    page.press("voyage-beside", {"columns": ["suez", NSR], "n": 1})
    assert page.address == {**PAIR, "beside": ["suez", NSR]}
    assert page.ticked == ["suez"]


def test_the_choice_offers_ways_routes_and_corridors_that_are_not_there_yet(
    page: Voyages,
) -> None:
    page.go(**PAIR)
    names = offered(page)
    assert "This voyage: Panama Canal" in names
    assert "This voyage: Suez Canal" not in names
    assert "Route: Arctic Bridge" in names
    assert "Corridor: Polar Silk Road, central corridor" in names
    assert not any("track" in name for name in names)


def test_two_named_routes_stand_side_by_side_without_any_ports(page: Voyages) -> None:
    page.go()
    page.app.button(key="voyage-compare-routes").click().run()
    page.whole()
    assert heads(page)[:2] == ["Northern Sea Route", "Northwest Passage"]
    assert page.beside("distance").count("nm") == 3
    assert not page.beside("shortest")
    drawn = page.panel("voyage-polar")
    assert 'class="way lit" data-way="beside-1"' in drawn
    assert 'class="way rest" data-way="beside-2"' in drawn
    assert "Northwest Passage" in drawn
    shared = page.address
    assert started().go(**shared).panel("voyage-beside") == page.panel("voyage-beside")
    page.press("voyage-beside", {"columns": [""], "n": 1})
    assert page.address == {}
    assert page.app.button(key="voyage-compare-routes")


def test_an_unknown_route_is_named_and_the_others_are_shown(page: Voyages) -> None:
    page.go(beside=["route.nsr.moon", BRIDGE, NSR])
    assert page.address == {"beside": [BRIDGE, NSR]}
    assert "route.nsr.moon" in page.plain_text
    assert heads(page)[:2] == ["Arctic Bridge", "Northern Sea Route"]


def test_a_link_that_compares_with_a_track_says_that_it_carries_none(page: Voyages) -> None:
    page.go(**PAIR, beside=[OWN_TRACK, "suez"])
    assert messages.VOYAGE_NO_TRACK_IN_LINK in page.plain_text
    assert heads(page) == ["Suez Canal"]


def test_the_own_track_has_its_mode_in_the_address(page: Voyages) -> None:
    page.go(**PAIR)
    page.app.button(key="own-track-open").click().run()
    assert page.whole().address == {**PAIR, "show": OWN_TRACK}
    assert page.panel("track-opening")
    page.app.button(key="own-track-close").click().run()
    assert page.whole().address == PAIR
    other = started().go(show=OWN_TRACK)
    assert messages.OWN_TRACK_LEAD in other.panel("track-opening")
    other.go(**PAIR)
    assert other.ticked


def test_the_own_track_stands_beside_a_route_and_a_way_and_cannot_be_taken_out(
    page: Voyages,
) -> None:
    with_track(page, **PAIR)
    assert "voyage-beside" not in page.panels()
    page.choose(CHOICE, BRIDGE)
    assert page.address == {**PAIR, "beside": [OWN_TRACK, BRIDGE], "show": OWN_TRACK}
    page.choose(CHOICE, "suez")
    assert heads(page) == ["Your track", "Arctic Bridge", "Suez Canal"]
    assert page.panel("voyage-beside").count("take-out") == 2
    drawn = page.panel("voyage-polar") + page.panel("voyage-strip")
    assert {'data-way="beside-2"', 'data-way="suez"'} <= set(re.findall(r'data-way="[^"]*"', drawn))
    assert page.app.selectbox(key=CHOICE).label == messages.VOYAGE_ADD_TO_TRACK
    page.choose(CHOICE, NSR)
    assert heads(page) == ["Your track", "Suez Canal", "Northern Sea Route"]
    said = page.words("voyage-beside")
    assert "Northern Sea Route: Kara Gate and Sannikov Strait in place of Arctic Bridge." in said


def test_the_own_track_stands_beside_the_ways_of_two_ports(page: Voyages) -> None:
    with_track(page, **PAIR)
    page.app.button(key="own-track-close").click().run()
    assert "Your own track: mine.csv" in offered(page)
    page.choose(CHOICE, OWN_TRACK)
    assert page.address == {**PAIR, "beside": ["nsr", "suez", OWN_TRACK]}
    assert heads(page) == ["Northern Sea Route", "Suez Canal", "Your track"]
    assert messages.VOYAGE_NO_TRACK_IN_LINK not in page.plain_text
