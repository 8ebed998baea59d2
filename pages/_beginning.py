"""The views to start from and the guided tour, at the head of the article column."""

from urllib.parse import parse_qs

import streamlit as st

from geo.escape import Markup
from geo.markup.beginning import again, paused_block, start_block, start_views, tour_block
from geo.markup.tour import ARTICLE, Story
from geo.text.articles import article_of
from geo.view import START, View, from_query, to_query
from pages import _cache, _components, _state, _user_articles
from pages._context import PageContext

_GUIDE = "guide"
"""What stands ready at the head: the views to start from, a step of the tour, or '' for nothing."""
_TAKEN = "start_taken"
"""Whether one of the views to start from was what took them away."""


def beginning(context: PageContext) -> None:
    """Show the step of the tour, the way back to a tour that was left, or where to start.

    The views to start from stand there in a session that has used none of the app yet, and for
    whoever asks for them; anything pressed takes them away. Who has taken one of them and goes Back
    to where they stood finds them there again.
    """
    view, steps = context.view, context.steps
    guide = view.tour or _state.stored(_GUIDE, START)
    if view == View() and _state.is_from_address() and _state.stored(_TAKEN, default=False):
        guide = START
    if guide == START and view.plain != View():
        guide = ""
    _state.store(_GUIDE, guide)
    if view.tour in steps:
        _block("tour", tour_block(steps, guide, story(context)), context)
    elif guide in steps:
        _block("tour-paused", paused_block(steps, guide, now=view), context)
    elif guide == START:
        _state.store(_TAKEN, value=False)
        views = start_views(context.catalogue.features, steps)
        _block("start", start_block(views, after=view.plain), context)


def start_again(context: PageContext) -> None:
    """Link to the views to start from, and to the tour where there is one."""
    with st.container(horizontal=True, key="start-again"):
        for words, view in again(context.steps).items():
            st.page_link("pages/atlas.py", label=words, query_params=to_query(view))


def story(context: PageContext) -> Story:
    """Return what the figures of the tour come from."""
    links = [
        link
        for link in _user_articles.links()
        if article_of(link.passage) == ARTICLE and link.feature in context.catalogue.features
    ]
    return Story(
        catalogue=context.catalogue,
        article=next(article for article in context.collection if article.id == ARTICLE),
        links=links,
        reasons=context.reasons,
        waters=_cache.waters(),
        published=_cache.published_distances(),
        ends=_cache.voyage_ends(),
    )


def _block(kind: str, markup: Markup, context: PageContext) -> None:
    """Show a block; a press on a link in it leads to the view of the link's address."""

    def follow(press: object) -> None:
        address = press.get("to") if isinstance(press, dict) else None
        if isinstance(address, str):
            view, notices = from_query(parse_qs(address.removeprefix("?")), context.known)
            _state.store(_GUIDE, "")
            _state.store(_TAKEN, kind == "start" and not view.tour and view != View())
            _state.apply_view(view, notices)

    _components.panel(markup, key="beginning-panel", kind=kind, on_press=follow)
