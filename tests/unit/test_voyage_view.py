"""The page of voyages: its view and its address."""

import math
from urllib.parse import parse_qs, urlencode

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from geo.voyage_view import (
    MAX_BESIDE,
    MEASURES,
    OWN_TRACK,
    VOYAGE_KEYS,
    YARDS,
    KnownVoyages,
    VoyageView,
    from_voyage_query,
    to_voyage_query,
)

KNOWN = KnownVoyages(
    ports=("rotterdam", "yokohama", "new-york", "tiksi"),
    presets=("bulk-carrier", "oil-tanker"),
    ice_classes=("1A", "1A Super", "Arc4"),
    fuels=("hfo", "lng"),
    ways=("nsr", "nwp", "tsr", "suez", "cape", "panama", "direct"),
    passages=("nsr", "nwp", "tsr", "suez", "cape", "panama"),
    tracks={"nsr": ("coastal", "north-of-islands"), "nwp": ("amundsen",)},
    routes=("route.nsr.kara-gate", "route.arctic-bridge.main"),
)
WAYS = tuple(KNOWN.passages)
FIGURES = st.none() | st.floats(allow_nan=False, allow_infinity=False).map(
    lambda value: float(f"{value:.8g}")
)


def one_of(values: object) -> st.SearchStrategy[str]:
    """Return a strategy for one of some ids, or ''."""
    return st.sampled_from(["", *values])  # type: ignore[misc]


def some_of(values: tuple[str, ...], most: int = 99) -> st.SearchStrategy[tuple[str, ...]]:
    """Return a strategy for some of the ids, each once, in any order."""
    return st.lists(st.sampled_from(values), unique=True, max_size=most).map(tuple)


VIEWS = st.builds(
    VoyageView,
    origin=one_of(KNOWN.ports),
    destination=one_of(KNOWN.ports),
    preset=one_of(KNOWN.presets),
    speed=FIGURES,
    ice=FIGURES,
    draught=FIGURES,
    fuel_a_day=FIGURES,
    ice_class=one_of([*KNOWN.ice_classes, "none"]),
    fuel=one_of(KNOWN.fuels),
    shut=some_of(WAYS),
    way=one_of(KNOWN.ways),
    tracks=st.fixed_dictionaries(
        {}, optional={way: st.sampled_from(slugs) for way, slugs in KNOWN.tracks.items()}
    ),
    beside=some_of((*WAYS, *KNOWN.routes, OWN_TRACK), MAX_BESIDE),
    measure=st.sampled_from(MEASURES),
    yard=st.sampled_from(YARDS),
    show=one_of([OWN_TRACK]),
)


def read(**query: str | list[str]) -> tuple[VoyageView, list[str]]:
    """Return view and notices of a query; `fuel_a_day` stands for `fuel-a-day`."""
    lists = {key: [value] if isinstance(value, str) else value for key, value in query.items()}
    return from_voyage_query({key.replace("_", "-"): lists[key] for key in lists}, KNOWN)


@given(VIEWS)
def test_a_voyage_makes_a_round_trip_through_its_address(view: VoyageView) -> None:
    query = parse_qs(urlencode(to_voyage_query(view)), keep_blank_values=True)
    assert from_voyage_query(query, KNOWN) == (view, [])


def test_the_first_voyage_has_an_empty_address() -> None:
    assert to_voyage_query(VoyageView()) == []
    assert from_voyage_query({}, KNOWN) == (VoyageView(), [])


def test_every_field_of_a_voyage_has_a_key_and_no_two_share_one() -> None:
    assert set(VOYAGE_KEYS) == set(VoyageView.__dataclass_fields__)
    assert len(set(VOYAGE_KEYS.values())) == len(VOYAGE_KEYS)


def test_every_field_that_differs_stands_in_the_address_under_its_key() -> None:
    view = VoyageView(
        "rotterdam", "yokohama", "oil-tanker", 12.5, 8.0, 14.25, 0.0, "none", "lng",
        ("suez", "cape"), "nsr", {"nsr": "coastal", "nwp": "amundsen"}, ("nsr", "panama"), "days",
        "shortest",
        "own-track",
    )  # fmt: skip
    assert urlencode(to_voyage_query(view)) == (
        "from=rotterdam&to=yokohama&ship=oil-tanker&speed=12.5&ice=8&draught=14.25&fuel-a-day=0"
        "&class=none&fuel=lng&shut=suez&shut=cape&way=nsr&track=nsr.coastal&track=nwp.amundsen"
        "&beside=nsr&beside=panama&measure=days&yard=shortest&show=own-track"
    )


@pytest.mark.parametrize("value", [14.123456, 1234567.5, 0.1 + 0.2, 11.999999])
def test_a_figure_comes_back_as_it_was_entered(value: float) -> None:
    ((_, written),) = to_voyage_query(VoyageView(speed=value))
    assert float(written) == pytest.approx(value, rel=1e-9)
    assert len(written) <= 12


