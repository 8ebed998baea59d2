"""A project of an earlier version: it opens whole, and the page says what now reads differently."""

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from geo import messages
from geo.exchange.project import to_project
from geo.linker.edits import Edit
from geo.linker.weights import load_weights
from geo.text.readers import read_pasted
from geo.text.user_articles import user_article
from geo.view import View
from pages import _user_articles
from tests.app.conftest import Page

OpenPage = Callable[..., Page]
BEFORE_WEIGHTS = Path(__file__).parents[1] / "data" / "project-before-weights.json"
PAGE = "pages/articles.py"
SEED = "000-4307505dd1a9bba4"
OWN = user_article(
    read_pasted("Ice in the Kara Sea\n\nRussia closed the Kara Sea and the Laptev Sea in October."),
    label="kara.txt",
)


def opened(open_page: OpenPage, raw: str | bytes) -> AppTest:
    app = open_page().app.switch_page(PAGE).run()
    data = raw if isinstance(raw, bytes) else raw.encode()
    app.file_uploader[1].set_value(("p.json", data, "application/json")).run()
    assert not app.exception
    return app


def note(app: AppTest) -> str:
    return Page(app).panel("differences")


def saved(**changes: Any) -> str:
    """Return a project of these links, as a version that notes them has saved it."""
    edits = [Edit("reject", f"{OWN.id}.2", "norwegian-sea")]
    document = json.loads(to_project([OWN], edits, View(), links=[], linker="0a9f" * 16))
    return json.dumps({**document, **changes})


def test_a_file_of_the_version_before_weights_opens_whole(open_page: OpenPage) -> None:
    app = opened(open_page, BEFORE_WEIGHTS.read_bytes())
    written = json.loads(BEFORE_WEIGHTS.read_text(encoding="utf-8"))
    data = app.session_state["kept_user_articles"]
    assert [one.text for one in data.own] == [one["text"] for one in written["articles"]]
    assert [asdict(edit) for edit in data.edits] == written["edits"]
    texts = {one.id: one for one in data.own}
    for link in data.found:
        article = texts[link.passage.rpartition(".")[0]]
        assert all(article.text[m.start : m.end] == m.surface for m in link.mentions)
    assert "Left out" not in Page(app).plain_text


def test_of_an_earlier_file_the_page_names_the_changes_that_are_affected(
    open_page: OpenPage,
) -> None:
    said = note(opened(open_page, BEFORE_WEIGHTS.read_bytes()))
    assert said.startswith('<details class="differences"><summary>Names are now recognised')
    assert "Moscow is now found here without your change" in said
    assert messages.DIFFERENCES_UNKNOWN_OTHERS in said
    assert messages.DIFFERENCES_HEADS["new"] not in said


def test_an_earlier_file_whose_changes_all_apply_is_said_to_be_found_again(
    open_page: OpenPage,
) -> None:
    app = opened(open_page, to_project([OWN], [Edit("reject", f"{OWN.id}.2", "RU")], View()))
    assert note(app) == f'<p class="differences">{messages.DIFFERENCES_UNKNOWN}</p>'


def test_links_that_are_new_or_gone_are_counted_and_listed(open_page: OpenPage) -> None:
    noted = {"kara-sea": "1", "RU": "2", "suez": "2", "norwegian-sea": "2"}
    app = opened(open_page, saved(links={OWN.id: noted}))
    said = note(app)
    assert "2 more links, 1 fewer link and 1 affected change" in said
    assert "this link is no longer found anyway" in said
    assert "Linker then: 0a9f0a9f; now: " in said
    for feature in ("kara-sea", "laptev-sea", "suez", "norwegian-sea"):
        assert f'data-feature="{feature}" data-passage="{OWN.id}.2"' in said
    assert f'data-passage="{OWN.id}.1"' not in said
    review = app.switch_page("pages/evidence.py").run()
    review.segmented_control(key="evidence-view").set_value("review").run()
    assert "2 more links" in note(review)
    review.button(key="close-differences").click().run()
    assert note(review) == ""
    assert note(review.switch_page("pages/atlas.py").run()) == ""


def test_a_file_saved_today_reads_the_same(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[Callable[[], str]] = []
    make = _user_articles.project

    def offer() -> Callable[[], str]:
        offered.append(make())
        return offered[-1]

    monkeypatch.setattr(_user_articles, "project", offer)
    app = opened(open_page, BEFORE_WEIGHTS.read_bytes())
    assert note(app)
    app.switch_page(PAGE).run()
    today, before = offered[-1](), json.loads(BEFORE_WEIGHTS.read_text(encoding="utf-8"))
    document = json.loads(today)
    assert (document["articles"], document["edits"]) == (before["articles"], before["edits"])
    assert document["linker"] == load_weights().trained_on
    assert document["links"].keys() == {one["id"] for one in before["articles"]} | {SEED}
    app = opened(open_page, today)
    assert not app.session_state["kept_differences"]
    assert note(app) == ""


def test_what_a_reader_has_removed_is_not_in_the_note(open_page: OpenPage) -> None:
    app = opened(open_page, saved(links={OWN.id: {}}))
    assert "more links" in note(app)
    app.switch_page(PAGE).run()
    app.button(key="remove-all").click().run()
    assert note(app.switch_page("pages/atlas.py").run()) == ""
