"""What of many articles the column shows: a first part that a page can carry, and how much is left.

A few articles of ordinary length are shown whole and in their order. Of many, those that name what
is selected come first, then those that name anything shown; of a very long one, the passages that
count most.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from geo.exchange.quotes import Reading, spread
from geo.text.articles import Article, Passage
from geo.text.mentions import Mention

FIRST = 5
"""Articles that the column shows at first, and how many each wish for more adds."""
MOST = 20
"""Articles that it shows at most; beyond, a reader chooses one."""
_CHARS = 120_000
_MARK_CHARS = 300
"""What the markup of one mention weighs beside its words."""
_NOTHING = 3
"""The rank of what names nothing shown."""


@dataclass(frozen=True)
class Portion:
    """The reading that the column shows, the articles left out, and the passages left out."""

    reading: Reading
    articles_left: int = 0
    passages_left: int = 0


def portion(reading: Reading, *, most: int = FIRST) -> Portion:
    """Return the part of a reading that the column shows.

    Parameters
    ----------
    most
        How many articles; those with the selected passage come in whatever their number.
    """
    most = min(most, MOST)
    mentions = reading.mentions()
    weight = sum(_weight(p, mentions) for a in reading.articles for p in a.passages)
    if len(reading.articles) <= most and weight <= _CHARS:
        return Portion(reading)
    chosen = _chosen(reading, mentions, most)
    budget = max(_CHARS, _CHARS * len(chosen) // FIRST)
    cut = _cut(chosen, reading, mentions, budget // max(1, len(chosen)))
    left = sum(len(a.passages) - len(b.passages) for a, b in zip(chosen, cut, strict=True))
    return Portion(
        replace(reading, articles=cut), len(reading.articles) - len(chosen), passages_left=left
    )


def _weight(passage: Passage, mentions: Mapping[str, list[Mention]]) -> int:
    return passage.end - passage.start + _MARK_CHARS * len(mentions.get(passage.id, ()))


def _weights(reading: Reading, mentions: Mapping[str, list[Mention]]) -> dict[str, int]:
    """Return by passage how near it is to what is selected: named, its kin, anything shown."""
    weights = dict.fromkeys(mentions, 2)
    for passages in reading.related().values():
        weights |= dict.fromkeys(spread(passages), 1)
    return weights | dict.fromkeys(reading.naming(), 0)


def _chosen(
    reading: Reading, mentions: Mapping[str, list[Mention]], most: int
) -> Sequence[Article]:
    """Return the articles to show: by what they name, else in their order."""
    weights = _weights(reading, mentions)

    def rank(article: Article) -> int:
        return min((weights.get(p.id, _NOTHING) for p in article.passages), default=_NOTHING)

    def holds(article: Article) -> bool:
        return any(passage.id == reading.view.passage for passage in article.passages)

    ranked = sorted(reading.articles, key=rank)
    first = ranked[:most]
    return [*first, *(article for article in ranked[most:] if holds(article))]


def _cut(
    articles: Sequence[Article],
    reading: Reading,
    mentions: Mapping[str, list[Mention]],
    budget: int,
) -> list[Article]:
    """Return the articles, each with the passages that a budget of characters allows."""
    weights = _weights(reading, mentions)

    def rank(passage: Passage) -> int:
        if passage.id == reading.view.passage:
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
