"""The excerpt of many articles that the column shows, and how much is left out.

A few articles of ordinary length are shown in full and in order. Of many, those that name the
selection come first, then those that name anything shown; of a very long one, the most relevant
passages.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from geo.linker.mentions import Mention
from geo.markup.passages import ReadingPane, unique_passages
from geo.text.articles import Article, Passage

FIRST = 5
"""Articles that the column shows at first, and how many each click on more adds."""
MAX_ARTICLES = 20
"""Articles that it shows at most; beyond, a reader chooses one."""
_CHARS = 120_000
_MARK_CHARS = 300
"""What the markup of one mention weighs beside its words."""
_NOTHING = 3
"""The rank of what names nothing shown."""


@dataclass(frozen=True)
class Excerpt:
    """The reading pane that the column shows, and the numbers of articles and passages left out."""

    pane: ReadingPane
    articles_left: int = 0
    passages_left: int = 0


def excerpt(pane: ReadingPane, *, max_articles: int = FIRST) -> Excerpt:
    """Return the part of a reading pane that the column shows.

    Parameters
    ----------
    max_articles
        How many articles; those with the selected passage are always included.
    """
    max_articles = min(max_articles, MAX_ARTICLES)
    mentions = pane.mentions()
    weight = sum(_weight(p, mentions) for a in pane.articles for p in a.passages)
    if len(pane.articles) <= max_articles and weight <= _CHARS:
        return Excerpt(pane)
    chosen = _chosen(pane, mentions, max_articles)
    budget = max(_CHARS, _CHARS * len(chosen) // FIRST)
    cut = _cut(chosen, pane, mentions, budget // max(1, len(chosen)))
    left = sum(len(a.passages) - len(b.passages) for a, b in zip(chosen, cut, strict=True))
    return Excerpt(
        replace(pane, articles=cut), len(pane.articles) - len(chosen), passages_left=left
    )


def _weight(passage: Passage, mentions: Mapping[str, list[Mention]]) -> int:
    return passage.end - passage.start + _MARK_CHARS * len(mentions.get(passage.id, ()))


def _weights(pane: ReadingPane, mentions: Mapping[str, list[Mention]]) -> dict[str, int]:
    """Return each passage's relevance: names the selection, a related feature, anything shown."""
    weights = dict.fromkeys(mentions, 2)
    for passages in pane.related().values():
        weights |= dict.fromkeys(unique_passages(passages), 1)
    return weights | dict.fromkeys(pane.naming(), 0)


def _chosen(
    pane: ReadingPane, mentions: Mapping[str, list[Mention]], max_articles: int
) -> Sequence[Article]:
    """Return the articles to show: by what they name, else in their order."""
    weights = _weights(pane, mentions)

    def rank(article: Article) -> int:
        return min((weights.get(p.id, _NOTHING) for p in article.passages), default=_NOTHING)

    def holds(article: Article) -> bool:
        return any(passage.id == pane.view.passage for passage in article.passages)

    ranked = sorted(pane.articles, key=rank)
    first = ranked[:max_articles]
    return [*first, *(article for article in ranked[max_articles:] if holds(article))]


def _cut(
    articles: Sequence[Article],
    pane: ReadingPane,
    mentions: Mapping[str, list[Mention]],
    budget: int,
) -> list[Article]:
    """Return the articles, each with the passages that a budget of characters allows."""
    weights = _weights(pane, mentions)

    def rank(passage: Passage) -> int:
        if passage.id == pane.view.passage:
            return -1
        return 0 if passage.role == "headline" else weights.get(passage.id, _NOTHING)

    cut: list[Article] = []
    for article in articles:
        kept: set[str] = set()
        room = budget
        for passage in sorted(article.passages, key=rank):
            weight = _weight(passage, mentions)
            if weight <= room or not kept:
                kept.add(passage.id)
                room -= weight
        passages = tuple(passage for passage in article.passages if passage.id in kept)
        cut.append(replace(article, passages=passages))
    return cut
