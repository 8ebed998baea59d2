"""Filters shared by several pages: nations and their role, one article, more articles."""

from collections.abc import Sequence

import streamlit as st

from geo import messages
from geo.markup.excerpt import FIRST, MAX_ARTICLES
from geo.sentences import count_of
from pages import _components, _state
from pages._context import PageContext

_BORDERS_PX = 330


def filters(context: PageContext, *, with_borders: bool = False) -> None:
    """Show the filter by nation and role, and for a map the choice of whose borders it shows."""
    view = context.view
    with st.container(horizontal=True, vertical_alignment="bottom", key="filter"):
        _nations(context, "nations", context.first_nations(), messages.NATIONS)
        others = context.other_nations()
        chosen = [code for code in others if code in view.nations]
        with st.popover(_more_label(context, chosen), key="more"):
            _nations(context, "more-nations", others, messages.OTHER_NATIONS)
            # Here, not as a tip of the first nations, which would lie on the map's tools.
            st.caption(messages.NATIONS_HELP)
        if with_borders:
            _borders(context)
        st.selectbox(
            messages.ROLE,
            list(messages.ROLE_WORDS),
            index=list(messages.ROLE_WORDS).index(view.role),
            format_func=lambda role: messages.ROLE_WORDS[role],
            key=_state.bind("role", view.role),
            on_change=_state.on_change,
            args=("role", "role"),
            label_visibility="collapsed",
            width=140,
        )
        st.segmented_control(
            messages.MATCH,
            list(messages.MATCH_WORDS),
            format_func=lambda match: messages.MATCH_WORDS[match],
            default=view.match,
            key=_state.bind("match", view.match),
            required=True,
            on_change=_state.on_change,
            args=("match", "match"),
            disabled=len(view.nations) < 2,  # noqa: PLR2004  one meets any and all alike
            label_visibility="collapsed",
        )
        if view.is_filtered:
            st.button(
                messages.RESET,
                on_click=_state.clear_filter,
                key="reset",
                type="tertiary",
            )


def _borders(context: PageContext) -> None:
    """Show whose view of borders is shown, as a choice, and what the default is."""
    chosen = context.view.viewpoint
    options = ["", *context.known.viewpoints]
    label = messages.BORDERS
    if chosen:
        label = messages.BORDERS_CHOSEN.format(name=context.viewpoint_name(chosen))
    with st.popover(label, key="borders"), st.container(width=_BORDERS_PX):
        st.radio(
            messages.BORDERS_SEEN_BY,
            options,
            index=options.index(chosen),
            format_func=context.viewpoint_name,
            key=_state.bind("viewpoint", chosen),
            on_change=_state.on_change,
            args=("viewpoint", "viewpoint"),
        )
        st.caption(messages.BORDERS_DEFAULT_NOTE)
        st.caption(messages.BORDERS_NOTE)


def ways_out(context: PageContext) -> None:
    """Offer what to change of a filter that leaves nothing."""
    if context.visible:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="ways-out"):
        st.text(messages.TRY, width="content")
        for name, change in context.looser.items():
            st.button(
                messages.LOOSER[name],
                on_click=_state.change,
                kwargs=change,
                key=f"looser-{name}",
            )
        st.button(messages.CLEAR_FILTER, on_click=_state.clear_filter, key="looser-clear")


def _nations(context: PageContext, key: str, options: Sequence[str], label: str) -> None:
    """Show a part of the nations as chips; the other part's choice is kept."""
    chosen = [code for code in options if code in context.view.nations]

    def change() -> None:
        _state.choose_nations(options, _state.value_of(key))

    st.pills(
        label,
        options,
        selection_mode="multi",
        format_func=lambda code: _components.nation_label(context.catalogue.features[code]),
        default=chosen,
        key=_state.bind(key, chosen),
        on_change=change,
    )


def _more_label(context: PageContext, chosen: Sequence[str]) -> str:
    """Return the label of the further nations: the first one chosen, and how many more."""
    if not chosen:
        return messages.MORE_NATIONS
    first = _components.nation_label(context.catalogue.features[chosen[0]])
    more = len(chosen) - 1
    return messages.MORE_NATIONS_CHOSEN.format(name=first, count=more) if more else first


def article_choice(context: PageContext) -> None:
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
        label_visibility="collapsed",
    )


def more_articles(context: PageContext) -> None:
    """Explain what of many articles the column leaves out, and offer more of them."""
    excerpt = context.excerpt
    if excerpt.passages_left:
        st.caption(
            messages.PASSAGES_LEFT.format(passages=count_of(excerpt.passages_left, "passage"))
        )
    if not excerpt.articles_left:
        return
    shown = _state.stored("column_articles", FIRST)
    if shown >= MAX_ARTICLES:
        st.caption(
            messages.CHOOSE_ONE.format(articles=count_of(excerpt.articles_left, "more article"))
        )
        return
    st.button(
        messages.MORE_ARTICLES.format(count=excerpt.articles_left),
        on_click=_state.store,
        args=("column_articles", shown + FIRST),
        key="more-articles",
    )
