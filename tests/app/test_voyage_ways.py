"""Voyages: ways shut, opened and compared; odd presses, other pages, and what is missing."""

import html
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from geo import messages
from geo.catalogue import sea_legs
from geo.measure.voyages import network, ways
from tests.app.voyages import PAIR, VOYAGES, Voyages, started


@pytest.fixture
def page() -> Voyages:
    """Return the app, at no address yet."""
    return started()


@pytest.fixture
def voyage(page: Voyages) -> Voyages:
    """Return the page with the voyage from Rotterdam to Yokohama."""
    return page.go(**PAIR)


# The ways -----------------------------------------------------------------------------------------


def test_with_suez_shut_another_way_is_the_usual_one_and_it_can_be_opened_again(
    voyage: Voyages,
) -> None:
    first = voyage.said
    voyage.choose("voyage-open-suez", value=False)
    assert voyage.address == {**PAIR, "shut": "suez"}
    assert "Suez" not in voyage.said
    assert "by Panama" in voyage.said or "by the Cape of Good Hope" in voyage.said
    assert messages.VOYAGE_SHUT_ROW in voyage.row("suez")
    usual = [way for way in voyage.rows if messages.VOYAGE_IS_USUAL in voyage.row(way)]
    assert usual in (["panama"], ["cape"])
    voyage.press("voyage-chart", {"open": "suez", "n": 1})
    assert voyage.address == PAIR
    assert voyage.said == first


def test_with_every_way_shut_the_page_says_so_and_how_to_open_one(voyage: Voyages) -> None:
    for way in voyage.rows:
        voyage.choose(f"voyage-open-{way}", value=False)
    assert voyage.said.startswith("No way by water from Rotterdam to Yokohama with these passages")
    assert "Suez" in voyage.said
    assert re.findall(r'data-open="([^"]*)"', voyage.panel("voyage-chart"))
    voyage.press("voyage-chart", {"open": "cape", "n": 1})
    assert "by the Cape of Good Hope" in voyage.said


def test_the_only_way_of_a_pair_shut_is_said_and_opened_by_a_press(page: Voyages) -> None:
    page.go(**{"from": "dikson", "to": "tiksi"}, shut="nsr")
    assert page.said.startswith("No way by water from Dikson to Tiksi")
    assert 'data-open="nsr"' in page.panel("voyage-chart")
    page.press("voyage-chart", {"open": "nsr", "n": 1})
    assert "nautical miles" in page.said


def test_a_press_on_a_row_opens_that_way_and_another_closes_it(voyage: Voyages) -> None:
    assert voyage.lit == ["nsr"]
    voyage.press("voyage-chart", {"way": "panama", "n": 1})
    assert voyage.address == {**PAIR, "way": "panama"}
    assert voyage.lit == ["panama"]
    assert "by Panama" in voyage.said
    assert "Panama Canal" in voyage.words("voyage-details")
    voyage.press("voyage-details", {"way": "", "n": 2})
    assert voyage.address == PAIR
    assert "voyage-details" not in voyage.panels()
    voyage.press("voyage-chart", {"way": "nsr", "n": 3}).press(
        "voyage-chart", {"way": "nsr", "n": 4}
    )
    assert voyage.address == PAIR


def test_a_press_on_a_line_of_either_map_opens_its_way(voyage: Voyages) -> None:
    assert voyage.press("voyage-polar", {"way": "nwp", "n": 1}).lit == ["nwp"]
    assert voyage.press("voyage-strip", {"way": "cape", "n": 2}).lit == ["cape"]


def test_up_to_three_are_ticked_and_a_fourth_takes_the_place_of_the_oldest(
    voyage: Voyages,
) -> None:
    assert voyage.ticked == ["nsr", "suez"]
    voyage.press("voyage-chart", {"tick": "panama", "on": True, "n": 1})
    assert voyage.address == {**PAIR, "beside": ["nsr", "suez", "panama"]}
    assert "in place of" not in voyage.words("voyage-beside")
    voyage.press("voyage-chart", {"tick": "cape", "on": True, "n": 2})
    assert voyage.address == {**PAIR, "beside": ["suez", "panama", "cape"]}
    said = voyage.words("voyage-beside")
    assert "Cape of Good Hope in place of Northern Sea Route." in said
    voyage.press("voyage-beside", {"columns": ["nsr", "suez", "panama"], "n": 3})
    assert set(voyage.ticked) == {"nsr", "suez", "panama"}
    assert "in place of" not in voyage.words("voyage-beside")


def test_the_last_tick_taken_away_brings_back_the_first_two(voyage: Voyages) -> None:
    voyage.press("voyage-chart", {"tick": "suez", "on": False, "n": 1})
    assert voyage.ticked == ["nsr"]
    assert "take-out" not in voyage.panel("voyage-beside")
    voyage.press("voyage-chart", {"tick": "nsr", "on": False, "n": 2})
    assert voyage.address == PAIR


