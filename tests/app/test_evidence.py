"""The Evidence page: rows of the view, aggregates, and review with undo."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from geo import messages
from tests.app.conftest import Page

OpenPage = Callable[..., Page]
PAGE = "pages/evidence.py"
PASSAGE = "000-4307505dd1a9bba4.3"


def evidence_page(open_page: OpenPage, **query: object) -> AppTest:
    app = open_page(**query).app.switch_page(PAGE).run()
    assert not app.exception
    return app


def show(app: AppTest, view: str) -> AppTest:
    app.segmented_control(key="evidence-view").set_value(view).run()
    assert not app.exception
    return app


def named(app: AppTest) -> set[str]:
    return set(app.dataframe[0].value["Feature"])


def test_every_link_is_a_row_with_its_quote_and_rule(open_page: OpenPage) -> None:
    app = evidence_page(open_page)
    table = app.dataframe[0].value
    assert list(table.columns) == list(messages.EVIDENCE_COLUMNS.values())
    assert f"{len(table)} links in 1 article" in Page(app).sentence
    row = table[(table["Feature"] == "Northern Sea Route") & (table["Passage"] == "3")].iloc[0]
    assert "«Northern Sea Route»" in row["Quote"]
    assert (row["Date"], row["Kind"], row["Rule"]) == ("2025-02-26", "Route", "name")


def test_the_view_of_the_map_filters_the_rows(open_page: OpenPage) -> None:
    every, some = evidence_page(open_page), evidence_page(open_page, nation="RU")
    assert named(some) < named(every)
    assert "Russia" in named(some)
    assert "United States" not in named(some)
    assert named(evidence_page(open_page, feature="nsr")) == {"Northern Sea Route"}


def test_search_narrows_the_rows_and_says_when_none_is_left(open_page: OpenPage) -> None:
    app = evidence_page(open_page)
    app.text_input(key="evidence-search").set_value("icebreaker route").run()
    assert set(app.dataframe[0].value["Passage"]) == {"3"}
    app.text_input(key="evidence-search").set_value("zzz").run()
    assert messages.NO_ROWS in [one.value for one in app.text]


def test_the_feature_choice_is_the_selection_of_the_map(open_page: OpenPage) -> None:
    app = evidence_page(open_page)
    app.selectbox(key="evidence-feature").set_value("nsr").run()
    assert app.query_params["feature"] == "nsr"
    app.switch_page("pages/atlas.py").run()
    assert "nsr" in Page(app).highlighted


@pytest.mark.parametrize(
    ("view", "panel", "holds"),
    [
        ("counts", "counts", 'data-feature="nsr"'),
        ("pairs", "pairs", 'data-feature="RU"'),
        ("dates", "dates", "2025-02"),
        ("unnamed", "unnamed", 'data-feature="kara-sea"'),
    ],
)
def test_aggregates_of_the_links_are_shown(
    open_page: OpenPage, view: str, panel: str, holds: str
) -> None:
    app = show(evidence_page(open_page), view)
    assert holds in Page(app).panel(panel)


def test_a_feature_is_named_or_not_named_never_both(open_page: OpenPage) -> None:
    app = evidence_page(open_page)
    unnamed = Page(show(app, "unnamed")).panel("unnamed")
    assert 'data-feature="nsr"' not in unnamed
    assert 'data-feature="suez"' in unnamed


def test_a_row_links_to_its_place_on_the_map(open_page: OpenPage) -> None:
    app = evidence_page(open_page, feature="nsr", passage=PASSAGE)
    assert f'data-passage="{PASSAGE}"' in Page(app).panel("link")
    app.button(key="to-map").click().run()
    page = Page(app)
    assert app.query_params == {"feature": "nsr", "passage": PASSAGE}
    assert "nsr" in page.highlighted
    assert page.sent()["presses"]["passage"] == PASSAGE


def test_a_rejected_link_is_gone_everywhere_until_undone(open_page: OpenPage) -> None:
    app = evidence_page(open_page, feature="RU", passage=PASSAGE)
    before = len(app.dataframe[0].value)
    app.button(key="reject").click().run()
    assert len(app.dataframe[0].value) == before - 1
    app.switch_page("pages/atlas.py").run()
    marked = f'data-feature="RU" data-passage="{PASSAGE}"'
    assert marked not in Page(app).panel("articles")
    show(app.switch_page(PAGE).run(), "review")
    assert any("Rejected: Russia" in one.value for one in app.text)
    app.button(key="undo").click().run()
    assert len(show(app, "links").dataframe[0].value) == before
    app.switch_page("pages/atlas.py").run()
    assert marked in Page(app).panel("articles")


def test_a_changed_link_carries_the_rule_reader(open_page: OpenPage) -> None:
    app = evidence_page(open_page, feature="nsr", passage=PASSAGE)
    app.selectbox(key=f"change-to-{PASSAGE}-nsr").set_value("nep")
    next(one for one in app.button if one.label == messages.DO_CHANGE).click().run()
    app.selectbox(key="evidence-feature").set_value("nep").run()
    table = app.dataframe[0].value
    assert list(table["Rule"]) == ["reader"]
    assert "«Northern Sea Route»" in table["Quote"][0]


def test_a_feature_can_be_named_for_a_passage_with_its_words(open_page: OpenPage) -> None:
    app = show(evidence_page(open_page), "review")
    app.selectbox(key="add-passage-000-4307505dd1a9bba4").set_value(PASSAGE).run()
    app.selectbox(key=f"add-feature-{PASSAGE}").set_value("kara-sea")
    app.text_input(key=f"add-words-{PASSAGE}").set_value("not in it")
    add = messages.DO_ADD
    next(one for one in app.button if one.label == add).click().run()
    assert messages.ADD_NOT_FOUND in [one.value for one in app.text]
    app.text_input(key=f"add-words-{PASSAGE}").set_value("ICEBREAKER")
    next(one for one in app.button if one.label == add).click().run()
    assert any("Added: Kara Sea" in one.value for one in app.text)
    app.switch_page("pages/atlas.py").run()
    column = Page(app).panel("articles")
    assert 'title="Kara Sea: reader"' in column
    assert ">icebreaker</a>" in column
