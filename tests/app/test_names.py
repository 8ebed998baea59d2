"""The Names page: the lexicon as an open table."""

from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from geo import messages
from geo.linker.api import default_lexicon
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
