"""The controls of review: one link with its passage, the ways to correct it, the edits so far."""

from dataclasses import replace

import streamlit as st

from geo import words
from geo.escape import element
from geo.exchange.evidence import Row, edit_words
from geo.exchange.quotes import attribution, passage_quote
from geo.text.articles import Article
from geo.text.readers.limits import FIELD_CHARS
from geo.text.review import Edit, find_words
from pages import _parts, _shelf, _state
from pages._desk import Desk

ATLAS = "pages/atlas.py"
_PASSAGE_WIDTH = 110


def link_card(desk: Desk, row: Row) -> None:
    """Show a link's passage, the way to the map, and the ways to correct the link."""
    feature, passage = row.link.feature, row.passage.id
    reading = replace(desk.reading, lit=(feature,))
    mentions = reading.mentions().get(passage, [])
    quote = passage_quote(row.article, row.passage, mentions, reading)
    about = element("p", f"{desk.name_of(feature)} · {row.rule}", class_="small")
    with st.container(border=True, key="link-card"):
        _parts.panel(element("article", attribution(row.article), quote, about), key="link")
        with st.container(horizontal=True):
            if st.button(
                words.TO_MAP,
                icon=":material/explore:",
                key="to-map",
                on_click=_state.select,
                args=(feature,),
                kwargs={"passage": passage},
            ):
                st.switch_page(ATLAS)
            st.button(
                words.REJECT,
                help=words.REJECT_HELP,
                on_click=_shelf.decide,
                args=(Edit("reject", passage, feature),),
                key="reject",
            )
        with st.expander(words.CHANGE):
            change(desk, row)
        with st.expander(words.ADD):
            add(desk, row.article, passage)


def feature_choice(desk: Desk, label: str, key: str) -> str:
    """Show the choice of a feature by name; return its id or ''."""
    features = desk.catalogue.features
    chosen = st.selectbox(
        label,
        sorted(features, key=desk.name_of),
        index=None,
        format_func=lambda identity: f"{desk.name_of(identity)} ({identity})",
        placeholder=words.SEARCH_PLACEHOLDER,
        key=key,
    )
    return chosen or ""


def change(desk: Desk, row: Row) -> None:
    """Let a reader say that the passage names another feature."""
    with st.form(f"change-{row.passage.id}-{row.link.feature}", border=False):
        to = feature_choice(desk, words.CHANGE_TO, f"change-to-{row.passage.id}-{row.link.feature}")
        if st.form_submit_button(words.DO_CHANGE) and to:
            _shelf.decide(Edit("change", row.passage.id, row.link.feature, to=to))
            st.rerun()


def add(desk: Desk, article: Article, passage: str) -> None:
    """Let a reader name a feature for a passage, with its words or without."""
    with st.form(f"add-{passage}", border=False):
        feature = feature_choice(desk, words.ADD_FEATURE, f"add-feature-{passage}")
        key = f"add-words-{passage}"
        named = st.text_input(words.ADD_WORDS, key=key, max_chars=FIELD_CHARS)
        if not st.form_submit_button(words.DO_ADD) or not feature:
            return
    start, end = find_words(article, passage, named)
    if named.strip() and end == 0:
        st.text(words.ADD_NOT_FOUND)
        return
    _shelf.decide(Edit("add", passage, feature, start=start, end=end))
    st.rerun()


def edits(desk: Desk) -> None:
    """Show the edits so far, each with the way back, and a form to add a link anywhere."""
    st.caption(words.EDITS_NOTE)
    made = _shelf.shelf().edits
    if made:
        st.button(words.UNDO, on_click=_shelf.take_back, icon=":material/undo:", key="undo")
    else:
        st.text(words.NO_EDITS)
    for number, edit in list(enumerate(made))[::-1]:
        with st.container(horizontal=True, vertical_alignment="center", key=f"edit-{number}"):
            st.button(
                words.TAKE_BACK, on_click=_shelf.take_back, args=(number,), key=f"back-{number}"
            )
            said = edit_words(edit.action, desk.name_of(edit.feature), desk.name_of(edit.to))
            st.text(f"{said} · {edit.passage}")
    with st.expander(words.ADD_ANY):
        add_anywhere(desk)


def add_anywhere(desk: Desk) -> None:
    """Let a reader choose any passage, then name a feature for it."""
    articles = {article.id: article for article in desk.articles}
    chosen = st.selectbox(
        words.ARTICLE_CHOICE,
        list(articles),
        format_func=lambda identity: articles[identity].headline,
        key="add-article",
    )
    if chosen not in articles:
        return
    article = articles[chosen]
    passages = {passage.id: passage for passage in article.passages if passage.is_linked}
    passage = st.selectbox(
        words.ADD_PASSAGE,
        list(passages),
        format_func=lambda identity: article.quote(passages[identity])[:_PASSAGE_WIDTH],
        key=f"add-passage-{chosen}",
    )
    if passage in passages:
        add(desk, article, passage)