@pytest.mark.parametrize(
    ("key", "value", "what"),
    [
        ("from", "atlantis", "port"),
        ("to", "Rotterdam", "port"),
        ("ship", "raft", "ship"),
        ("speed", "fast", "speed"),
        ("speed", "", "speed"),
        ("speed", "nan", "speed"),
        ("ice", "inf", "ice"),
        ("draught", "-1e999", "draught"),
        ("draught", "11,5", "draught"),
        ("fuel-a-day", "30t", "fuel a day"),
        ("class", "Arc99", "ice class"),
        ("fuel", "coal", "fuel"),
        ("shut", "bering", "way"),
        ("way", "moon", "way"),
        ("track", "nsr.sideways", "variant"),
        ("track", "nwp.coastal", "variant"),
        ("track", "nsr", "variant"),
        ("track", "nsr.coastal\n", "variant"),
        ("beside", "moon", "way or route"),
        ("beside", "route.nsr", "way or route"),
        ("beside", "route.nsr.moon", "way or route"),
        ("show", "somebody", "page"),
        ("measure", "tonnes", "measure"),
        ("yard", "longest", "yardstick"),
    ],
)
def test_an_unknown_value_is_dropped_and_named(key: str, value: str, what: str) -> None:
    view, notices = from_voyage_query({"way": ["nsr"], "draught": ["9"], key: [value]}, KNOWN)
    (notice,) = notices
    assert f"the {what} “{value.strip()}" in notice
    kept = {"way": "nsr", "draught": 9.0} | ({"way": ""} if key == "way" else {})
    kept |= {"draught": None} if key == "draught" else {}
    assert view == VoyageView(**kept)  # type: ignore[arg-type]


def test_the_direct_way_can_be_opened_but_no_reader_shuts_it() -> None:
    assert read(way="direct") == (VoyageView(way="direct"), [])
    view, notices = read(shut=["direct", "suez"])
    assert (view.shut, len(notices)) == (("suez",), 1)


def test_of_several_values_the_last_counts_and_a_known_one_among_unknown_is_kept() -> None:
    view, notices = read(to=["tiksi", "atlantis", "yokohama"], speed=["9", "10"])
    assert (view.destination, view.speed, len(notices)) == ("yokohama", 10.0, 1)
    view, notices = read(shut=["suez", "moon", "cape", "suez"])
    assert (view.shut, len(notices)) == (("suez", "cape"), 1)


def test_no_more_stand_side_by_side_than_the_table_has_room_for() -> None:
    view, notices = read(beside=["nsr", "suez", "cape", "panama"])
    assert (view.beside, notices) == (("nsr", "suez", "cape"), [])


def test_routes_and_a_track_stand_beside_ways() -> None:
    asked = ("route.nsr.kara-gate", "own-track", "suez")
    view, notices = read(beside=list(asked))
    assert (view.beside, notices) == (asked, [])


def test_a_figure_that_no_ship_has_is_kept_for_the_page_to_speak_of() -> None:
    assert read(speed="200")[0].speed == 200
    assert read(speed="0") == (VoyageView(speed=0.0), [])


def test_foreign_keys_are_passed_over_in_silence() -> None:
    assert read(utm_source="x", embed="true", feature="nsr", frame="globe") == (VoyageView(), [])


@given(
    st.dictionaries(
        st.sampled_from([*VOYAGE_KEYS.values(), "__proto__", ""]),
        st.lists(st.text(max_size=40), max_size=5),
        max_size=15,
    )
)
@example({"from": ["x" * 20_000], "speed": ["9" * 20_000], "track": ["nsr." + "a-" * 20_000]})
@example({"shut": [str(n) for n in range(5000)], "track": ["a.b"] * 5000})
@example({"from": ["\x00", "\ud800", "\u202e", "../../etc"], "speed": ["\ud800"]})
@example({"from": [], "speed": [], "track": [], "class": []})
@example({"speed": ["١٢", "1_0", " 7 ", "0x10", "-0"], "to": ["<script>alert(1)</script>"]})
def test_an_absurd_address_gives_a_voyage_of_known_ids_and_short_notices(
    query: dict[str, list[str]],
) -> None:
    view, notices = from_voyage_query(query, KNOWN)
    assert {view.origin, view.destination} <= {"", *KNOWN.ports}
    assert {*view.shut, *view.beside, view.way} <= {"", *KNOWN.ways}
    assert all(slug in KNOWN.tracks[way] for way, slug in view.tracks.items())
    assert view.measure in MEASURES
    assert view.yard in YARDS
    figures = (view.speed, view.ice, view.draught, view.fuel_a_day)
    assert all(figure is None or math.isfinite(figure) for figure in figures)
    assert len(notices) <= 60 * len(VOYAGE_KEYS)
    assert all(len(notice) < 200 for notice in notices)
    "\n".join(notices).encode()
    assert from_voyage_query(parse_qs(urlencode(to_voyage_query(view))), KNOWN)[1] == []
