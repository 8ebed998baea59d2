"""Quotations cut around the name that they are shown for."""

import re
from collections.abc import Sequence

from geo import messages
from geo.escape import Markup, element
from geo.linker.mentions import Mention
from geo.markup.passages import (
    ReadingPane,
    body_passages,
    external,
    naming_words,
    text_fragment,
)
from geo.sentences import long_day
from geo.text.articles import Article, Passage

_LONGEST = 200
_BEFORE = 90
_SENTENCE_END = re.compile(
    r"(?<![\s.][A-Z])(?<![\s.][A-Z][a-z])(?<!\bGen)[.!?][”\"’)]?\s+(?=[A-Z“\"‘(])"
)
"""An end of a sentence; not the dot of an initial or of a title such as Dr."""


def first_quote(pane: ReadingPane) -> Markup | None:
    """Return the passage that mentions the selected feature first, cut around the name.

    It leads to that passage; below it stand whose words they are and how many passages there are.
    """
    naming = pane.naming()
    if not naming:
        return None
    article, passage = next((a, p) for a in pane.articles for p in a.passages if p.id == naming[0])
    feature = pane.view.feature
    link = element(
        "a",
        *_cut(article, passage, _mentions(pane, passage)),
        href=pane.address_of(pane.view.select(feature, passage=passage.id)),
        data_feature=feature,
        data_passage=passage.id,
        class_="to-passage",
    )
    (said, *_) = naming_words(pane)
    return element(
        "figure",
        element("blockquote", link),
        element("figcaption", *_whose(article, passage), " · ", said),
        class_="quote",
    )


def _mentions(pane: ReadingPane, passage: Passage) -> list[Mention]:
    those = (li for li in pane.links if (li.feature, li.passage) == (pane.view.feature, passage.id))
    return sorted((m for link in those for m in link.mentions), key=lambda m: m.start)


def _cut(article: Article, passage: Passage, mentions: Sequence[Mention]) -> list[object]:
    """Return the words around the first mention, each mention among them marked."""
    pieces = cut_pieces(article, passage, mentions)
    return [element("mark", text) if is_mention else text for text, is_mention in pieces]


def cut_pieces(
    article: Article, passage: Passage, mentions: Sequence[Mention]
) -> list[tuple[str, bool]]:
    """Return the words around the first mention in pieces, each with whether it is a mention."""
    at = mentions[0].start if mentions else passage.start
    start, end = quote_span(article.text, passage.start, passage.end, at)
    pieces = [("… ", False)] if _is_cut(article.text[passage.start : start]) else []
    done = start
    for mention in mentions:
        if mention.start >= done and mention.end <= end:
            pieces += [(article.text[done : mention.start], False), (mention.surface, True)]
            done = mention.end
    pieces.append((article.text[done:end], False))
    is_open = end < passage.end and article.text[end - 1] not in '.!?”"'
    pieces += [(" …", False)] if is_open else []
    return [piece for piece in pieces if piece[0]]


def _is_cut(before: str) -> bool:
    """Return whether a quotation begins within a sentence."""
    text = before.rstrip()
    return bool(text) and text[-1] not in '.!?”"’)'


def quote_span(text: str, start: int, end: int, at: int) -> tuple[int, int]:
    """Return from where to where a passage is quoted so that what stands at a position is in it.

    The sentence around it; of a long one a part, cut between words.
    """
    ends = [start + found.end() for found in _SENTENCE_END.finditer(text[start:end])]
    first = max((one for one in ends if one <= at), default=start)
    last = min((one for one in ends if one > at), default=end)
    last = first + len(text[first:last].rstrip())
    if last - first <= _LONGEST:
        return first, last
    left = first if at - first <= _BEFORE else text.find(" ", at - _BEFORE) + 1
    right = min(last, left + _LONGEST)
    return left, right if right == last else max(text.rfind(" ", at, right), at + 1)


def _whose(article: Article, passage: Passage) -> list[object]:
    """Return whose words a passage is, linked to its place at the publisher, and of which day."""
    is_title = passage not in body_passages(article)
    named = messages.HEADLINE_PASSAGE if is_title else article.headline
    who = article.agency or article.publisher or named
    when = f", {long_day(article.date)}" if article.date else ""
    is_public = article.url.startswith(("https://", "http://"))
    return [external(who, text_fragment(article, passage)) if is_public else who, when]
