"""About: method, limits, sources and licences, how to cite, versions."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

import streamlit as st

from geo import messages
from geo.escape import Markup
from geo.markup.about import anchor_of, citations, last_checks, prose, sources, versions
from geo.measure.roles import COASTAL_MIN_NM
from pages import _beginning, _components
from pages._context import PageContext, open_context
from pages._head import page_head
from pages._subjects import show_subjects


def main() -> None:
    """Render the page."""
    _components.open_page()
    context = open_context("about")
    page_head(messages.ABOUT, messages.ABOUT_LEAD, names=messages.NAMES, hosting=messages.HOSTING)
    _beginning.start_again(context)
    _components.show_notices(context.problems)
    show_subjects(subjects(context))


def subjects(context: PageContext) -> dict[str, Callable[[], None]]:
    """Return the subjects of the page in order, each with what shows it."""
    said = {
        title: partial(show, title, prose(text, coastal_nm=COASTAL_MIN_NM))
        for title, text in messages.ABOUT_PARTS.items()
    }
    about, made_with = sources(context.catalogue, context.articles), versions(context.catalogue)
    checks = last_checks(context.catalogue)
    return {
        **said,
        messages.HOW_TO_CITE: how_to_cite,
        messages.SOURCES_AND_LICENCES: partial(show, messages.SOURCES_AND_LICENCES, about),
        messages.FACTS_CHECKED: partial(show, messages.FACTS_CHECKED, checks),
        messages.VERSIONS: partial(show, messages.VERSIONS, made_with),
    }


def show(title: str, markup: Markup) -> None:
    """Show one subject."""
    _components.panel(markup, key=anchor_of(title))


def how_to_cite() -> None:
    """Show how to cite the app and its data."""
    st.text(messages.CITE_LEAD)
    for citation in citations(datetime.now(UTC).date().isoformat()):
        st.code(citation, language=None, wrap_lines=True)


main()