def test_a_tick_that_was_there_from_the_first_can_be_taken_away(voyage: Voyages) -> None:
    voyage.press("voyage-chart", {"tick": "nsr", "on": False, "n": 1})
    assert voyage.ticked == ["suez"]


def test_a_variant_is_chosen_and_its_miles_stand_in_the_table(voyage: Voyages) -> None:
    before = voyage.beside("distance")
    found = re.findall(r'data-way="nsr" data-variant="([^"]*)"', voyage.panel("voyage-beside"))
    assert len(found) == 7
    voyage.press("voyage-beside", {"way": "nsr", "variant": found[-1], "n": 1})
    assert voyage.address["track"] == f"nsr.{found[-1]}"
    assert voyage.beside("distance") != before


def test_a_way_into_the_baltic_is_chosen_by_its_row_and_by_the_address(page: Voyages) -> None:
    pair = {"from": "rotterdam", "to": "saint-petersburg"}
    page.go(**pair, draught="7")
    assert 'data-variant="great-belt"' in page.panel("voyage-chart")
    short = page.beside("distance")
    page.press("voyage-chart", {"way": "direct", "variant": "great-belt", "n": 1})
    assert page.address["track"] == "direct.great-belt"
    long = page.beside("distance")
    assert long != short
    page.go(**pair, draught="7", track="direct.great-belt", way="direct")
    assert page.beside("distance") == long
    assert page.address["track"] == "direct.great-belt"


@pytest.mark.parametrize("measure", ["days", "co2"])
def test_the_lines_measure_days_or_co2_in_the_same_order(voyage: Voyages, measure: str) -> None:
    order = list(voyage.rows)
    voyage.press("voyage-chart", {"measure": measure, "n": 1})
    assert voyage.address == {**PAIR, "measure": measure}
    assert f'data-of="{measure}"' in voyage.panel("voyage-chart")
    assert list(voyage.rows) == order


def test_the_chart_compares_with_the_shortest_way_and_back(voyage: Voyages) -> None:
    said = voyage.said
    assert "% more" not in voyage.row("nsr")
    voyage.press("voyage-chart", {"yard": "shortest", "n": 1})
    assert voyage.address == {**PAIR, "yard": "shortest"}
    assert "% more" in voyage.row("nsr")
    assert "% more" in voyage.row("suez")
    assert "%" not in voyage.row("tsr")
    assert voyage.said == said
    voyage.press("voyage-chart", {"yard": "usual", "n": 2})
    assert voyage.address == PAIR


def test_the_factor_of_the_fuel_and_its_source_are_there_when_co2_is_measured(
    voyage: Voyages,
) -> None:
    assert "MEPC.364(79)" not in voyage.words("voyage-chart")
    voyage.press("voyage-chart", {"measure": "co2", "n": 1})
    assert "3.114 t of CO₂ a tonne of heavy fuel oil: IMO" in voyage.words("voyage-chart")
    voyage.choose("voyage-fuel", "mgo")
    assert "3.206 t of CO₂" in voyage.words("voyage-chart")


def test_the_page_says_that_southern_depths_are_not_checked(voyage: Voyages) -> None:
    assert "depth checked on the Arctic part only" in voyage.words("voyage-method")


def test_two_ways_from_the_details_stand_side_by_side(voyage: Voyages) -> None:
    voyage.press("voyage-chart", {"way": "nwp", "n": 1})
    voyage.press("voyage-details", {"beside": ["nwp", "suez"], "n": 2})
    assert voyage.address == {**PAIR, "beside": ["nwp", "suez"]}
    assert set(voyage.ticked) == {"nwp", "suez"}


def test_two_ports_pressed_on_the_map_make_a_voyage_and_a_third_begins_another(
    page: Voyages,
) -> None:
    page.go()
    assert 'data-port="murmansk"' in page.panel("voyage-polar")
    page.press("voyage-polar", {"port": "murmansk", "n": 1})
    assert page.address == {"from": "murmansk"}
    page.press("voyage-polar", {"port": "nome", "n": 2})
    assert page.address == {"from": "murmansk", "to": "nome"}
    assert page.said.startswith("Murmansk to Nome: ")
    page.press("voyage-polar", {"port": "tiksi", "n": 3})
    assert page.address == {"from": "tiksi"}


