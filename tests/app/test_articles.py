"""The Articles page: upload, correct, remove, save, open a project; nothing leaves the session."""

import json
from collections.abc import Callable

import psutil
import pytest
from streamlit.delta_generator import DeltaGenerator
from streamlit.testing.v1 import AppTest

from geo import messages
from geo.errors import ArticleError
from geo.exchange.project import to_project
from geo.linker import worker_pool
from geo.linker.edits import Edit
from geo.linker.worker_pool import Slots
from geo.text.readers import read_pasted
from geo.text.user_articles import user_article
from geo.view import View
from pages import _user_articles
from tests.app.conftest import Page

OpenPage = Callable[..., Page]
PAGE = "pages/articles.py"
SEED_PASSAGE = "000-4307505dd1a9bba4.8"
KARA = "Ice in the Kara Sea\n\nRussia closed the Kara Sea and the Vilkitsky Strait in October."
LAPTEV = "Ice in the Laptev Sea\n\nThe Laptev Sea froze early."


def articles_page(open_page: OpenPage, **query: object) -> AppTest:
    app = open_page(**query).app.switch_page(PAGE).run()
    assert not app.exception
    return app


def upload(app: AppTest, *files: tuple[str, str | bytes]) -> AppTest:
    raw = [(n, t.encode() if isinstance(t, str) else t, "text/plain") for n, t in files]
    app.file_uploader[0].set_value(raw).run()
    assert not app.exception
    return app


def plain(app: AppTest) -> str:
    return "\n".join(one.value for one in app.text)


def own_id(app: AppTest) -> str:
    return str(app.selectbox(key="own-choice").value)


def button(app: AppTest, label: str) -> None:
    next(one for one in app.button if one.label == label).click().run()
    assert not app.exception


def test_the_page_says_that_what_is_uploaded_stays_in_the_session(open_page: OpenPage) -> None:
    app = articles_page(open_page)
    assert messages.PRIVATE in [one.value for one in app.text]
    assert messages.NONE_UPLOADED in plain(app)


def test_several_files_are_read_and_listed(open_page: OpenPage) -> None:
    app = upload(articles_page(open_page), ("kara.txt", KARA), ("laptev.md", f"# {LAPTEV}"))
    assert "2 articles added" in plain(app)
    titles = list(app.dataframe[0].value["Title"])
    assert titles == ["Ice in the Kara Sea", "Ice in the Laptev Sea"]
    assert list(app.dataframe[0].value["Mentions"]) == [4, 2]


def test_the_latest_articles_stand_one_by_one_with_counts_and_a_way_to_the_map(
    open_page: OpenPage,
) -> None:
    files = [(f"{n}.txt", f"Title {n}\n\nThe Kara Sea froze in {1990 + n}.") for n in range(14)]
    app = upload(articles_page(open_page), *files)
    ways = [one for one in app.button if one.label == messages.READ_ON_MAP]
    assert len(ways) == 12
    said = plain(app)
    assert "Title 13\n13.txt · 8 words · 1 mention" in said
    assert "Title 1\n" not in said, "the table has the earlier ones"
    assert len(app.dataframe[0].value) == 14
    ways[1].click().run()
    assert "own-12" in app.query_params["article"]


def test_a_bad_file_is_reported_and_does_not_affect_the_others(open_page: OpenPage) -> None:
    files = [("empty.txt", b""), ("a.png", b"\x89PNG\r\n\x1a\n"), ("zip.docx", b"PK\x03\x04xxxx")]
    app = upload(articles_page(open_page), *files, ("kara.txt", KARA))
    assert "1 article added" in plain(app)
    for name, _ in files:
        assert f"{name}: " in plain(app)


def test_a_file_that_costs_too_much_is_named_and_the_others_are_read(open_page: OpenPage) -> None:
    lines = "Russia\n" * 60_000
    app = upload(articles_page(open_page), ("names.txt", "U.S. " * 200_000), ("kara.txt", KARA))
    assert "names.txt: it is a list of names rather than a text; add it in parts" in plain(app)
    upload(app, ("lines.txt", lines))
    assert "lines.txt: it has more than 21,000 lines" in plain(app)
    app.text_area(key="pasted").set_value(lines)
    button(app, messages.READ_PASTE)
    assert "pasted text: it has more than 21,000 lines" in plain(app)
    assert list(app.dataframe[0].value["Title"]) == ["Ice in the Kara Sea"]
    assert psutil.Process().children() == []


