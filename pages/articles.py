"""Articles: bring your own, correct what was taken, keep it in a project file."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from geo import words
from geo.errors import ArticleError, GeoError
from geo.exchange.project import read_project
from geo.text.articles import Article
from geo.text.own import MOST_ARTICLES, MOST_BYTES, About, about
from geo.text.readers import Brought, read_many, read_pasted
from geo.view import count_of, from_query
from pages import _cache, _parts, _shelf, _state
from pages._desk import known_ids, open_desk

ATLAS = "pages/atlas.py"


def main() -> None:
    """Lay out the page."""
    _parts.style_page()
    open_desk("articles")
    st.title(words.ARTICLES_PAGE, anchor=False)
    st.text(words.ARTICLES_LEAD)
    st.caption(words.PRIVATE)
    left, right = st.columns([3, 2], gap="large")
    with left:
        bring_files()
        paste()
        limits = words.LIMITS.format(articles=MOST_ARTICLES, size=MOST_BYTES // 1_000_000)
        st.caption(limits)
    with right:
        project_file()
    _parts.show_notices([*_state.notices(), *_state.kept("report", ())])
    taken()
    let_go()


def bring_files() -> None:
    """Take the files that are new; those read before wait for `let_go`."""
    files = st.file_uploader(
        words.BRING, accept_multiple_files=True, key=f"bring-{_state.kept('bring_turn', 0)}"
    )
    done: frozenset[str] = _state.kept("bring_done", frozenset())
    fresh = [file for file in files if file.file_id not in done]
    _state.keep("bring_stale", bool(files) and not fresh)
    if fresh:
        _state.keep("bring_done", done | {file.file_id for file in fresh})
        take_files(fresh)


def let_go() -> None:
    """Empty the widget at the reader's next step, so that the server's memory lets the files go.

    Until then it shows its own messages, such as those on files that it refused for their size.
    It comes last on the page: a press on a button is dealt with first.
    """
    if _state.kept("bring_stale", default=False):
        _state.keep("bring_turn", _state.kept("bring_turn", 0) + 1)
        _state.keep("bring_done", frozenset())
        st.rerun()


def take_files(files: Sequence[UploadedFile]) -> None:
    """Read and link files under a bar; what cannot be read is named and the rest goes on."""
    bar = st.progress(0.0)

    def reading(done: int, total: int, name: str) -> None:
        text = words.READING.format(name=name, done=done, total=total)
        bar.progress(done / total / 2, text=_plain(text))

    read, problems = read_many([(file.name, file.getvalue()) for file in files], reading)
    report = [problem.message for problem in problems]
    brought = 0
    for number, each in enumerate(read):
        text = words.LINKING.format(done=number, total=len(read))
        bar.progress(0.5 + number / len(read) / 2, text=text)
        brought += take(each, report, label=each.name)
    bar.empty()
    finish(brought, report)


def take(brought: Brought, report: list[str], *, label: str = "") -> bool:
    """Put one text on the shelf; what there is to say of it goes into the report."""
    try:
        _shelf.bring(brought, label=label)
    except ArticleError as error:
        report.append(str(error))
        return False
    report.extend(f"{brought.name}: {note}" for note in brought.notes)
    return True


def finish(brought: int, report: Sequence[str]) -> None:
    """Keep what is to be said of what was brought."""
    summary = words.TAKEN.format(
        count=count_of(brought, "article"), links=count_of(len(_shelf.shelf().found), "link")
    )
    _state.keep("report", [*([summary.capitalize()] if brought else []), *report])


def _plain(text: str) -> str:
    """Return text that a progress bar shows as it is, since it reads Markdown."""
    return "".join(f"\\{sign}" if sign in r"\`*_{}[]<>()#+!|:$~^" else sign for sign in text)


def paste() -> None:
    """Take a pasted text."""
    with st.form("paste", clear_on_submit=True, border=False):
        text = st.text_area(words.PASTE, help=words.PASTE_HELP, height=140, key="pasted")
        pressed = st.form_submit_button(words.READ_PASTE)
    if not pressed:
        return
    report: list[str] = []
    brought = 0
    try:
        brought = take(read_pasted(text), report)
    except ArticleError as error:
        report.append(str(error))
    finish(brought, report)


def taken() -> None:
    """Show what was taken, and one of it to correct, read or remove."""
    st.header(words.TAKEN_HEAD, anchor=False)
    own = {article.id: article for article in _shelf.shelf().own}
    if not own:
        st.text(words.NONE_TAKEN)
        return
    st.dataframe(overview(list(own.values())), hide_index=True, key="taken")
    with st.container(border=True):
        chosen = st.selectbox(
            words.ONE,
            list(own)[::-1],
            format_func=lambda identity: own[identity].headline,
            key="own-choice",
        )
        if chosen in own:
            one(own[chosen])
    with st.popover(words.REMOVE_ALL, icon=":material/delete:"):
        st.text(words.REMOVE_ALL_SURE.format(count=len(own)))
        st.button(words.REMOVE_ALL, on_click=_shelf.remove_all, key="remove-all")


def overview(own: Sequence[Article]) -> pd.DataFrame:
    """Return the articles as a table."""
    named: dict[str, int] = {}
    for link in _shelf.shelf().found:
        article_id = link.passage.rpartition(".")[0]
        named[article_id] = named.get(article_id, 0) + len(link.mentions)
    rows = [
        (a.headline, a.publisher, a.date, a.name, len(a.text.split()), named.get(a.id, 0))
        for a in own
    ]
    return pd.DataFrame(rows, columns=list(words.TAKEN_COLUMNS))


def one(article: Article) -> None:
    """Show the facts of one article to correct, and what can be done with it."""
    key, facts = article.id, about(article)
    with st.form(f"facts-{key}", border=False):
        headline = st.text_input(words.FACTS["headline"], facts.headline, key=f"headline-{key}")
        left, right = st.columns(2)
        publisher = left.text_input(
            words.FACTS["publisher"], facts.publisher, key=f"publisher-{key}"
        )
        date = right.date_input(
            words.FACTS["date"],
            facts.date,
            min_value="1800-01-01",
            max_value="2100-12-31",
            key=f"date-{key}",
        )
        authors = left.text_input(
            words.FACTS["authors"], "; ".join(facts.authors), key=f"authors-{key}"
        )
        url = right.text_input(words.FACTS["url"], facts.url, key=f"url-{key}")
        if st.form_submit_button(words.SAVE):
            _shelf.correct(key, About(headline, publisher, date, tuple(authors.split(";")), url))
            st.rerun()
    with st.container(horizontal=True):
        if st.button(words.READ_ON_MAP, type="primary", key=f"read-{key}"):
            _state.change(article=key, passage="", feature="", variant="")
            st.switch_page(ATLAS)
        st.button(words.REMOVE, on_click=_shelf.remove, args=(key,), key=f"remove-{key}")


def project_file() -> None:
    """Save and open a project file."""
    st.header(words.PROJECT, anchor=False)
    st.text(words.PROJECT_LEAD)
    st.download_button(
        words.PROJECT_SAVE,
        _shelf.project(),
        "arctic-passages-project.json",
        "application/json",
        on_click="ignore",
        icon=":material/download:",
    )
    turn = _state.kept("project_turn", 0)
    file = st.file_uploader(words.PROJECT_OPEN, type=["json"], key=f"project-{turn}")
    if file is not None:
        _state.keep("project_turn", turn + 1)
        open_project(file)


def open_project(file: UploadedFile) -> None:
    """Take over a project file and show its screen, or say why it cannot be opened."""
    try:
        project = read_project(file.getvalue(), name=file.name)
    except GeoError as error:
        _state.keep("report", [str(error)])
        st.rerun()
    bar = st.progress(0.0)

    def linking(done: int, total: int) -> None:
        bar.progress(done / total, text=words.LINKING.format(done=done, total=total))

    problems = _shelf.take_project(project, linking)
    known = known_ids(_cache.catalogue(), _shelf.articles())
    view, notices = from_query(project.query, known)
    _state.take_view(view, [*notices, *problems])
    _state.keep("report", [])
    st.switch_page(ATLAS)


main()
