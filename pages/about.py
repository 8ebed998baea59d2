"""About: method, limits, sources and licences, how to cite, versions."""

from datetime import UTC, datetime

import streamlit as st

from geo import words
from geo.exchange.about import citations, prose, sources, versions
from geo.measure.roles import COASTAL_LEAST_NM
from pages import _parts
from pages._desk import open_desk


def main() -> None:
    """Lay out the page."""
    _parts.style_page()
    desk = open_desk("about")
    with st.container(width=760, key="reading-page"):
        st.title(words.ABOUT, anchor=False)
        st.text(words.ABOUT_LEAD)
        _parts.show_notices(desk.problems)
        _parts.panel(prose(words.ABOUT_PARTS, coastal_nm=COASTAL_LEAST_NM), key="about")
        st.header(words.HOW_TO_CITE, anchor=False)
        st.text(words.CITE_LEAD)
        for citation in citations(datetime.now(UTC).date().isoformat()):
            st.code(citation, language=None, wrap_lines=True)
        _parts.panel(sources(desk.catalogue, desk.articles), key="sources")
        _parts.panel(versions(desk.catalogue), key="versions")


main()
