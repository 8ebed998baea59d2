"""Decisions of the linker, explained: those on an article, and those on a sentence."""

from collections.abc import Sequence

import streamlit as st

from geo import messages
from geo.linker.edits import READER
from geo.linker.explain import Explanation, explain_article, explain_text
from geo.markup import why
from geo.markup.evidence import Row
from geo.text.articles import Article
from pages import _cache, _components, _state
from pages._context import PageContext

MOST_CHARS = 200_000
"""Of an article that is explained, and of all that the Names page looks through."""
SENTENCE_CHARS = 2_000
_OWN = "explained"


def explained(article: Article) -> Sequence[Explanation] | None:
    """Return the decisions on an article, None where it is too long.

    What a reader brought stays in the session, as much of it as `MOST_CHARS` allows.
    """
    if len(article.text) > MOST_CHARS:
        return None
    if any(article.id == ours.id for ours in _cache.seeds()[0]):
        return _cache.explained(article.sha256, article)
    own: dict[str, tuple[int, tuple[Explanation, ...]]] = _state.stored(_OWN, {})
    if article.sha256 not in own:
        made = tuple(explain_article(article, _cache.lexicon()))
        room = MOST_CHARS - len(article.text)
        kept: dict[str, tuple[int, tuple[Explanation, ...]]] = {}
        for sha256, (size, those) in reversed(own.items()):
            room -= size
            if room >= 0:
                kept = {sha256: (size, those), **kept}
        own = {**kept, article.sha256: (len(article.text), made)}
        _state.store(_OWN, own)
    return own[article.sha256][1]


def link(context: PageContext, row: Row) -> None:
    """Show why the mentions of a link were kept."""
    is_edited = READER in row.rules
    found = None if is_edited else explained(row.article)
    _components.panel(why.why_link(row, found, context.name_of), key="why")


def name(context: PageContext, text: str) -> None:
    """Show where a name stands in the articles on view, and why it was kept or left out there."""
    places: list[why.Place] = []
    room, unread = MOST_CHARS, 0
    for article in context.articles:
        room -= len(article.text)
        found = explained(article) if room >= 0 else None
        if found is None:
            unread += 1
        else:
            places += why.places_of(article, found, text)
    shown = why.where_name_stands(text, places, context.name_of, unread=unread)
    _components.panel(shown, key="name-why")


def sentence(context: PageContext) -> None:
    """Show a box for a sentence, and every decision on the names in it."""
    with st.form("try", border=False):
        given = st.text_area(
            messages.TRY_SENTENCE,
            placeholder=messages.TRY_EXAMPLE,
            max_chars=SENTENCE_CHARS,
            height=100,
            key="try-text",
        )
        st.form_submit_button(messages.TRY_BUTTON)
    text = (given or "")[:SENTENCE_CHARS]
    if text.strip():
        places = why.places_in(text, explain_text(text, _cache.lexicon()))
        _components.panel(why.decisions_on(places, context.name_of), key="try-why")
