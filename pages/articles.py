"""Articles: bring your own, correct what was taken, keep it in a project file."""

from collections import Counter
from collections.abc import Sequence

import pandas as pd
import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from geo import words
from geo.errors import GeoError
from geo.exchange.evidence import evidence_rows
from geo.exchange.project import read_project
from geo.text.articles import Article
from geo.text.links import Link  # noqa: TC001  imported like its neighbours
from geo.text.own import MOST_ARTICLES, MOST_BYTES, About, about
from geo.text.readers import clean_name
from geo.text.workers import Worker
from geo.view import from_query
from pages import _bring, _cache, _parts, _shelf, _state
from pages._desk import known_ids, open_desk

ATLAS = "pages/atlas.py"
MOST_PROJECT_CPU_S = 9.5  # of reading and linking all of a project file's articles


def main() -> None:
    """Lay out the page."""
    _parts.style_page()
    if _state.last_page() != "articles":
        _state.keep("report", ())
    desk = open_desk("articles")
    st.title(words.ARTICLES_PAGE, anchor=False)
    st.text(words.ARTICLES_LEAD)
    st.caption(words.PRIVATE)
    left, right = st.columns([3, 2], gap="large")
    with left:
        _bring.bring_files()
        _bring.paste()
        limits = words.LIMITS.format(articles=MOST_ARTICLES, size=MOST_BYTES // 1_000_000)
        st.caption(limits)
    with right:
        project_file()
    _parts.show_notices([*_state.notices(), *_state.kept("report", ()), *desk.problems])
    taken()
    _bring.let_go()


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
    """Return the articles as a table; mentions as Evidence and the files count them."""
    rows_of = evidence_rows(own, _shelf.links(), _cache.catalogue().features.__contains__)
    named = Counter[str]()
    for row in rows_of:
        named[row.article.id] += row.mentions
    rows = [
        (
            article.headline,
            article.publisher,
            article.date.isoformat() if article.date else "",
            article.name,
            len(article.text.split()),
            named[article.id],
        )
        for article in own
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
        if st.button(
            words.READ_ON_MAP,
            icon=":material/explore:",
            key=f"read-{key}",
            on_click=_state.open_article,
            args=(key,),
        ):
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
    raw, bar, done = file.getvalue(), _bring.Bar(), 0
    found: dict[str, Sequence[Link]] = {}
    with Worker(bar.pulse, most_s=MOST_PROJECT_CPU_S) as worker:

        def restore(text: str, facts: About, *, article_id: str, name: str) -> Article:
            nonlocal done
            bar.step(min(1.0, done / len(raw)), words.RESTORING.format(name=clean_name(name)))
            done += len(text)
            taken = worker.restore(text, facts, article_id=article_id, name=name)
            found[taken.article.id] = taken.links
            return taken.article

        try:
            project = read_project(raw, name=file.name, restore=restore)
            problems = _shelf.take_project(project, found)
        except GeoError as error:
            _state.keep("report", [str(error)])
            st.rerun()
    known = known_ids(_cache.catalogue(), _shelf.articles())
    view, notices = from_query(project.query, known)
    _state.take_view(view, [*notices, *problems])
    _state.keep("report", [])
    st.switch_page(ATLAS)


main()
