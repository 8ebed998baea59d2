"""Voyages: two ports, a ship, and every way between them; all in the address."""

import re
from collections.abc import Callable

import pytest

from geo import messages
from geo.measure.voyages.ships import PRESETS
from tests.app.conftest import Page
from tests.app.voyages import PAIR, Voyages, started

OpenPage = Callable[..., Page]


@pytest.fixture
def page() -> Voyages:
    """Return the app, at no address yet."""
    return started()


@pytest.fixture
def voyage(page: Voyages) -> Voyages:
    """Return the page with the voyage from Rotterdam to Yokohama."""
    return page.go(**PAIR)


# Two ports ----------------------------------------------------------------------------------------


def test_at_first_the_page_says_what_to_do_and_offers_pairs(page: Voyages) -> None:
    page.go()
    assert messages.VOYAGE_EMPTY in page.words("voyage-empty")
    pairs = re.findall(r'data-pair="([^"]*)"', page.panel("voyage-empty"))
    assert len(pairs) == 3
    assert "voyage-chart" not in page.panels()
    assert page.address == {}
    page.press("voyage-empty", {"pair": pairs[0], "n": 1})
    assert page.address == PAIR
    assert page.said.startswith("Rotterdam to Yokohama: ")


def test_two_ports_from_the_lists_give_the_sentence_and_an_address_that_gives_it_again(
    page: Voyages, open_page: OpenPage
) -> None:
    page.go().choose("voyage-origin", "Rotterdam")
    assert page.address == {"from": "rotterdam"}
    assert "From Rotterdam" in page.plain_text
    page.choose("voyage-destination", "横浜 (Yokohama)")
    assert page.address == PAIR
    said = page.said
    assert re.fullmatch(
        r"Rotterdam to Yokohama: [\d,]+ to [\d,]+ nautical miles by the Northern Sea Route, "
        r"[\d,]+ by Suez: \d+ to \d+ % shorter\. Distance only\.",
        said,
    )
    other = Voyages(open_page().app).go(**page.address)
    assert other.said == said
    assert other.panel("voyage-chart") == page.panel("voyage-chart")
    assert other.panel("voyage-beside") == page.panel("voyage-beside")


def test_a_name_that_is_no_port_is_said_with_ports_near_it_to_press(page: Voyages) -> None:
    page.go(to="yokohama").type_in("voyage-origin", "Norilsk")
    assert page.address == {"to": "yokohama"}
    assert "“Norilsk” is on this map, but not as a port" in page.plain_text
    page.app.button(key="voyage-near-dudinka").click().run()
    assert page.address == {"from": "dudinka", "to": "yokohama"}
    assert "Norilsk" not in page.plain_text
    page.type_in("voyage-origin", "Atlantis")
    assert page.address == {"from": "dudinka", "to": "yokohama"}
    assert "There is no port “Atlantis”" in page.plain_text
    page.type_in("voyage-destination", "tokyo")
    assert page.address == {"from": "dudinka", "to": "tokyo"}
    assert "Atlantis" not in page.plain_text


def test_ports_of_a_link_may_have_any_of_their_names(page: Voyages) -> None:
    page.go(**{"from": "Rotterdam", "to": "横浜"})
    assert page.address == PAIR
    assert "does not exist" not in page.plain_text
    page.go(**{"from": "NLRTM", "to": "Atlantis"})
    assert page.address == {"from": "rotterdam"}
    assert "“Atlantis”, which does not exist" in page.plain_text


def test_a_part_of_a_name_takes_the_first_port_that_the_list_offers(page: Voyages) -> None:
    assert page.go().type_in("voyage-origin", "murm").address == {"from": "murmansk"}