def test_a_progress_bar_shows_that_it_waits_for_another_readers_file(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(
        DeltaGenerator, "progress", lambda _self, _share, text="": said.append(text)
    )
    monkeypatch.setattr(worker_pool, "_SLOTS", Slots(0))
    monkeypatch.setattr(worker_pool, "_WAIT_S", 0.0)
    app = upload(articles_page(open_page), ("kara.txt", KARA))
    assert messages.WAITING not in said
    monkeypatch.setattr(worker_pool, "_WAIT_S", 0.1)
    upload(app, ("laptev.txt", LAPTEV))
    assert messages.WAITING in said
    assert "laptev.txt: the app is busy with other readers’ files" in plain(app)


def test_a_project_that_costs_too_much_is_refused_and_changes_nothing(open_page: OpenPage) -> None:
    own = user_article(read_pasted("U.S. " * 100_000))
    app = upload(articles_page(open_page), ("kara.txt", KARA))
    project = to_project([own], [], View()).encode()
    app.file_uploader[1].set_value([("p.json", project, "application/json")]).run()
    assert not app.exception
    assert "it is a list of names rather than a text" in plain(app)
    assert list(app.dataframe[0].value["Title"]) == ["Ice in the Kara Sea"]
    assert psutil.Process().children() == []


def test_the_upload_report_is_gone_when_the_reader_comes_back(open_page: OpenPage) -> None:
    app = upload(articles_page(open_page), ("empty.txt", b""))
    assert "empty.txt: " in plain(app)
    app.switch_page("pages/names.py").run()
    assert "empty.txt: " not in plain(app.switch_page(PAGE).run())


def test_a_text_is_kept_once(open_page: OpenPage) -> None:
    app = upload(articles_page(open_page), ("a.txt", KARA), ("b.txt", KARA))
    assert len(app.dataframe[0].value) == 1
    assert "b.txt: this text has already been added" in plain(app)


def test_a_pasted_text_is_an_article(open_page: OpenPage) -> None:
    app = articles_page(open_page)
    app.text_area(key="pasted").set_value(KARA)
    button(app, messages.READ_PASTE)
    assert list(app.dataframe[0].value["Title"]) == ["Ice in the Kara Sea"]
    button(app, messages.READ_PASTE)
    assert "pasted text: " in plain(app)


def test_facts_can_be_corrected_and_the_atlas_shows_them(open_page: OpenPage) -> None:
    app = upload(articles_page(open_page), ("kara.txt", KARA))
    key = own_id(app)
    app.text_input(key=f"headline-{key}").set_value("Another <b>title</b>")
    app.text_input(key=f"publisher-{key}").set_value("High North Times")
    app.text_input(key=f"url-{key}").set_value("javascript:alert(1)")
    button(app, messages.SAVE)
    assert list(app.dataframe[0].value["Title"]) == ["Another <b>title</b>"]
    app.switch_page("pages/atlas.py").run()
    column = Page(app).panel("articles")
    assert "Another &lt;b&gt;title&lt;/b&gt;" in column
    assert "High North Times" in column
    assert "javascript:" not in column


def test_an_own_article_is_in_the_sentence_the_column_and_the_address(
    open_page: OpenPage,
) -> None:
    app = upload(articles_page(open_page), ("kara.txt", KARA))
    key = own_id(app)
    button(app, messages.READ_ON_MAP)
    page = Page(app)
    assert "of 1 article" in page.sentence
    assert app.query_params["article"] == key
    assert f'data-article="{key}"' in page.panel("articles")
    app.switch_page("pages/atlas.py").run()
    app.selectbox(key="article-choice").set_value("").run()
    assert "of 2 articles" in Page(app).sentence
    assert "article" not in app.query_params


def test_an_article_that_is_removed_leaves_nothing_behind(open_page: OpenPage) -> None:
    app = upload(articles_page(open_page), ("kara.txt", KARA), ("laptev.txt", LAPTEV))
    app.selectbox(key="own-choice").set_value(own_id(app)).run()
    button(app, messages.REMOVE)
    assert list(app.dataframe[0].value["Title"]) == ["Ice in the Kara Sea"]
    app.button(key="remove-all").click().run()
    assert messages.NONE_UPLOADED in plain(app)
    app.switch_page("pages/atlas.py").run()
    assert "of 1 article" in Page(app).sentence
    assert "own-" not in Page(app).panel("articles")


def test_one_session_never_sees_what_another_uploaded(open_page: OpenPage) -> None:
    mine = upload(articles_page(open_page), ("kara.txt", KARA))
    key = own_id(mine)
    theirs = open_page(article=key, passage=f"{key}.2")
    assert "of 1 article" in theirs.sentence
    assert key not in theirs.panel("articles")
    assert "only in that reader’s own session" in theirs.plain_text
    assert messages.NONE_UPLOADED in plain(theirs.app.switch_page(PAGE).run())


def test_a_project_file_shows_the_same_screen_again(open_page: OpenPage) -> None:
    own = user_article(read_pasted(KARA), label="kara.txt")
    edits = [
        Edit("reject", f"{own.id}.2", "RU"),
        Edit("change", f"{own.id}.2", "kara-sea", to="laptev-sea"),
        Edit("add", SEED_PASSAGE, "suez"),
    ]
    view = View(feature="laptev-sea", passage=f"{own.id}.2", article=own.id, frame="mercator")
    text = to_project([own], edits, view)
    app = articles_page(open_page)
    app.file_uploader[1].set_value(("p.json", text.encode(), "application/json")).run()
    assert not app.exception
    page = Page(app)
    assert app.query_params == {
        "article": own.id,
        "feature": "laptev-sea",
        "passage": f"{own.id}.2",
        "frame": "mercator",
    }
    column = page.panel("articles")
    assert 'data-feature="RU"' not in column
    assert 'data-feature="laptev-sea"' in column
    assert "Laptev Sea (added by a reader)" in column
    again = app.session_state["kept_user_articles"]
    assert json.loads(to_project(again.own, again.edits, view)) == json.loads(text)


def test_edits_that_do_not_apply_are_counted_and_dropped(open_page: OpenPage) -> None:
    edits = [Edit("reject", "gone.1", "RU"), Edit("add", SEED_PASSAGE, "atlantis")]
    text = to_project([], edits, View(article="own-gone-00000000"))
    app = articles_page(open_page)
    app.file_uploader[1].set_value(("p.json", text.encode(), "application/json")).run()
    page = Page(app)
    assert "Left out: 2 changes" in page.plain_text
    assert "own-gone-00000000" in page.plain_text


def test_a_file_that_is_not_a_project_changes_nothing(open_page: OpenPage) -> None:
    app = upload(articles_page(open_page), ("kara.txt", KARA))
    app.file_uploader[1].set_value(("p.json", b'{"type": "x"}', "application/json")).run()
    assert not app.exception
    assert "p.json: not a project file" in plain(app)
    assert len(app.dataframe[0].value) == 1


@pytest.mark.parametrize(
    "view", ["feature=\ud800", "\udc00=1&nation=\udfffRU", "article=%00\ud800"]
)
def test_a_lone_surrogate_in_a_projects_view_is_a_notice(view: str, open_page: OpenPage) -> None:
    app = upload(articles_page(open_page), ("kara.txt", KARA))
    document = {**json.loads(to_project([], [], View())), "view": view}
    raw = json.dumps(document).encode()
    app.file_uploader[1].set_value(("p.json", raw, "application/json")).run()
    for _ in range(2):
        assert not app.exception
        assert "nsr" in Page(app).drawn
        app.switch_page("pages/atlas.py").run()
    assert "\ud800" not in Page(app).plain_text


def test_a_project_of_which_nothing_can_be_loaded_changes_nothing(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = upload(articles_page(open_page), ("kara.txt", KARA))
    own = user_article(read_pasted(LAPTEV), label="laptev.txt")
    raw = to_project([own], [], View()).encode()

    def refuse(*_: object, **__: object) -> None:
        raise ArticleError("There is no room.")

    monkeypatch.setattr(_user_articles, "check_room", refuse)
    app.file_uploader[1].set_value(("p.json", raw, "application/json")).run()
    assert not app.exception
    assert messages.PROJECT_NOT_LOADED in plain(app)
    assert list(app.dataframe[0].value["Title"]) == ["Ice in the Kara Sea"]


def test_of_many_articles_the_column_shows_a_part_and_offers_more(open_page: OpenPage) -> None:
    files = [(f"{n}.txt", f"Report {n}\n\nShip {n} crossed the Kara Sea.") for n in range(12)]
    app = upload(articles_page(open_page), *files)
    app.switch_page("pages/atlas.py").run()
    assert Page(app).panel("articles").count("<article") == 5
    app.button(key="more-articles").click().run()
    assert Page(app).panel("articles").count("<article") == 10
    assert messages.MORE_ARTICLES.format(count=3) in [one.label for one in app.button]
