"""Which article the page of the season is about: the one read elsewhere, or one chosen there."""

import re
from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from geo import messages
from tests.app.conftest import Page
from tests.app.season import SEASON
from tests.app.voyages import Voyages

CARGO = (
    "Cargo of a year\n\n3 September 2024\n\n"
    "In 2022 the Northern Sea Route carried 34 million tonnes of cargo. In 2011 it saw 34 transits."
)
UNDATED = "Cargo of a year\n\nIn 2023 the Northern Sea Route carried 36.3 million tonnes of cargo."
SEED_DAY = "26 February 2025"


def read(open_page: Callable[..., Page], text: str) -> AppTest:
    """Paste a text, read it on the map, and return the app there."""
    app = open_page().app.switch_page("pages/articles.py").run()
    app.text_area(key="pasted").set_value(text)
    next(one for one in app.button if one.label == messages.READ_PASTE).click().run()
    key = str(app.selectbox(key="own-choice").value)
    app.switch_page("pages/atlas.py").run()
    app.query_params["article"] = key
    app.run()
    assert not app.exception
    return app


def lead(app: AppTest) -> str:
    """Return the sentence that begins the page."""
    page = Voyages(app).whole()
    return " ".join(re.sub(r"<[^>]*>", " ", page.panel("season-lead")).split())


def test_the_season_is_about_the_article_that_was_shown_on_the_map(
    open_page: Callable[..., Page],
) -> None:
    app = read(open_page, CARGO)
    own = app.query_params["article"]
    app.switch_page(SEASON).run()
    assert lead(app).startswith("On 3 September 2024 , the day of this article")
    assert "The article: Cargo of a year," not in lead(app), "no comma before nobody"
    assert "The article: Cargo of a year" in lead(app)
    assert app.query_params["article"] == own, "so that the address says which"
    said = Voyages(app).words("season-claims-table")
    assert "34 million tonnes" in said
    assert "Rosatom, publication not seen" in said


def test_an_article_without_a_day_is_read_all_the_same(open_page: Callable[..., Page]) -> None:
    app = read(open_page, UNDATED)
    app.switch_page(SEASON).run()
    assert ", today," in lead(app).replace(" ,", ",")
    assert "36.3 million tonnes" in Voyages(app).words("season-claims-table")


def test_where_there_are_several_another_article_can_be_chosen(
    open_page: Callable[..., Page],
) -> None:
    app = read(open_page, CARGO)
    app.switch_page(SEASON).run()
    choice = app.selectbox(key="season-article")
    seed = next(one for one in choice.options if "Russia Mull" in one)
    choice.select(seed).run()
    assert SEED_DAY in lead(app)
    app.run()
    assert SEED_DAY in lead(app), "it stays"
    alone = open_page().app.switch_page(SEASON).run()
    assert not [one for one in alone.selectbox if one.key == "season-article"]


def test_what_another_counter_says_has_words_on_the_card_and_in_evidence(
    open_page: Callable[..., Page],
) -> None:
    app = read(open_page, CARGO)
    app.query_params["feature"] = "nsr"
    app.run()
    assert not app.exception
    assert f"{messages.CLAIMS_FOLD} (2)" in Page(app).panel("card-panel")
    app.switch_page("pages/evidence.py").run()
    app.segmented_control(key="evidence-view").set_value("numbers").run()
    assert not app.exception
    assert "publication not seen" in Page(app).panel("numbers")
