"""Names: the lexicon as a table, each name linked to its feature."""

import pandas as pd
import streamlit as st

from geo import messages
from pages import _cache, _components, _state, _why
from pages._context import PageContext, open_context
from pages._head import page_head

TABLE_HEIGHT_PX = 620
ROW_HEIGHT_PX = 31


def main() -> None:
    """Render the page."""
    _components.open_page()
    context = open_context("names")
    table = _cache.names_table()
    page_head(
        messages.NAMES,
        messages.NAMES_LEAD.format(count=f"{len(table):,}"),
        evidence=messages.EVIDENCE,
        about=messages.ABOUT,
    )
    _components.show_notices(context.problems)
    with st.container(horizontal=True, vertical_alignment="bottom", key="names-tools"):
        query = st.text_input(
            messages.NAMES_SEARCH, key="names-search", placeholder=messages.NAMES_SEARCH
        )
        kind = st.selectbox(
            messages.NAMES_KIND,
            ["", *sorted(k for k in set(table["kind"]) if k)],
            format_func=lambda each: each or messages.ALL_KINDS,
            key="names-kind",
        )
    found = matching(table, query, kind)
    with st.container(key="names-columns"):
        with st.container(key="names-table"):
            rows = st.dataframe(
                found.rename(columns=messages.NAMES_COLUMNS),
                hide_index=True,
                height=TABLE_HEIGHT_PX,
                row_height=ROW_HEIGHT_PX,
                key=f"names-{query}-{kind}",
                on_select="rerun",
                selection_mode="single-row",
            ).selection.rows
            st.caption(messages.NAMES_NOTE)
        with st.container(key="names-side"):
            chosen(context, found.iloc[rows[0]] if rows and rows[0] < len(found) else None)
        with st.container(key="names-try"):
            _why.sentence(context)


def chosen(context: PageContext, row: pd.Series | None) -> None:
    """Show the chosen name with its feature, and where it stands in the articles."""
    with st.container(horizontal=True, vertical_alignment="center", key="names-chosen"):
        to_map(context, "" if row is None else str(row["id"]))
    if row is not None and row["id"]:
        _why.name(context, str(row["name"]))


def to_map(context: PageContext, feature: str) -> None:
    """Show the feature of the chosen name with a button to the map, or how to choose one."""
    if feature not in context.catalogue.features:
        st.caption(messages.NAMES_CHOOSE)
        return
    st.text(context.name_of(feature), width="content")
    if st.button(messages.TO_MAP, icon=":material/explore:", key="names-to-map"):
        _state.select(feature)
        _components.open_atlas()


def matching(table: pd.DataFrame, query: str, kind: str) -> pd.DataFrame:
    """Return the rows of a kind whose name, feature or id contains the words, ignoring case."""
    text = table["name"] + " " + table["feature"] + " " + table["id"]
    keep = pd.Series(data=True, index=table.index)
    for word in query.split():
        keep &= text.str.contains(word, case=False, regex=False)
    if kind:
        keep &= table["kind"] == kind
    return table[keep]


main()
