"""Names: the lexicon as a table, each name linked to its feature."""

import pandas as pd
import streamlit as st

from geo import messages
from pages import _cache, _components, _state
from pages._context import open_context


def main() -> None:
    """Render the page."""
    _components.style_page()
    context = open_context("names")
    table = _cache.names_table()
    st.title(messages.NAMES, anchor=False)
    st.text(messages.NAMES_LEAD.format(count=f"{len(table):,}"))
    _components.show_notices(context.problems)
    left, right = st.columns([3, 1])
    query = left.text_input(messages.NAMES_SEARCH, key="names-search")
    kind = right.selectbox(
        messages.NAMES_KIND,
        ["", *sorted(k for k in set(table["kind"]) if k)],
        format_func=lambda each: each or messages.ALL_KINDS,
        key="names-kind",
    )
    found = matching(table, query, kind)
    chosen = st.dataframe(
        found.rename(columns=messages.NAMES_COLUMNS),
        hide_index=True,
        height=560,
        key=f"names-{query}-{kind}",
        on_select="rerun",
        selection_mode="single-row",
    )
    st.caption(messages.NAMES_NOTE)
    rows = chosen.selection.rows
    if rows and rows[0] < len(found):
        feature = str(found["id"].iloc[rows[0]])
        if feature in context.catalogue.features:
            st.text(context.name_of(feature))
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
