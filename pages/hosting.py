"""Hosting: what goes to sleep, and how to deploy a copy."""

import streamlit as st

from geo import messages
from geo.markup.about import hosting
from pages import _components
from pages._context import open_context


def main() -> None:
    """Render the page."""
    _components.style_page()
    context = open_context("hosting")
    with st.container(width=760, key="reading-page"):
        st.title(messages.HOSTING, anchor=False)
        st.text(messages.HOSTING_LEAD)
        _components.show_notices(context.problems)
        _components.panel(hosting(), key="hosting")


main()
