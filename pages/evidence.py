"""Evidence: links as a table, aggregates, and review."""

import zlib
from functools import partial
from itertools import chain

import pandas as pd
import streamlit as st

from geo import messages
from geo.markup import evidence
from geo.markup.evidence import Row
from pages import _components, _evidence_tables, _filters, _review, _state, _user_articles
from pages._context import PageContext, open_context

MAX_ROWS = 2_000
TABLE_HEIGHT_PX = 560
ROW_HEIGHT_PX = 35


def main() -> None:
    """Render the page."""
    _components.style_page()
    context = open_context("evidence")
    with st.container(horizontal=True, vertical_alignment="bottom", key="page-head"):
        st.title(messages.EVIDENCE, anchor=False, width="content")
        st.page_link("pages/names.py", label=messages.NAMES)
    _filters.filters(context, article=False)
    left, middle, right = st.columns([1, 1, 2], vertical_alignment="bottom")
    query = right.text_input(messages.EVIDENCE_SEARCH, key="evidence-search")
    with left:
        feature_choice(context)
    with middle:
        _filters.article_choice(context)
    own, related = chosen_rows(context, query)
    with st.container(key="sentence"):
        st.text(evidence.evidence_sentence(own, related, context.pane))
    _components.show_notices([*_state.notices(), *context.problems])
    shown = st.segmented_control(
        messages.SHOW,
        list(messages.EVIDENCE_VIEWS),
        default="links",
        required=True,
        format_func=lambda each: messages.EVIDENCE_VIEWS[each],
        key="evidence-view",
        label_visibility="collapsed",
    )
    if shown == "links":
        links(context, [*own, *chain.from_iterable(related.values())], query)
    elif shown == "review":
        _review.edits(context)
    else:
        _evidence_tables.SHOW[shown](context, own)


def feature_choice(context: PageContext) -> None:
    """Show the choice of one feature; it is the view's selection.

    Named features come first, then those related to named ones.
    """
    selected = {context.view.feature} if context.selected else set()
    named = sorted({*context.named, *selected}, key=context.name_of)
    by_relation = sorted(context.named_by_relation - set(named), key=context.name_of)

    def label(identity: str) -> str:
        if not identity:
            return messages.ALL_FEATURES
        name = context.name_of(identity)
        return name if identity in context.named else messages.NAMED_BY_RELATION.format(name=name)

    def chosen() -> None:
        _state.select(_state.value_of("evidence-feature") or "")

    options = ["", *named, *by_relation]
    st.selectbox(
        messages.FEATURE_CHOICE,
        options,
        index=options.index(context.view.feature),
        format_func=label,
        key=_state.bind("evidence-feature", context.view.feature),
        on_change=chosen,
    )


def chosen_rows(context: PageContext, query: str) -> tuple[list[Row], dict[str, list[Row]]]:
    """Return the rows that pass view and search, and by relation those naming related features."""
    every = evidence.evidence_rows(context.articles, context.links, context.pane.shown.__contains__)
    rows = evidence.search_rows(every, query, context.name_of)
    if not context.selected:
        return rows, {}
    own = [row for row in rows if row.link.feature == context.view.feature]
    return own, evidence.related_rows(rows, context.pane)


def links(context: PageContext, found: list[Row], query: str) -> None:
    """Show the links as a table, and the selected one with its passage."""
    if not found:
        st.text(messages.NO_ROWS)
        return
    rows = found[:MAX_ROWS]
    if len(rows) < len(found):
        st.text(messages.ROWS_CUT.format(shown=f"{len(rows):,}", count=f"{len(found):,}"))
    left, right = st.columns([3, 2], gap="medium")
    with left:
        # Another set of rows is another table, or the old choice would point at another link.
        state = repr((query, context.view, _user_articles.current().edits, len(context.collection)))
        chosen = st.dataframe(
            table(context, rows),
            hide_index=True,
            height=min(TABLE_HEIGHT_PX, ROW_HEIGHT_PX * (len(rows) + 1) + 3),
            key=f"links-{zlib.crc32(state.encode())}",
            on_select="rerun",
            selection_mode="single-row",
            column_config={
                messages.EVIDENCE_COLUMNS["quote"]: st.column_config.TextColumn(width="large")
            },
        ).selection.rows
    with right:
        here = [row for row in rows if row.passage.id == context.view.passage]
        if chosen and chosen[0] < len(rows):
            _review.link_card(context, rows[chosen[0]])
        elif here:
            _review.link_card(context, here[0])
        else:
            st.caption(messages.EVIDENCE_HELP)


def table(context: PageContext, rows: list[Row]) -> pd.DataFrame:
    """Return the rows as a table of plain text, under the titles of its columns."""
    cells = [row.cells(context.name_of, partial(_evidence_tables.kind_of, context)) for row in rows]
    frame = pd.DataFrame(cells, columns=list(messages.EVIDENCE_COLUMNS))
    return frame.rename(columns=messages.EVIDENCE_COLUMNS)


main()