def test_the_chart_has_every_way_with_its_figures_and_the_table_what_it_crosses(
    voyage: Voyages,
) -> None:
    assert set(voyage.rows) == {"nsr", "nwp", "tsr", "suez", "cape", "panama"}
    for way in voyage.rows:
        assert all(voyage.figures(way)[name] for name in ("miles", "days", "co2")), way
    assert "% less" in voyage.row("nsr")
    assert messages.VOYAGE_IS_USUAL in voyage.row("suez")
    assert "Russia" in voyage.beside("waters")
    assert "Polar Code" in voyage.beside("rules")
    assert "transit" not in voyage.beside("distance")
    assert re.search(r"\d+(\.\d)? m", voyage.beside("straits"))
    assert re.search(r"\b20\d\d\b", voyage.beside("season"))


def test_swapping_turns_the_voyage_round_with_the_same_miles(voyage: Voyages) -> None:
    before = voyage.figures("nsr")
    voyage.app.button(key="voyage-swap").click().run()
    assert voyage.whole().address == {"from": "yokohama", "to": "rotterdam"}
    assert voyage.said.startswith("Yokohama to Rotterdam: ")
    assert voyage.figures("nsr") == before


def test_the_same_port_twice_gives_a_sentence_and_pairs_to_press(voyage: Voyages) -> None:
    voyage.choose("voyage-destination", "Rotterdam")
    assert messages.SAME_PORT.format(port="Rotterdam") in voyage.plain_text
    assert 'data-pair="murmansk|shanghai"' in voyage.panel("voyage-empty")
    assert "voyage-chart" not in voyage.panels()
    voyage.choose("voyage-destination", "Yokohama")
    assert voyage.said.startswith("Rotterdam to Yokohama: ")


def test_an_unknown_port_in_the_address_is_named_and_the_other_kept(page: Voyages) -> None:
    page.go(**{"from": "rotterdam", "to": "atlantis<b>"})
    assert "the port “atlantis&lt;b&gt;”" in page.panel("notices") or (
        "the port “atlantis<b>”" in page.plain_text
    )
    assert page.address == {"from": "rotterdam"}
    assert "From Rotterdam" in page.plain_text
    page.choose("voyage-destination", "Yokohama")
    assert "atlantis" not in page.plain_text + page.panel("notices")


def test_a_pair_inside_the_arctic_has_its_variants_and_no_per_cent(page: Voyages) -> None:
    page.go(**{"from": "dikson", "to": "tiksi"})
    assert "Dikson to Tiksi: " in page.said
    assert "Northern Sea Route" in page.said
    assert "%" not in page.said
    assert len(page.rows) > 1
    assert all(key.startswith("nsr.") for key in page.rows)
    slug = list(page.rows)[-1].partition(".")[2]
    page.press("voyage-chart", {"way": "nsr", "variant": slug, "n": 1})
    assert page.address["track"] == f"nsr.{slug}"
    assert page.lit == [f"nsr.{slug}"]


def test_across_the_atlantic_there_is_one_direct_way(page: Voyages) -> None:
    page.go(**{"from": "rotterdam", "to": "new-york"})
    assert re.fullmatch(
        r"Rotterdam to New York: 3,\d\d0 nautical miles\. Distance only\.", page.said
    )
    assert list(page.rows) == ["direct"]


@pytest.mark.parametrize(
    "port", ["khatanga", "igarka", "dudinka", "churchill", "lulea", "port-said"]
)
def test_a_port_up_a_river_or_in_an_inland_sea_is_reached(page: Voyages, port: str) -> None:
    page.go(**{"from": port, "to": "yokohama"})
    assert "nautical miles" in page.said
    assert "∞" not in page.said


# The ship -----------------------------------------------------------------------------------------


def test_a_faster_ship_takes_fewer_days_over_the_same_miles(voyage: Voyages) -> None:
    before, days, said = voyage.figures("suez"), voyage.days("suez"), voyage.said
    voyage.choose("voyage-speed_kn", 20.0)
    assert voyage.days("suez") < days
    after = voyage.figures("suez")
    assert voyage.address == {**PAIR, "speed": "20"}
    assert (after["miles"], voyage.said) == (before["miles"], said)
    assert after["days"] != before["days"]
    assert after["co2"] != before["co2"]
    voyage.choose("voyage-speed_kn", PRESETS["bulk-carrier"].ship.speed_kn)
    assert voyage.address == PAIR
    assert voyage.figures("suez") == before


