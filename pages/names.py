"""Names: the lexicon as an open table, each name leading to its feature."""

import pandas as pd
import streamlit as st

from geo import words
from pages import _cache, _parts, _state
from pages._desk import open_desk

ATLAS = "pages/atlas.py"
_ID = words.NAMES_COLUMNS.index("Id")


def main() -> None:
    """Lay out the page."""
    _parts.style_page()
    desk = open_desk("names")
    table = _cache.names_table()
    st.title(words.NAMES, anchor=False)
    st.text(words.NAMES_LEAD.format(count=f"{len(table):,}"))
    _parts.show_notices(desk.problems)
    left, right = st.columns([3, 1])
    wanted = left.text_input(words.NAMES_SEARCH, key="names-search")
    kind = right.selectbox(
        words.NAMES_KIND,
        ["", *sorted(k for k in set(table["Kind"]) if k)],
        format_func=lambda each: each or words.ALL_KINDS,
        key="names-kind",
    )
    found = matching(table, wanted, kind)
    chosen = st.dataframe(
        found,
        hide_index=True,
        height=560,
        key=f"names-{wanted}-{kind}",
        on_select="rerun",
        selection_mode="single-row",
    )
    st.caption(words.NAMES_NOTE)
    rows = chosen.selection.rows
    if rows and rows[0] < len(found):
        feature = str(found.iloc[rows[0], _ID])
        if feature in desk.catalogue.features:
            st.text(desk.name_of(feature))
            if st.button(words.TO_MAP, icon=":material/explore:", key="names-to-map"):
                _state.select(feature)
                st.switch_page(ATLAS)


def matching(table: pd.DataFrame, wanted: str, kind: str) -> pd.DataFrame:
    """Return the rows of a kind whose name, feature or id holds the words, in either case."""
    text = table["Name"] + " " + table["Feature"] + " " + table["Id"]
    keep = pd.Series(data=True, index=table.index)
    for word in wanted.split():
        keep &= text.str.contains(word, case=False, regex=False)
    if kind:
        keep &= table["Kind"] == kind
    return table[keep]


main()
