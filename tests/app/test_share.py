"""The Share page: address, links, buttons that make nothing until clicked, snippets, citation."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from geo import messages
from geo.draw.layers import LAYERS
from geo.exchange import figure, takeaway
from geo.exchange.snapshot import ViewSnapshot
from geo.linker.edits import Edit
from pages import _cache, _user_articles

ROOT = Path(__file__).parents[2]
SECONDS = 240


@pytest.fixture
def share() -> Callable[..., AppTest]:
    def opened(**query: object) -> AppTest:
        app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=SECONDS)
        for key, value in query.items():
            app.query_params[key] = value  # type: ignore[assignment]
        app.run()
        return app.switch_page("pages/share.py").run()

    return opened


def buttons(app: AppTest) -> dict[str, Any]:
    return {each.proto.label: each.proto for each in app.get("download_button")}


def codes(app: AppTest) -> list[str]:
    return [each.value for each in app.code]


def test_the_page_gives_the_address_of_the_view_and_its_sentence(
    share: Callable[..., AppTest],
) -> None:
    app = share(nation=["RU"], feature="nsr")
    assert codes(app)[0].endswith("?nation=RU&feature=nsr")
    assert any("Russia" in one.value for one in app.text)
    assert not app.exception


def test_a_link_for_one_feature_and_one_passage_is_a_choice_away(
    share: Callable[..., AppTest],
) -> None:
    app = share()
    app.selectbox(key="share-feature").select("nsr").run()
    assert codes(app)[1].endswith("?feature=nsr")
    assert any("icebreaker" in option for option in app.selectbox(key="share-passage-nsr").options)
    app.selectbox(key="share-passage-nsr").select("000-4307505dd1a9bba4.3").run()
    assert codes(app)[1].endswith("?feature=nsr&passage=000-4307505dd1a9bba4.3")


def test_every_form_has_a_button_and_none_is_made_before_it_is_clicked(
    share: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> bytes:
        raise AssertionError

    monkeypatch.setattr(figure, "make_figure", refuse)
    monkeypatch.setattr(takeaway, "make_takeaway", refuse)
    found = buttons(share())
    titles = [title for title, _ in messages.DATA_FILES.values()]
    assert set(found) == {messages.TAKEAWAY_BUTTON, "Figure (PDF)", *titles}
    assert not any(button.disabled for button in found.values())


def test_with_nothing_left_it_says_so_and_offers_no_file(share: Callable[..., AppTest]) -> None:
    app = share(nation=["BT"], hide=[layer.id for layer in LAYERS if layer.on])
    assert [one.value for one in app.info] == [messages.SHARE_NOTHING]
    assert any(one.value == messages.SHARE_NO_LINKS for one in app.text)
    assert all(button.disabled for button in buttons(app).values())
    assert not app.exception


def test_without_a_link_the_features_can_still_be_taken(share: Callable[..., AppTest]) -> None:
    app = share(nation=["IS"], hide=["other-states"], article="not-here")
    assert not app.exception
    assert buttons(app)["GeoJSON"].disabled is False


def test_snippets_and_citations_name_the_view(share: Callable[..., AppTest]) -> None:
    found = "\n".join(codes(share(feature="nsr")))
    assert "embed=true&amp;with=articles" in found
    assert 'sandbox="allow-scripts' in found
    assert "@misc{arcticpassages" in found
    assert "Natural Earth 4.1.0" in found


def test_an_absurd_address_is_answered_with_notices(share: Callable[..., AppTest]) -> None:
    app = share(feature="<script>", nation=["ZZ"] * 3)
    assert not app.exception
    assert any("<script>" in one.value for one in app.text)


def test_where_matplotlib_does_not_load_the_page_says_so_and_offers_the_rest(
    share: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "geo.exchange.figure", None)
    app = share()
    assert not app.exception
    assert messages.NO_FIGURE in [one.value for one in app.text]
    titles = [title for title, _ in messages.DATA_FILES.values()]
    assert set(buttons(app)) == {messages.TAKEAWAY_BUTTON, *titles}


def test_the_figure_is_shown_before_it_is_asked_for_and_drawn_once(
    share: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    make = figure.make_preview

    def counted(*args: Any, **options: Any) -> bytes:
        drawn.append(options["size"])
        return make(*args, **options)

    monkeypatch.setattr(figure, "make_preview", counted)
    _cache.preview.clear()
    app = share(feature="nsr")
    assert len(app.image) == 1
    app.run()
    assert drawn == ["a4"]
    app.segmented_control(key="figure-size").set_value("16-9").run()
    assert drawn == ["a4", "16-9"]
    assert len(share(feature="nsr").image) == 1  # another session
    assert drawn == ["a4", "16-9"]


def test_the_figure_of_a_readers_edits_is_that_readers_alone(
    share: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[int] = []
    picture = (ROOT / "pages/web/icon.png").read_bytes()

    def counted(snapshot: ViewSnapshot, **_: object) -> bytes:
        shown.append(sum(link.feature == "suez" for link in snapshot.links))
        return picture

    monkeypatch.setattr(figure, "make_preview", counted)
    _cache.preview.clear()
    one, other = share(feature="nsr"), share(feature="nsr")
    edits = (Edit("add", "000-4307505dd1a9bba4.3", "suez"),)
    one.session_state["kept_user_articles"] = _user_articles.UserArticles(edits=edits)
    one.run()
    one.run()
    other.run()
    assert shown == [0, 1]
