"""What a reader chooses from on several pages: nations, one article, more of them."""

from typing import Literal

import streamlit as st

from geo import words
from geo.exchange.portion import FIRST, MOST
from pages import _parts, _state
from pages._desk import Desk


def filters(desk: Desk, *, article: bool = True) -> None:
    """Show the filter by nation, and if asked the choice of an article."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="filter"):
        st.pills(
            words.NATIONS,
            desk.nations(),
            selection_mode="multi",
            format_func=lambda code: _parts.nation_label(desk.catalogue.features[code]),
            default=desk.view.nations,
            key=_state.bind("nations", list(desk.view.nations)),
            help=words.NATIONS_HELP,
            on_change=_state.on_change,
            args=("nations", "nations", tuple),
        )
        if len(desk.view.nations) > 1:
            st.segmented_control(
                words.MATCH,
                list(words.MATCH_WORDS),
                format_func=lambda match: words.MATCH_WORDS[match],
                default=desk.view.match,
                key=_state.bind("match", desk.view.match),
                required=True,
                on_change=_state.on_change,
                args=("match", "match"),
            )
        if desk.view.nations:
            st.button(words.RESET, on_click=_state.clear_filter, icon=":material/close:")
        if article:
            article_choice(desk, label_visibility="collapsed")


def article_choice(
    desk: Desk, *, label_visibility: Literal["visible", "collapsed"] = "visible"
) -> None:
    """Show the choice of one article where there are several."""
    if len(desk.collection) < 2:  # noqa: PLR2004  one is no choice
        return
    headlines = {article.id: article.headline for article in desk.collection}
    options = ["", *headlines]
    chosen_now = desk.view.article if desk.view.article in headlines else ""

    def chosen() -> None:
        _state.change(article=_state.value_of("article-choice") or "", passage="")

    st.selectbox(
        words.ARTICLE_CHOICE,
        options,
        index=options.index(chosen_now),
        format_func=lambda identity: headlines.get(identity, words.ALL_ARTICLES),
        key=_state.bind("article-choice", chosen_now),
        on_change=chosen,
        label_visibility=label_visibility,
        width=320 if label_visibility == "collapsed" else "stretch",
    )


def more_articles(desk: Desk) -> None:
    """Say what of many articles the column leaves out, and offer more of them."""
    portion = desk.portion
    if portion.passages_left:
        st.caption(words.PASSAGES_LEFT.format(count=f"{portion.passages_left:,}"))
    if not portion.articles_left:
        return
    shown = _state.kept("column_articles", FIRST)
    if shown >= MOST:
        st.caption(words.CHOOSE_ONE.format(count=portion.articles_left))
        return
    st.button(
        words.MORE_ARTICLES.format(count=portion.articles_left),
        on_click=_state.keep,
        args=("column_articles", shown + FIRST),
        key="more-articles",
    )
