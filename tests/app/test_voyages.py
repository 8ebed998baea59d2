"""Voyages: two ports, a ship and every way between them, all in the address; and faults."""

import html
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.components.v2.bidi_component.main import _make_trigger_id
from streamlit.testing.v1 import AppTest

from geo import messages
from geo.catalogue import sea_legs
from geo.measure.voyages import network, ways
from geo.measure.voyages.ships import PRESETS
from tests.app.conftest import ROOT, Page

OpenPage = Callable[..., Page]
PAIR = {"from": "rotterdam", "to": "yokohama"}
TAG = re.compile(r"<[^>]*>")
VOYAGES = "pages/voyages.py"


class Voyages(Page):
    """The page of voyages."""

    def go(self, **query: object) -> "Voyages":
        """Open the page under an address, as a link does."""
        self.app.query_params.clear()
        for key, value in query.items():
            self.app.query_params[key.replace("_", "-")] = value  # type: ignore[assignment]
        self.app.switch_page(VOYAGES).run()
        return self.whole()

    def whole(self) -> "Voyages":
        """Return the page, which has no traceback and no box that speaks of an error."""
        assert not self.app.exception
        assert not self.app.error
        return self

    def press(self, panel: str, press: object) -> "Voyages":
        """Press something in a panel, as the browser reports it."""
        (part,) = [
            one.proto.id
            for one in self.app.get("bidi_component")
            if json.loads(one.proto.json)["kind"] == panel
        ]
        states = self.app._tree.get_widget_states()
        state = states.widgets.add(id=_make_trigger_id(part, "events"))
        state.json_trigger_value = json.dumps([{"event": "press", "value": press}])
        self.app._run(states)
        return self.whole()

    def choose(self, key: str, value: object) -> "Voyages":
        """Set one of the inputs."""
        kinds = ("selectbox", "number_input", "checkbox")
        (widget,) = [one for kind in kinds for one in self.app.get(kind) if one.key == key]
        widget.set_value(value).run()
        return self.whole()

    @property
    def address(self) -> dict[str, object]:
        """What the address holds: a word, or a list where a key stands there more than once."""
        held = {key: self.app.query_params[key] for key in self.app.query_params}
        return {
            key: each if isinstance(each, str) or len(each) > 1 else each[0]
            for key, each in held.items()
        }

    @property
    def said(self) -> str:
        """The sentence."""
        return self.words("voyage-sentence")

    def words(self, panel: str) -> str:
        """Return the words of a panel without markup."""
        return html.unescape(TAG.sub("", self.panel(panel)))

    @property
    def rows(self) -> dict[str, str]:
        """The rows of the chart by way, or by way and variant."""
        found = re.findall(r'<div role="row" tabindex="0".*?(?=<div )', self.panel("voyage-chart"))
        rows = {}
        for row in found:
            way, variant = (
                re.search(rf'data-{name}="([^"]*)"', row) for name in ("way", "variant")
            )
            assert way
            rows[f"{way[1]}.{variant[1]}" if variant else way[1]] = row
        return rows

    def row(self, way: str) -> str:
        """Return the words of a way's row."""
        return html.unescape(TAG.sub("", self.rows[way]))

    @property
    def ticked(self) -> list[str]:
        """The ways that are ticked in the chart."""
        return [way for way, row in self.rows.items() if 'aria-checked="true"' in row]

    @property
    def lit(self) -> list[str]:
        """The rows in the accent."""
        return [way for way, row in self.rows.items() if 'aria-current="true"' in row]

    def figures(self, way: str) -> dict[str, str]:
        """Return miles, days and CO2 as a row's columns have them."""
        cells = re.findall(r'class="number (\w+)[^"]*">(.*?)</span>', self.rows[way])
        return {name: TAG.sub("", cell) for name, cell in cells}

    def days(self, way: str) -> int:
        """Return the fewest days by a way."""
        return int(re.split("[– ]", self.figures(way)["days"])[0])

    @property
    def ringed(self) -> list[str]:
        """The figures of the ship whose fields are ringed."""
        blocks, found = [self.app.main], []
        while blocks:
            block = blocks.pop()
            named = getattr(block.proto, "id", "")
            found += re.findall(r"voyage-figure-(\w+)-wrong", named)
            blocks += [each for each in block.children.values() if hasattr(each, "children")]
        return found

    def beside(self, row: str) -> str:
        """Return the words of a row of the table."""
        found = re.search(rf'<tr class="row-{row}">(.*?)</tr>', self.panel("voyage-beside"))
        return html.unescape(TAG.sub(" ", found[1])) if found else ""


@pytest.fixture
def page() -> Voyages:
    """Return the app, at no address yet."""
    return Voyages(AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=240))


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
    assert voyage.figures("suez") == good
    voyage.choose("voyage-speed_kn", 12.0)
    assert "give 1 to" not in voyage.plain_text
    assert voyage.days("suez") > days


def test_impossible_figures_in_a_link_are_named_too_with_a_possible_ship(page: Voyages) -> None:
    page.go(**PAIR, draught="99", fuel_a_day="-1", speed="nan")
    assert "Draught 99 m: give 0.5 to 30 m." in page.plain_text
    assert "Fuel -1 t a day: give 0 to 500 t a day." in page.plain_text
    assert "the speed “nan”" in page.plain_text
    assert "by the Northern Sea Route" in page.said


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
    page.go(**{"from": "tuktoyaktuk", "to": "cambridge-bay"}, draught="15")
    assert "is deep enough for a draught of 15.0 m" in page.said


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


def test_ticks_compare_two_ways_and_a_third_takes_the_place_of_the_oldest(voyage: Voyages) -> None:
    assert set(voyage.ticked) == {"nsr", "suez"}
    voyage.press("voyage-chart", {"tick": "panama", "on": True, "n": 1})
    assert voyage.address == {**PAIR, "beside": ["suez", "panama"]}
    assert set(voyage.ticked) == {"suez", "panama"}
    assert "Panama Canal" in voyage.words("voyage-beside")
    assert "Northern Sea Route" not in voyage.words("voyage-beside")
    voyage.press("voyage-chart", {"tick": "suez", "on": False, "n": 2})
    assert voyage.ticked == ["panama"]
    voyage.press("voyage-chart", {"tick": "panama", "on": False, "n": 3})
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


@pytest.mark.parametrize("measure", ["days", "co2"])
def test_the_lines_measure_days_or_co2_in_the_same_order(voyage: Voyages, measure: str) -> None:
    order = list(voyage.rows)
    voyage.press("voyage-chart", {"measure": measure, "n": 1})
    assert voyage.address == {**PAIR, "measure": measure}
    assert f'data-of="{measure}"' in voyage.panel("voyage-chart")
    assert list(voyage.rows) == order


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
    *({"open": each} for each in ("moon", None, [], {})),
    *({"beside": each} for each in (None, 3, {}, [[]], [None], "nsr")),
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
