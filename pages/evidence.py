"""Evidence: links as a table, aggregates, and review."""

from datetime import UTC, datetime
from functools import partial
from itertools import chain

import streamlit as st

from geo import messages
from geo.exchange.cite import base_of
from geo.exchange.tables import sheet_csv
from geo.markup import evidence
from geo.markup.concordance import concordance
from geo.markup.evidence import Row
from geo.view import View, to_address, valid_id
from pages import _components, _evidence_tables, _filters, _review, _state
from pages._context import PageContext, open_context
from pages._head import page_head

MAX_ROWS = 500


def main() -> None:
    """Render the page."""
    _components.open_page()
    context = open_context("evidence")
    head = st.container(key="head-box")
    _filters.filters(context)
    with st.container(horizontal=True, vertical_alignment="bottom", key="evidence-tools"):
        feature_choice(context)
        _filters.article_choice(context)
        query = st.text_input(
            messages.EVIDENCE_SEARCH, key="evidence-search", placeholder=messages.EVIDENCE_SEARCH
        )
    own, related = chosen_rows(context, query)
    with head:
        sentence = evidence.evidence_sentence(own, related, context.pane)
        page_head(messages.EVIDENCE, sentence, names=messages.NAMES_LINK)
    _components.show_notices([*_state.notices(), *context.problems])
    found = [*own, *chain.from_iterable(related.values())]
    with st.container(horizontal=True, vertical_alignment="center", key="evidence-bar"):
        shown = st.segmented_control(
            messages.SHOW,
            list(messages.EVIDENCE_VIEWS),
            default="links",
            required=True,
            format_func=lambda each: messages.EVIDENCE_VIEWS[each],
            key="evidence-view",
            label_visibility="collapsed",
        )
        csv_button(context, found)
    if shown == "links":
        links(context, found)
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


def links(context: PageContext, found: list[Row]) -> None:
    """Show the links as a table, and beside it the chosen one or what they come to."""
    if not found:
        st.text(messages.NO_ROWS)
        return
    rows = found[:MAX_ROWS]
    if len(rows) < len(found):
        st.text(messages.ROWS_CUT.format(shown=f"{len(rows):,}", count=f"{len(found):,}"))
    chosen = chosen_row(context, rows)
    with st.container(key="evidence-desk"):
        with st.container(key="links-side"):
            table = concordance(
                rows,
                context.pane,
                partial(_evidence_tables.kind_of, context),
                chosen=chosen.link if chosen else None,
            )
            _components.panel(table, key="links", on_press=choose)
        with st.container(key="link-side"):
            if chosen:
                _review.link_card(context, chosen)
            else:
                _evidence_tables.overview(context, found)


def choose(press: object) -> None:
    """Note which link a press on the table means."""
    if isinstance(press, dict):
        link = (valid_id(press.get("feature")), valid_id(press.get("passage")))
        _state.store(_review.CHOSEN, link)


def chosen_row(context: PageContext, rows: list[Row]) -> Row | None:
    """Return the row that the reader has chosen, at first one of the view's passage."""
    wanted = _state.stored(_review.CHOSEN, None)
    if wanted is None:
        return next((row for row in rows if row.passage.id == context.view.passage), None)
    return next((row for row in rows if (row.link.feature, row.passage.id) == wanted), None)


def csv_button(context: PageContext, found: list[Row]) -> None:
    """Offer all rows as a file."""
    base = base_of(st.context.url or "", "evidence")

    def made() -> bytes:
        kind_of = partial(_evidence_tables.kind_of, context)
        cells = (
            row.cells(context.name_of, kind_of)
            | {messages.EVIDENCE_ADDRESS: to_address(address_of(row), base=base)}
            for row in found
        )
        return sheet_csv((*messages.EVIDENCE_COLUMNS, messages.EVIDENCE_ADDRESS), cells)

    st.download_button(
        messages.EVIDENCE_CSV,
        made,
        file_name=f"arctic-passages-evidence-{datetime.now(UTC).date().isoformat()}.csv",
        mime="text/csv",
        icon=":material/download:",
        key="evidence-csv",
        disabled=not found,
        on_click="ignore",
    )


def address_of(row: Row) -> View:
    """Return the view that shows a link on the map and in its article."""
    return View(feature=row.link.feature, passage=row.passage.id)


main()
