"""Evidence: every link as a row, what the links say together, and a reader's review of them."""

import zlib
from functools import partial
from itertools import chain

import pandas as pd
import streamlit as st

from geo import words
from geo.exchange import evidence
from geo.exchange.evidence import Row
from pages import _choose, _parts, _review, _shelf, _state, _tables
from pages._desk import Desk, open_desk

MOST_ROWS = 2_000
TABLE_HEIGHT_PX = 560
ROW_HEIGHT_PX = 35


def main() -> None:
    """Lay out the page."""
    _parts.style_page()
    desk = open_desk("evidence")
    st.title(words.EVIDENCE, anchor=False)
    _choose.filters(desk, article=False)
    left, middle, right = st.columns([1, 1, 2], vertical_alignment="bottom")
    wanted = right.text_input(words.EVIDENCE_SEARCH, key="evidence-search")
    with left:
        feature_choice(desk)
    with middle:
        _choose.article_choice(desk)
    own, related = chosen_rows(desk, wanted)
    with st.container(key="sentence"):
        st.text(evidence.evidence_sentence(own, related, desk.reading))
    _parts.show_notices([*_state.notices(), *desk.problems])
    shown = st.segmented_control(
        words.SHOW,
        list(words.EVIDENCE_VIEWS),
        default="links",
        required=True,
        format_func=lambda each: words.EVIDENCE_VIEWS[each],
        key="evidence-view",
        label_visibility="collapsed",
    )
    if shown == "links":
        links(desk, [*own, *chain.from_iterable(related.values())], wanted)
    elif shown == "review":
        _review.edits(desk)
    else:
        _tables.SHOW[shown](desk, own)


def feature_choice(desk: Desk) -> None:
    """Show the choice of one feature; it is the view's selection.

    Those named come first, then those of which only a group, a whole or a part is named.
    """
    selected = {desk.view.feature} if desk.selected else set()
    named = sorted({*desk.named, *selected}, key=desk.name_of)
    by_kin = sorted(desk.named_by_kin - set(named), key=desk.name_of)

    def label(identity: str) -> str:
        if not identity:
            return words.ALL_FEATURES
        name = desk.name_of(identity)
        return name if identity in desk.named else words.BY_KIN.format(name=name)

    def chosen() -> None:
        _state.select(_state.value_of("evidence-feature") or "")

    options = ["", *named, *by_kin]
    st.selectbox(
        words.FEATURE_CHOICE,
        options,
        index=options.index(desk.view.feature),
        format_func=label,
        key=_state.bind("evidence-feature", desk.view.feature),
        on_change=chosen,
    )


def chosen_rows(desk: Desk, wanted: str) -> tuple[list[Row], dict[str, list[Row]]]:
    """Return the rows that view and search leave, and by relation those that name its kin."""
    every = evidence.evidence_rows(desk.articles, desk.links, desk.reading.shown.__contains__)
    rows = evidence.search_rows(every, wanted, desk.name_of)
    if not desk.selected:
        return rows, {}
    own = [row for row in rows if row.link.feature == desk.view.feature]
    return own, evidence.related_rows(rows, desk.reading)


def links(desk: Desk, found: list[Row], wanted: str) -> None:
    """Show the links as a table, and the chosen one with its passage."""
    if not found:
        st.text(words.NO_ROWS)
        return
    rows = found[:MOST_ROWS]
    if len(rows) < len(found):
        st.text(words.ROWS_CUT.format(shown=f"{len(rows):,}", count=f"{len(found):,}"))
    left, right = st.columns([3, 2], gap="medium")
    with left:
        # Another set of rows is another table, or the old choice would point at another link.
        state = repr((wanted, desk.view, _shelf.shelf().edits, len(desk.collection)))
        chosen = st.dataframe(
            table(desk, rows),
            hide_index=True,
            height=min(TABLE_HEIGHT_PX, ROW_HEIGHT_PX * (len(rows) + 1) + 3),
            key=f"links-{zlib.crc32(state.encode())}",
            on_select="rerun",
            selection_mode="single-row",
            column_config={"Quote": st.column_config.TextColumn(width="large")},
        ).selection.rows
    with right:
        here = [row for row in rows if row.passage.id == desk.view.passage]
        if chosen and chosen[0] < len(rows):
            _review.link_card(desk, rows[chosen[0]])
        elif here:
            _review.link_card(desk, here[0])
        else:
            st.caption(words.EVIDENCE_HELP)


def table(desk: Desk, rows: list[Row]) -> pd.DataFrame:
    """Return the rows as a table of plain text."""
    cells = [row.cells(desk.name_of, partial(_tables.kind_of, desk)) for row in rows]
    return pd.DataFrame(cells, columns=list(words.EVIDENCE_COLUMNS))


main()
