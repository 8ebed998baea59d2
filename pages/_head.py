"""The head of every page but the Atlas: its title, what it is for, and where it leads."""

import streamlit as st


def page_head(title: str, lead: str, **links: str) -> None:
    """Show the title with a sentence, and links to pages that are not in the navigation.

    Parameters
    ----------
    links
        The words of a link by the name of its page.
    """
    with st.container(horizontal=True, vertical_alignment="bottom", key="page-head"):
        with st.container(gap=None, key="page-title"):
            st.title(title, anchor=False)
            st.text(lead)
        for page, words in links.items():
            st.page_link(f"pages/{page}.py", label=words, width="content")
