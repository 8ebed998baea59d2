"""Filters shared by several pages: nations, one article, more articles."""

from typing import Literal

import streamlit as st

from geo import messages
from geo.markup.excerpt import FIRST, MAX_ARTICLES
from pages import _components, _state
from pages._context import PageContext


def filters(context: PageContext, *, article: bool = True) -> None:
    """Show the filter by nation and, optionally, by article."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="filter"):
        st.pills(
            messages.NATIONS,
            context.nations(),
            selection_mode="multi",
            format_func=lambda code: _components.nation_label(context.catalogue.features[code]),
            default=context.view.nations,
            key=_state.bind("nations", list(context.view.nations)),
            help=messages.NATIONS_HELP,
            on_change=_state.on_change,
            args=("nations", "nations", tuple),
        )
        if len(context.view.nations) > 1:
            st.segmented_control(
                messages.MATCH,
                list(messages.MATCH_WORDS),
                format_func=lambda match: messages.MATCH_WORDS[match],
                default=context.view.match,
                key=_state.bind("match", context.view.match),
                required=True,
                on_change=_state.on_change,
                args=("match", "match"),
            )
        if context.view.nations:
            st.button(messages.RESET, on_click=_state.clear_filter, icon=":material/close:")
        if article:
            article_choice(context, label_visibility="collapsed")


def article_choice(
    context: PageContext, *, label_visibility: Literal["visible", "collapsed"] = "visible"
) -> None:
    """Show the choice of one article where there are several."""
    if len(context.collection) < 2:  # noqa: PLR2004  one is no choice
        return
    headlines = {article.id: article.headline for article in context.collection}
    options = ["", *headlines]
    chosen_now = context.view.article if context.view.article in headlines else ""

    def chosen() -> None:
        _state.change(article=_state.value_of("article-choice") or "", passage="")

    st.selectbox(
        messages.ARTICLE_CHOICE,
        options,
        index=options.index(chosen_now),
        format_func=lambda identity: headlines.get(identity, messages.ALL_ARTICLES),
        key=_state.bind("article-choice", chosen_now),
        on_change=chosen,
        label_visibility=label_visibility,
        width=320 if label_visibility == "collapsed" else "stretch",
    )


def more_articles(context: PageContext) -> None:
    """Explain what of many articles the column leaves out, and offer more of them."""
    excerpt = context.excerpt
    if excerpt.passages_left:
        st.caption(messages.PASSAGES_LEFT.format(count=f"{excerpt.passages_left:,}"))
    if not excerpt.articles_left:
        return
    shown = _state.stored("column_articles", FIRST)
    if shown >= MAX_ARTICLES:
        st.caption(messages.CHOOSE_ONE.format(count=excerpt.articles_left))
        return
    st.button(
        messages.MORE_ARTICLES.format(count=excerpt.articles_left),
        on_click=_state.store,
        args=("column_articles", shown + FIRST),
        key="more-articles",
    )