def test_another_ship_brings_its_own_figures_and_fuel(voyage: Voyages) -> None:
    before = voyage.figures("suez")
    voyage.choose("voyage-draught_m", 9.0).choose("voyage-preset", "lng-carrier")
    ship = PRESETS["lng-carrier"].ship
    assert voyage.address == {**PAIR, "ship": "lng-carrier"}
    shown = {one.key: one.value for one in voyage.app.number_input}
    assert shown == {
        "voyage-speed_kn": ship.speed_kn,
        "voyage-ice_speed_kn": ship.ice_speed_kn,
        "voyage-draught_m": ship.draught_m,
        "voyage-fuel_t_day": ship.fuel_t_day,
    }
    assert voyage.figures("suez")["co2"] != before["co2"]
    voyage.choose("voyage-fuel", "hfo").choose("voyage-class", "")
    assert voyage.address == {**PAIR, "ship": "lng-carrier", "fuel": "hfo", "class": "none"}
    assert any("3.114 t of CO₂" in one.value for one in voyage.app.caption)


@pytest.mark.parametrize("speed", [0.0, 200.0, -3.0, 1e300])
def test_an_impossible_speed_gives_the_range_and_the_last_good_figures_stay(
    voyage: Voyages, speed: float
) -> None:
    voyage.choose("voyage-speed_kn", 16.0)
    good, days = voyage.figures("suez"), voyage.days("suez")
    voyage.choose("voyage-speed_kn", speed)
    assert f"Speed {speed:.6g} kn: give 1 to 40 kn." in voyage.plain_text
    assert voyage.plain_text.count("give 1 to") == 1
    assert voyage.ringed == ["speed_kn"]
    assert "Counted instead: open water 16 kn." in voyage.plain_text
    assert voyage.figures("suez") == good
    voyage.choose("voyage-speed_kn", 12.0)
    assert "give 1 to" not in voyage.plain_text
    assert voyage.days("suez") > days


def test_impossible_figures_in_a_link_are_named_too_with_a_possible_ship(page: Voyages) -> None:
    page.go(**PAIR, draught="99", fuel_a_day="-1", speed="nan")
    assert "Draught 99 m: give 0.5 to 30 m." in page.plain_text
    assert "Fuel -1 t a day: give 0 to 500 t a day." in page.plain_text
    assert "the speed “nan”" in page.plain_text
    assert "Counted instead: draught 11 m, fuel 30 t a day." in page.plain_text
    assert "by the Northern Sea Route" in page.said


def test_beside_a_figure_that_cannot_be_the_others_count(page: Voyages) -> None:
    page.go(**PAIR, speed="200", draught="13.5")
    assert "Counted instead: open water 14 kn." in page.plain_text
    assert "deep enough for 13.5 m" in page.words("voyage-method")


def test_a_deep_draught_shuts_the_variants_through_sannikov(voyage: Voyages) -> None:
    voyage.choose("voyage-draught_m", 6.0)
    assert "too shallow" not in voyage.words("voyage-beside")
    low = voyage.said
    voyage.choose("voyage-draught_m", 14.0)
    assert voyage.said != low
    assert "too shallow at 14.0 m" in voyage.words("voyage-chart")
    variants = re.findall(
        r'<button type="button" class="shut".*?</button>', voyage.panel("voyage-beside")
    )
    assert any("sannikov" in one.lower() for one in variants)
    assert "by the Northern Sea Route" in voyage.said


def test_a_draught_that_no_variant_is_deep_enough_for_is_said(page: Voyages) -> None:
    page.go(**{"from": "grays-bay", "to": "tuktoyaktuk"}, draught="30")
    assert "is deep enough for a draught of 30.0 m" in page.said
