"""About: method, limits, sources and licences, how to cite, versions."""

from datetime import UTC, datetime

import streamlit as st

from geo import messages
from geo.markup.about import citations, prose, sources, versions
from geo.measure.roles import COASTAL_MIN_NM
from pages import _beginning, _components
from pages._context import open_context


def main() -> None:
    """Render the page."""
    _components.style_page()
    context = open_context("about")
    with st.container(width=760, key="reading-page"):
        st.title(messages.ABOUT, anchor=False)
        st.text(messages.ABOUT_LEAD)
        _beginning.start_again(context)
        st.page_link("pages/hosting.py", label=messages.HOSTING)
        _components.show_notices(context.problems)
        _components.panel(prose(messages.ABOUT_PARTS, coastal_nm=COASTAL_MIN_NM), key="about")
        st.header(messages.HOW_TO_CITE, anchor=False)
        st.text(messages.CITE_LEAD)
        for citation in citations(datetime.now(UTC).date().isoformat()):
            st.code(citation, language=None, wrap_lines=True)
        _components.panel(sources(context.catalogue, context.articles), key="sources")
        _components.panel(versions(context.catalogue), key="versions")


main()
