"""The line of figures on a card: for every kind of feature its own, each with what it rests on."""

import pytest

from geo.catalogue.schema import KINDS
from geo.markup.figures import Figure, figure_basis, figure_line, figures
from geo.measure.measured import Measured
from geo.measure.transits import load_transits
from geo.measure.waters import load_waters
from tests.shipped import catalogue

MEASURED = Measured(load_waters(), load_transits())


def figures_of(identity: str, variant: str = "") -> list[Figure]:
    return figures(catalogue(), catalogue().features[identity], variant=variant, measured=MEASURED)


@pytest.mark.parametrize(
    ("identity", "wanted"),
    [
        ("nsr", [("2,633 nm", "Kara Gate and Sannikov Strait"),
                 ("100 %", "in the waters of Russia"), ("30 Jun–17 Nov", "season of 2025")]),
        ("tsr", [("2,668 nm", "Over the North Pole"), ("54 %", "on the high seas"),
                 ("4 states", "whose waters it crosses")]),
        ("nwp", [("2,865 nm", "Route 1: Parry Channel and M’Clure Strait"),
                 ("64 %", "in the waters of Canada"), ("465", "complete transits to 2025")]),
        ("suez", [("11,311 nm", "Rotterdam to Yokohama"),
                  ("261 nm", "north of 50° N, where waters are assessed"),
                  ("4 states", "whose waters it crosses")]),
        ("bering-strait", [("43.9 nm", "wide"), ("4 routes", "pass through"),
                           ("3 corridors", "pass through")]),
        ("murmansk", [("Russia", "port state"),
                      ("69.0° N, 33.1° E", "position")]),
        ("north-pole", [("90.0° N", "position")]),
        ("nsr-straits", [("Open", "not before a court"), ("2 sides", "take a position"),
                         ("1964", "began")]),
        ("norway-russia-barents-line", [("907 nm", "long as drawn"), ("15 Sep 2010", "signed"),
                                        ("7 Jul 2011", "in force")]),
        ("arctic-council", [("8", "member states"), ("13 observers", "without a vote"),
                            ("Tromsø", "secretariat")]),
    ],
)  # fmt: skip
def test_the_figures_are_those_of_the_data(identity: str, wanted: list[tuple[str, str]]) -> None:
    assert [(one.value, one.caption) for one in figures_of(identity)] == wanted


def test_miles_on_the_card_of_a_state_are_those_of_the_routes_own_card() -> None:
    (longest,) = (one for one in figures_of("RU") if one.caption.startswith("of the "))
    assert longest.caption == "of the Northeast Passage"
    length, share = (one.value for one in figures_of("nep")[:2])
    assert (length, share) == ("7,393 nm", "61 %")
    assert longest.value == "4,544 nm", "61 % of it"


@pytest.mark.parametrize(("state", "way"), [("GB", "nep"), ("DK", "nep"), ("GL", "nwp")])
def test_miles_in_a_states_waters_are_those_of_the_variant_that_the_route_opens_on(
    state: str, way: str
) -> None:
    track, nm, is_first = MEASURED.longest_in(state, [way])
    assert track == (way, MEASURED.chosen(way, ""))
    assert is_first
    assert nm == MEASURED.waters.nation_nm(*track)[state] > 1


def test_a_variant_has_its_own_length() -> None:
    assert figures_of("nsr", "shokalsky")[0].value == "2,277 nm"


def test_every_kind_has_figures_and_none_is_empty() -> None:
    kinds = set()
    for feature in catalogue().features.values():
        shown = figures(catalogue(), feature, measured=MEASURED)
        assert len(shown) <= 3
        assert all(one.value.strip() and one.caption.strip() for one in shown), feature.id
        assert all(one.basis.endswith(".") and len(one.basis) > 10 for one in shown), feature.id
        kinds |= {feature.kind} if shown else set()
    assert kinds == set(KINDS)


def test_without_figures_there_is_no_line() -> None:
    assert figure_line([]) is None
    assert figure_basis([]) is None


def test_what_a_figure_rests_on_is_there_for_pointers_and_for_thumbs() -> None:
    shown = [Figure("5 nm", "long", "Measured by hand.")]
    assert 'title="Measured by hand."' in str(figure_line(shown))
    assert "5 nm long</strong>: Measured by hand." in str(figure_basis(shown))


def test_the_first_state_is_that_of_the_table() -> None:
    nm = MEASURED.waters.nation_nm("nwp", "route-1")
    whole = MEASURED.waters.length_nm("nwp", "route-1")
    share = next(one for one in figures_of("nwp") if one.value.endswith("%"))
    assert share.value == f"{100 * max(nm.values()) / whole:.0f} %"
