"""A page of several subjects: a list of contents, and each subject under a heading of its own."""

from collections.abc import Callable, Mapping

import streamlit as st

from geo.markup.about import anchor_of, contents
from pages import _components


def show_subjects(subjects: Mapping[str, Callable[[], None]]) -> None:
    """Show subjects one below the other, and beside them a list that leads to each.

    An address with a subject's anchor (`about#limits`) opens the page there.

    Parameters
    ----------
    subjects
        What shows each subject, by its title, in order.
    """
    with st.container(key="subjects"):
        with st.container(key="contents"):
            _components.panel(contents(list(subjects)), key="contents-panel", kind="contents")
        with st.container(key="subjects-text"):
            for title, show in subjects.items():
                with st.container(key=f"subject-{anchor_of(title)}"):
                    st.header(title, anchor=anchor_of(title))
                    show()
