"""Hosting: what goes to sleep, and how to deploy a copy."""

from functools import partial

from geo import messages
from geo.markup.about import anchor_of, deployment, prose
from pages import _components
from pages._context import open_context
from pages._head import page_head
from pages._subjects import show_subjects


def main() -> None:
    """Render the page."""
    _components.open_page()
    context = open_context("hosting")
    page_head(messages.HOSTING, messages.HOSTING_LEAD, about=messages.ABOUT)
    _components.show_notices(context.problems)
    parts = {title: prose(text) for title, text in messages.HOSTING_PARTS.items()}
    parts[messages.PUBLIC_COPY] = deployment()
    show_subjects(
        {
            title: partial(_components.panel, markup, key=anchor_of(title))
            for title, markup in parts.items()
        }
    )


main()
