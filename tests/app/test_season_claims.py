"""The article's numbers, checked: on the page of the season, on a card, and in Evidence."""

from collections.abc import Callable

import pytest

from geo import messages
from geo.measure.claims.facts import Fact
from pages import _cache, _claims, _user_articles
from tests.app.conftest import Page
from tests.app.season import go
from tests.app.voyages import Voyages, started

OpenPage = Callable[..., Page]
SEED_AGREES = "7 of the 8 Arctic states are in NATO"


class Season(Voyages):
    """The page of the season."""

    def go(self, **query: object) -> "Season":
        """Open the page under an address, as a link does."""
        go(self, **query)
        return self


@pytest.fixture
def season() -> Season:
    return Season(started().app)


def test_the_numbers_of_the_article_stand_with_their_quote_and_verdict(season: Season) -> None:
    season.go()
    assert messages.SEASON_QUESTIONS["claims"] in season.words("season-claims-head")
    assert "2 agree" in season.words("season-claims-head")
    said = season.words("season-claims-table")
    assert "seven NATO members" in said
    assert SEED_AGREES in said
    assert "left alone: “three years”" in said


def test_sources_that_differ_over_one_figure_stand_below(season: Season) -> None:
    said = season.go().words("season-claims-table")
    assert messages.CLAIMS_IN_SOURCES in said
    assert "3,030 nm" in said
    assert "75 voyages or 80 voyages" in said


def test_without_the_table_of_traffic_the_rest_stands(
    monkeypatch: pytest.MonkeyPatch, season: Season
) -> None:
    monkeypatch.setattr(_cache, "traffic", lambda: (None, "The table is gone."))
    said = season.go().words("season-claims-table")
    assert SEED_AGREES in said
    assert "75 voyages" not in said


def test_what_one_reader_asks_for_bounds_nobody_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("geo.measure.claims.check.MAX_PAIRS", 1)
    pairs = [("rotterdam", "yokohama"), ("murmansk", "shanghai")]
    facts = [Fact("distance", 7000.0, 7000.0, "nm", "nsr", ends=pair) for pair in pairs]
    for fact in facts:
        assert _claims.checker().check(fact).beside, fact
    one = _claims.checker()
    assert one.check(facts[0]).beside
    assert not one.check(facts[1]).beside


def test_a_card_has_its_numbers_in_a_fold(open_page: OpenPage) -> None:
    card = open_page(feature="nato").panel("card-panel")
    assert f"{messages.CLAIMS_FOLD} (1)" in card
    assert SEED_AGREES in card
    assert messages.CLAIMS_FOLD not in open_page(feature="suez").panel("card-panel")


def test_evidence_shows_the_same_numbers_as_a_table_and_a_file(open_page: OpenPage) -> None:
    app = open_page().app.switch_page("pages/evidence.py").run()
    app.segmented_control(key="evidence-view").set_value("numbers").run()
    assert not app.exception
    assert SEED_AGREES in Page(app).panel("numbers")
    labels = [one.proto.label for one in app.get("download_button")]
    assert messages.CLAIMS_CSV in labels


def test_evidence_of_a_feature_without_numbers_says_so(open_page: OpenPage) -> None:
    app = open_page(feature="suez").app.switch_page("pages/evidence.py").run()
    app.segmented_control(key="evidence-view").set_value("numbers").run()
    assert not app.exception
    assert messages.CLAIMS_EVIDENCE_NONE in [one.value for one in app.text]


def test_without_an_article_the_block_is_not_there(
    monkeypatch: pytest.MonkeyPatch, season: Season
) -> None:
    monkeypatch.setattr(_user_articles, "articles", tuple)
    season.go()
    panels = season.panels()
    assert messages.SEASON_QUESTIONS["when"] in panels["season-when-calendar"]
    assert not [one for one in panels if one.startswith("season-claims")]
