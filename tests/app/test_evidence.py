"""The Evidence page: rows of the view, aggregates, and review with undo."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from geo import messages
from geo.text.articles import article_from_text
from pages import _cache, _why
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


def links(app: AppTest) -> list[tuple[str, str]]:
    """Return feature and passage of each link in the table."""
    return Page(app).links


def named(app: AppTest) -> set[str]:
    return {feature for feature, _ in links(app)}


def test_every_link_is_a_row_with_its_date_and_its_quote_cut_around_the_name(
    open_page: OpenPage,
) -> None:
    app = evidence_page(open_page)
    table = Page(app).panel("links")
    assert f"{len(links(app))} links in 1 article" in Page(app).sentence
    rows = table.split('class="row-of-links')[1:]
    (row,) = [one for one in rows if f'data-feature="nsr" data-passage="{PASSAGE}"' in one]
    assert "ships on the <mark>Northern Sea Route</mark>, July" in row
    assert '<time datetime="2025-02-26">26 Feb 2025</time>' in row
    assert "Caption · name" in row


def test_the_rows_are_a_file_away(open_page: OpenPage) -> None:
    (button,) = evidence_page(open_page).get("download_button")
    assert button.proto.label == messages.EVIDENCE_CSV
    assert not button.proto.disabled
    app = evidence_page(open_page)
    app.text_input(key="evidence-search").set_value("zzz").run()
    assert app.get("download_button")[0].proto.disabled


def test_beside_the_links_stands_what_they_come_to(open_page: OpenPage) -> None:
    app = evidence_page(open_page)
    assert "of 26 February 2025" in Page(app).panel("axis")
    assert 'data-feature="RU"' in Page(app).panel("most")


def test_the_view_of_the_map_filters_the_rows(open_page: OpenPage) -> None:
    every, some = evidence_page(open_page), evidence_page(open_page, nation="RU")
    assert named(some) < named(every)
    assert "RU" in named(some)
    assert "US" not in named(some)
    assert named(evidence_page(open_page, feature="nsr")) == {"nsr"}


def test_search_narrows_the_rows_and_says_when_none_is_left(open_page: OpenPage) -> None:
    app = evidence_page(open_page)
    app.text_input(key="evidence-search").set_value("icebreaker route").run()
    assert {passage for _, passage in links(app)} == {PASSAGE}
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
        ("dates", "dates", "26 February 2025"),
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


def test_a_chosen_link_says_why_it_was_made(open_page: OpenPage) -> None:
    panel = Page(evidence_page(open_page, feature="RU", passage=PASSAGE)).panel("why")
    assert f"<summary>{messages.WHY}</summary>" in panel
    assert "<mark>Russian</mark>" in panel
    assert "likely to mean Russia." in panel
    assert messages.WHY_FOR in panel


def test_an_article_that_is_too_long_is_not_explained(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_why, "MOST_CHARS", 100)
    app = evidence_page(open_page, feature="RU", passage=PASSAGE)
    assert messages.WHY_TOO_LONG in Page(app).panel("why")


def test_a_chosen_link_can_be_closed_again(open_page: OpenPage) -> None:
    app = evidence_page(open_page, feature="nsr", passage=PASSAGE)
    assert Page(app).panel("link")
    app.button(key="close").click().run()
    assert not Page(app).panel("link")
    assert Page(app).panel("axis")


def test_a_rejected_link_is_gone_everywhere_until_undone(open_page: OpenPage) -> None:
    app = evidence_page(open_page, feature="RU", passage=PASSAGE)
    before = len(links(app))
    app.button(key="reject").click().run()
    assert len(links(app)) == before - 1
    app.switch_page("pages/atlas.py").run()
    marked = f'data-feature="RU" data-passage="{PASSAGE}"'
    assert marked not in Page(app).panel("articles")
    show(app.switch_page(PAGE).run(), "review")
    assert any("Rejected: Russia" in one.value for one in app.text)
    app.button(key="undo").click().run()
    assert len(links(show(app, "links"))) == before
    app.switch_page("pages/atlas.py").run()
    assert marked in Page(app).panel("articles")


def test_a_changed_link_carries_the_rule_reader(open_page: OpenPage) -> None:
    app = evidence_page(open_page, feature="nsr", passage=PASSAGE)
    app.selectbox(key=f"change-to-{PASSAGE}-nsr").set_value("nep")
    next(one for one in app.button if one.label == messages.DO_CHANGE).click().run()
    app.selectbox(key="evidence-feature").set_value("nep").run()
    assert links(app) == [("nep", PASSAGE)]
    table = Page(app).panel("links")
    assert "Caption · added by a reader" in table
    assert "<mark>Northern Sea Route</mark>" in table
    app.query_params["passage"] = PASSAGE
    app.run()
    assert messages.WHY_READER in Page(app).panel("why")


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
    assert 'title="Kara Sea (added by a reader)"' in column
    assert ">icebreaker</a>" in column


def test_an_article_that_changed_under_its_name_is_explained_anew() -> None:
    """A file in `seeds/` may be replaced while the server runs."""
    said = [
        [one.target for one in _cache.explained(article.sha256, article)]
        for article in (
            article_from_text(f"Ships from {name} sail.", name="a.txt")
            for name in ("Russia", "Norway")
        )
    ]
    assert said == [["RU"], ["NO"]]
