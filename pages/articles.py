"""Articles: upload your own, correct their metadata, save a project file."""

from collections import Counter
from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from geo import messages
from geo.errors import GeoError
from geo.exchange.project import read_project
from geo.linker.links import Link  # noqa: TC001  imported like its neighbours
from geo.linker.worker_pool import Worker
from geo.markup.evidence import evidence_rows
from geo.sentences import count_of
from geo.text.articles import Article
from geo.text.readers import clean_name
from geo.text.readers.limits import PROJECT_CPU_S, SESSION_ARTICLES, SESSION_BYTES
from geo.text.user_articles import ArticleFacts, facts_of
from geo.view import from_query
from pages import _cache, _components, _own_track_data, _state, _upload, _user_articles
from pages._context import known_ids, open_context
from pages._head import page_head

ROWS = 12
"""So many articles, the latest, stand there one by one; the table has all."""


def main() -> None:
    """Render the page."""
    _components.open_page()
    if _state.last_page() != "articles":
        _state.store("report", ())
    context = open_context("articles")
    page_head(messages.ARTICLES_PAGE, messages.ARTICLES_LEAD)
    with st.container(key="articles-desk"):
        with st.container(key="upload-side"):
            st.header(messages.ADD_HEAD, anchor=False)
            with st.container(key="drop"):
                _upload.upload_files()
            with st.container(key="paste-box"):
                _upload.paste()
            size = SESSION_BYTES // 1_000_000
            st.caption(messages.LIMITS.format(articles=SESSION_ARTICLES, size=size))
        with st.container(key="project-side"):
            st.header(messages.PRIVATE_HEAD, anchor=False)
            st.text(messages.PRIVATE)
            project_file()
    with st.container(key="own-articles"):
        taken([*_state.notices(), *_state.stored("report", ()), *context.problems])
    _upload.discard()


def taken(report: Sequence[str]) -> None:
    """Show a report and the uploaded articles: to read, to correct or to remove."""
    st.header(messages.UPLOADED_HEAD, anchor=False)
    _components.show_notices(report)
    own = {article.id: article for article in _user_articles.current().own}
    if not own:
        st.text(messages.NONE_UPLOADED)
        return
    table = overview(list(own.values()))
    for number, article in enumerate([*own.values()][::-1][:ROWS]):
        row(number, article, dict(table.iloc[len(own) - 1 - number]))
    with st.expander(messages.AS_TABLE.format(count=count_of(len(own), "article"))):
        st.dataframe(table, hide_index=True, key="taken")
    with st.expander(messages.ONE):
        chosen = st.selectbox(
            messages.ARTICLE_CHOICE,
            list(own)[::-1],
            format_func=lambda identity: own[identity].headline,
            key="own-choice",
        )
        if chosen in own:
            one(own[chosen])
    with st.popover(messages.REMOVE_ALL, icon=":material/delete:"):
        st.text(messages.REMOVE_ALL_SURE.format(count=len(own)))
        st.button(messages.REMOVE_ALL, on_click=_user_articles.remove_all, key="remove-all")


def row(number: int, article: Article, facts: Mapping[str, object]) -> None:
    """Show one article with its counts, to read it on the map."""
    counts = [count_of(int(str(facts[name])), word) for name, word in messages.ROW_COUNTS.items()]
    stated = [facts[name] for name in messages.ROW_FACTS]
    with st.container(horizontal=True, vertical_alignment="center", key=f"own-row-{number}"):
        with st.container(gap=None, key=f"own-text-{number}"):
            st.text(article.headline)
            st.text(" · ".join(str(part) for part in (*stated, *counts) if part))
        if st.button(
            messages.READ_ON_MAP,
            icon=":material/explore:",
            key=f"read-{article.id}",
            on_click=_state.open_article,
            args=(article.id,),
        ):
            _components.open_atlas()


def overview(own: Sequence[Article]) -> pd.DataFrame:
    """Return the articles as a table; mentions as Evidence and the files count them."""
    rows_of = evidence_rows(own, _user_articles.links(), _cache.catalogue().features.__contains__)
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
    return pd.DataFrame(rows, columns=list(messages.UPLOADED_COLUMNS))


def one(article: Article) -> None:
    """Show a form for one article's metadata, and a button to remove it."""
    key, facts = article.id, facts_of(article)
    with st.form(f"facts-{key}", border=False):
        headline = st.text_input(messages.FACTS["headline"], facts.headline, key=f"headline-{key}")
        left, right = st.columns(2)
        publisher = left.text_input(
            messages.FACTS["publisher"], facts.publisher, key=f"publisher-{key}"
        )
        date = right.date_input(
            messages.FACTS["date"],
            facts.date,
            min_value="1800-01-01",
            max_value="2100-12-31",
            key=f"date-{key}",
        )
        authors = left.text_input(
            messages.FACTS["authors"], "; ".join(facts.authors), key=f"authors-{key}"
        )
        url = right.text_input(messages.FACTS["url"], facts.url, key=f"url-{key}")
        if st.form_submit_button(messages.SAVE):
            _user_articles.correct(
                key, ArticleFacts(headline, publisher, date, tuple(authors.split(";")), url)
            )
            st.rerun()
    st.button(messages.REMOVE, on_click=_user_articles.remove, args=(key,), key=f"remove-{key}")


def project_file() -> None:
    """Save and open a project file."""
    st.header(messages.PROJECT, anchor=False)
    st.text(messages.PROJECT_LEAD)
    st.download_button(
        messages.PROJECT_SAVE,
        _user_articles.project(),
        "arctic-passages-project.json",
        "application/json",
        on_click="ignore",
        icon=":material/download:",
    )
    turn = _state.stored("project_turn", 0)
    file = st.file_uploader(messages.PROJECT_OPEN, type=["json"], key=f"project-{turn}")
    if file is not None:
        _state.store("project_turn", turn + 1)
        open_project(file)


def open_project(file: UploadedFile) -> None:
    """Load a project file and show its view, or report why it cannot be opened."""
    raw, bar, done = file.getvalue(), _upload.Bar(), 0
    found: dict[str, Sequence[Link]] = {}
    with Worker(bar.pulse, cpu_s=PROJECT_CPU_S) as worker:

        def restore(text: str, facts: ArticleFacts, *, article_id: str, name: str) -> Article:
            nonlocal done
            bar.step(min(1.0, done / len(raw)), messages.RESTORING.format(name=clean_name(name)))
            done += len(text)
            taken = worker.restore(text, facts, article_id=article_id, name=name)
            found[taken.article.id] = taken.links
            return taken.article

        try:
            project = read_project(raw, name=file.name, restore=restore)
            problems = _user_articles.load_project(project, found)
            problems += _own_track_data.restore(project.track)
        except GeoError as error:
            _state.store("report", [str(error)])
            st.rerun()
    known = known_ids(_cache.catalogue(), _user_articles.articles(), {})
    view, notices = from_query(project.query, known)
    _state.apply_view(view, [*notices, *problems])
    _state.store("report", [])
    _components.open_atlas()


main()
