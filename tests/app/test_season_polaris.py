"""May this ship go: class, example and tenths, all in the address, and mixes that give no sum."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import streamlit as st

from geo import messages
from geo.measure.season.polaris import EXAMPLES, ICE_TYPES, read_polaris
from tests.app.conftest import Page
from tests.app.season import go
from tests.app.voyages import Voyages, started

OpenPage = Callable[..., Page]
OLD_ICE_SAID = "−13: subject to special consideration. Behind an icebreaker −3: elevated risk"


class Calculator(Voyages):
    """The page of the season, of which the calculator is looked at."""

    def go(self, **query: object) -> "Calculator":
        """Open the page under an address; a list is a key that stands there more than once."""
        go(self, **query)
        return self

    @property
    def outcome(self) -> str:
        """What the sum allows, or what is wrong."""
        return self.words("polaris-outcome")

    @property
    def tenths(self) -> dict[str, int]:
        """The tenths in the steppers."""
        found = {one.key.removeprefix("polaris-"): one.value for one in self.app.number_input}
        return {name: value for name, value in found.items() if name in ICE_TYPES}

    def values(self) -> list[str]:
        """Return the values beside the steppers."""
        return re.findall(r"× (−?\d+)", " ".join(one.value for one in self.app.text))


@pytest.fixture
def page() -> Calculator:
    """Return the app, at no address yet."""
    return Calculator(started().app)


def test_at_first_a_pc7_ship_meets_the_example_of_old_ice(page: Calculator) -> None:
    page.go()
    assert page.tenths == {"ice_free": 2, "thick_fy": 5, "second_year": 3}
    assert page.values() == ["3", "−2", "−3"]
    assert OLD_ICE_SAID in page.outcome
    assert page.words("polaris-sum") == "10 of 10 tenthssum −13"
    assert messages.POLARIS_CAVEAT in page.words("polaris-caption")
    assert messages.POLARIS_IS_EXAMPLE in page.words("polaris-caption")
    assert page.address == {}


def test_a_stronger_class_changes_the_sum_and_the_address_gives_it_again(
    page: Calculator, open_page: OpenPage
) -> None:
    page.go().choose("polaris-class", "PC5")
    assert page.address == {"class": "PC5"}
    assert page.outcome.endswith("3: normal operation. Behind an icebreaker 13: normal operation.")
    other = Calculator(open_page().app).go(**page.address)
    assert other.outcome == page.outcome
    page.choose("polaris-class", "PC7")
    assert page.address == {}


def test_an_example_fills_the_tenths(page: Calculator) -> None:
    page.go().choose("polaris-example", "october")
    assert page.tenths == dict(EXAMPLES["october"])
    assert page.address == {"ice": ["ice_free.6", "new.2", "grey.2"]}
    assert "26: normal operation." in page.outcome
    page.choose("polaris-example", "old-ice")
    assert page.address == {}
    assert OLD_ICE_SAID in page.outcome


def test_tenths_that_are_not_ten_give_a_sentence_and_no_sum(page: Calculator) -> None:
    page.go().choose("polaris-second_year", 2)
    assert page.outcome == "These are 9 tenths; give 10."
    assert page.words("polaris-sum") == "9 of 10 tenths"
    assert [
        one.proto.id
        for one in page.app.get("download_button")
        if "season-polaris-csv" in one.proto.id
    ] == []
    assert messages.POLARIS_IS_EXAMPLE not in page.words("polaris-caption")
    page.choose("polaris-ice_free", 3)
    assert "sum −7" in page.words("polaris-sum")
    assert "−7: elevated risk, no faster than 3 knots." in page.outcome
    assert page.address == {"ice": ["ice_free.3", "thick_fy.5", "second_year.2"]}


def test_another_type_of_ice_may_be_added(page: Calculator) -> None:
    page.go().choose("polaris-thick_fy", 0)
    page.choose("polaris-add", "heavy_my")
    assert page.tenths == {"ice_free": 2, "second_year": 3, "heavy_my": 0}
    page.choose("polaris-heavy_my", 5)
    assert "−18: subject to special consideration." in page.outcome
    assert "heavy_my" not in page.app.selectbox(key="polaris-add").options


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"ice": ["grey.-1", "new.11"]}, "Grey cannot have −1 tenths; give 0 to 10."),
        ({"ice": ["new.11"]}, "New cannot have 11 tenths; give 0 to 10."),
        ({"ice": ["grey.-1"]}, "Grey cannot have −1 tenths; give 0 to 10."),
        ({"ice": ["grey.4"]}, "These are 4 tenths; give 10."),
    ],
)
def test_a_link_with_impossible_tenths_says_so_and_the_page_stands(
    page: Calculator, query: dict[str, Any], said: str
) -> None:
    page.go(**query)
    assert page.outcome == said
    assert messages.POLARIS_CAVEAT in page.words("polaris-caption")


def test_an_unknown_class_in_a_link_is_answered_with_the_twelve(page: Calculator) -> None:
    page.go(**{"class": "PC8"})
    assert "“PC8” is no ice class of the table: PC1, PC2" in page.plain_text
    assert OLD_ICE_SAID in page.outcome


def test_without_its_tables_the_block_says_so_and_the_page_stands(
    page: Calculator, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _, reason = read_polaris(tmp_path)
    st.cache_resource.clear()
    monkeypatch.setattr("pages._cache.read_polaris", lambda: read_polaris(tmp_path))
    page.go()
    assert page.words("polaris-missing") == reason
    assert reason.startswith("polaris_ice.csv is missing.")
    assert "polaris-outcome" not in page.panels()
    st.cache_resource.clear()


def test_all_values_are_there_on_demand(page: Calculator) -> None:
    page.go()
    page.app.button(key="season-polaris-to-table").click().run()
    shown = page.whole().panel("season-polaris-table-rows")
    assert shown.count("<td") == 13 * 12