GARBAGE = [
    *(None, 7, "nsr", [], ["way"], {}, {"n": 1}, {"feature": "nsr"}, {"copy": "x"}),
    *({"way": each} for each in ("moon", 7, None, [], {}, ["nsr"])),
    *({"tick": each, "on": True} for each in ("moon", None, [], {"a": 1})),
    *({"measure": each} for each in ("tonnes", None, [], {})),
    *({"yard": each} for each in ("longest", None, [], {})),
    *({"show": each} for each in ("method", None)),
    *({"open": each} for each in ("moon", None, [], {})),
    *({"beside": each} for each in (None, 3, {}, [[]], [None], "nsr")),
    *({"columns": each} for each in (None, 3, {}, [], [[]], [None], "nsr", ["moon"])),
    *({"pair": each} for each in ("", "a|b", "rotterdam", "rotterdam|", None, [], "a|b|c")),
    *({"port": each} for each in ("", "atlantis", None, 7, [], {})),
    {"way": "nsr", "variant": "sideways"},
    {"way": [], "variant": "coastal"},
    {"variant": "coastal"},
    {"way": "nsr", "variant": {}},
]


def test_what_is_no_press_changes_nothing(voyage: Voyages) -> None:
    for press in GARBAGE:
        voyage.press("voyage-chart", press)
        assert voyage.address == PAIR, press
    assert voyage.said.startswith("Rotterdam to Yokohama: ")


def test_the_sentence_is_copied_with_method_and_date(voyage: Voyages) -> None:
    found = re.search(r'data-copy="([^"]*)"', voyage.panel("voyage-method"))
    assert found
    copied = html.unescape(found[1])
    assert copied.startswith(voyage.said)
    assert "geodesic" in copied
    assert re.search(rf"\d+ \w+ 20\d\d\. {messages.APP}\.", copied)


# Other pages --------------------------------------------------------------------------------------


def test_voyage_and_atlas_are_both_kept_and_neither_is_in_the_others_address(
    page: Voyages,
) -> None:
    page.app.query_params["feature"] = "nwp"
    page.app.run()
    page.go(**PAIR, way="panama")
    assert page.address == {**PAIR, "way": "panama"}
    page.app.query_params.clear()
    page.app.switch_page("pages/atlas.py").run()
    assert page.whole().address == {"feature": "nwp"}
    page.app.query_params.clear()
    page.app.switch_page(VOYAGES).run()
    assert page.whole().address == {**PAIR, "way": "panama"}
    assert page.lit == ["panama"]
    page.app.query_params.clear()
    page.app.switch_page("pages/evidence.py").run()
    assert page.whole().address == {"feature": "nwp"}


def test_an_address_of_the_atlas_makes_no_voyage_and_one_of_a_voyage_no_selection(
    page: Voyages,
) -> None:
    page.go(feature="nsr", nation="RU")
    assert page.address == {}
    assert messages.VOYAGE_EMPTY in page.words("voyage-empty")
    page.app.query_params.clear()
    for key, value in PAIR.items():
        page.app.query_params[key] = value
    page.app.switch_page("pages/atlas.py").run()
    assert page.whole().address == {}


# What is missing or damaged -----------------------------------------------------------------------


@pytest.fixture
def without(monkeypatch: pytest.MonkeyPatch, fresh_caches: None) -> Callable[..., None]:
    """Return a function that has the network loaded anew, with something in place of a part."""
    del fresh_caches

    def replaced(owner: object, name: str, value: object) -> None:
        monkeypatch.setattr(owner, name, value)
        monkeypatch.setattr(ways, "_load", ways._load.__wrapped__)
        monkeypatch.setattr(network, "_load", network._load.__wrapped__)

    return replaced


def says_and_offers(page: Voyages, *words: str) -> None:
    """Assert that a sentence is there with what to do, beside the maps and pairs to press."""
    for word in words:
        assert word in page.plain_text, word
    assert "voyage-chart" not in page.panels()
    assert "data-pair" in page.panel("voyage-empty")
    assert "<svg" in page.panel("voyage-polar")


@pytest.mark.parametrize("raw", [None, b"", b"kind,port,track\nsea,,1 2;x y\n", b"\xff\xfe\x00"])
def test_missing_or_broken_legs_are_named(
    page: Voyages, without: Callable[..., None], tmp_path: Path, raw: bytes | None
) -> None:
    if raw is not None:
        (tmp_path / "sea_legs.csv").write_bytes(raw)
    without(network, "read_sea_legs", lambda _folder: sea_legs.read_sea_legs(tmp_path))
    says_and_offers(page.go(**PAIR), "sea_legs.csv")


def test_without_the_package_searoute_the_page_says_what_to_install(
    page: Voyages, without: Callable[..., None]
) -> None:
    without(sea_legs, "find_spec", lambda _name: None)
    says_and_offers(page.go(**PAIR), "searoute", "requirements.txt")


def test_a_broken_network_of_searoute_is_named(
    page: Voyages, without: Callable[..., None], tmp_path: Path
) -> None:
    (tmp_path / "broken.geojson").write_text('{"features": [{}]}', "utf-8")
    without(sea_legs, "_network_file", lambda: tmp_path / "broken.geojson")
    says_and_offers(page.go(**PAIR), "searoute", "requirements.txt")
