"""The Names page: the lexicon as an open table."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from geo import messages
from geo.linker.api import default_lexicon
from pages import _why
from tests.app.conftest import Page

OpenPage = Callable[..., Page]


def names_page(open_page: OpenPage) -> AppTest:
    app = open_page().app.switch_page("pages/names.py").run()
    assert not app.exception
    return app


def test_every_name_of_the_lexicon_is_a_row(open_page: OpenPage) -> None:
    table = names_page(open_page).dataframe[0].value
    assert list(table.columns) == list(messages.NAMES_COLUMNS.values())
    assert len(table) == len(default_lexicon().names)
    assert {"nsr", "RU", "kara-sea"} <= set(table["Id"])


def test_the_names_begin_with_the_route_of_the_app_and_those_of_a_feature_stand_together(
    open_page: OpenPage,
) -> None:
    table = names_page(open_page).dataframe[0].value
    assert table["Name"].iloc[0] == "Northern Sea Route"
    linked = table[table["Feature"] != ""]
    starts = linked["Feature"] != linked["Feature"].shift()
    assert starts.sum() == linked["Id"].nunique()
    own = linked[linked["Name"] == linked["Feature"]]
    assert set(own.index) <= set(linked.index[starts])
    kinds = linked["Kind"][starts].unique()
    assert list(kinds[:2]) == ["Route", "Corridor"]
    assert (table["Feature"].iloc[len(linked) :] == "").all()


def test_search_finds_by_name_feature_and_id_in_any_script(open_page: OpenPage) -> None:
    app = names_page(open_page)
    for wanted, feature in (("sevmorput", "nsr"), ("Севмор", "nsr"), ("kara sea", "kara-sea")):
        app.text_input(key="names-search").set_value(wanted).run()
        assert feature in set(app.dataframe[0].value["Id"])
    app.text_input(key="names-search").set_value("[(").run()
    assert not app.exception
    assert len(app.dataframe[0].value) == 0


def test_a_kind_is_chosen(open_page: OpenPage) -> None:
    app = names_page(open_page)
    app.selectbox(key="names-kind").set_value("Strait").run()
    assert set(app.dataframe[0].value["Kind"]) == {"Strait"}


def test_without_a_choice_the_page_says_how_to_choose(open_page: OpenPage) -> None:
    app = names_page(open_page)
    assert messages.NAMES_CHOOSE in [one.value for one in app.caption]
    assert not Page(app).panel("name-why")


def test_a_chosen_name_shows_where_it_stands_and_why(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, "Russian")
    app = names_page(open_page)
    panel = Page(app).panel("name-why")
    assert "<h3>Kept (" in panel
    assert "A <mark>Russian</mark> nuclear-powered icebreaker" in panel
    assert "likely to mean Russia." in panel
    assert messages.WHY_FOR in panel
    assert app.button(key="names-to-map")


def test_a_name_that_is_never_linked_has_no_reasons(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    silent = next(name.text for name in default_lexicon().names if not name.target)
    choose(monkeypatch, silent)
    assert not Page(names_page(open_page)).panel("name-why")


def test_articles_beyond_the_limit_are_not_looked_through(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, "Russian")
    monkeypatch.setattr(_why, "MOST_CHARS", 100)
    panel = Page(names_page(open_page)).panel("name-why")
    assert messages.NAME_UNREAD.format(articles="1 article") in panel


def test_a_sentence_is_explained(open_page: OpenPage) -> None:
    app = names_page(open_page)
    assert not Page(app).panel("try-why")
    app.text_area(key="try-text").set_value("Her brother Chad Smith lives <i>in</i> Norway.")
    explain(app)
    panel = Page(app).panel("try-why")
    assert "<mark>Chad</mark>" in panel
    assert "likely to mean Norway." in panel
    assert "Left out" in panel
    assert "<i>" not in panel
    app.text_area(key="try-text").set_value("Nothing.")
    explain(app)
    assert messages.TRY_NONE in Page(app).panel("try-why")


def explain(app: AppTest) -> None:
    next(one for one in app.button if one.label == messages.TRY_BUTTON).click().run()
    assert not app.exception


def choose(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Choose the row of a name: the harness cannot press one."""
    show = st.dataframe

    def shown(table: pd.DataFrame, **options: Any) -> Any:
        show(table, **options)
        row = list(table[messages.NAMES_COLUMNS["name"]]).index(name)
        return SimpleNamespace(selection=SimpleNamespace(rows=[row]))

    monkeypatch.setattr(st, "dataframe", shown)
