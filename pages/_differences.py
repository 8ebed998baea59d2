"""The note on what reads differently since the project file that is open was saved."""

import streamlit as st

from geo import messages
from geo.markup.differences import differences_note
from pages import _cache, _components, _user_articles
from pages._context import PageContext


def differences(context: PageContext) -> None:
    """Show what reads differently, until the reader closes the note."""
    found = _user_articles.differences()
    if not found:
        return
    note = differences_note(
        found,
        context.collection,
        context.name_of,
        context.view.plain,
        linker=_cache.lexicon().weights.trained_on,
    )
    with st.container(border=True, key="differences"):
        _components.panel(note, key="differences-panel", kind="differences")
        st.button(
            messages.CLOSE_DIFFERENCES,
            on_click=_user_articles.close_differences,
            key="close-differences",
            icon=":material/close:",
            type="tertiary",
        )
