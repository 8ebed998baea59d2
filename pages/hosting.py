"""On the Cloud: what sleeps and what does not, and how to deploy a copy."""

import streamlit as st

from geo import words
from geo.exchange.about import hosting
from pages import _parts
from pages._desk import open_desk


def main() -> None:
    """Lay out the page."""
    _parts.style_page()
    desk = open_desk("hosting")
    with st.container(width=760, key="reading-page"):
        st.title(words.HOSTING, anchor=False)
        st.text(words.HOSTING_LEAD)
        _parts.show_notices(desk.problems)
        _parts.panel(hosting(), key="hosting")


main()
