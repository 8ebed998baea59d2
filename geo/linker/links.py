"""Links: which features an article's passages mention, and where."""

from collections.abc import Iterable
from dataclasses import dataclass

from geo.linker.budget import Budget
from geo.linker.lexicon import Lexicon
from geo.linker.mentions import Mention, find_mentions
from geo.text.articles import Article, Passage


@dataclass(frozen=True)
class Link:
    """A feature and a passage that mentions it, with the mentions.

    Offsets of the mentions are code points of the article's text.
    """

    feature: str
    passage: str
    mentions: tuple[Mention, ...]


def find_article_mentions(
    article: Article, lexicon: Lexicon, budget: Budget | None = None
) -> list[Mention]:
    """Return the mentions in an article, in order; boilerplate, bylines and tags are skipped.

    Raises
    ------
    ArticleError
        When the budget is spent; see `find_mentions`.
    """
    return find_mentions(article.text, lexicon, skip=article.boilerplate, budget=budget)


def link_article(article: Article, lexicon: Lexicon, budget: Budget | None = None) -> list[Link]:
    """Return the links of an article, by passage, then in the order of first mention.

    Raises
    ------
    ArticleError
        When the budget is spent; see `find_mentions`.
    """
    links: list[Link] = []
    mentions = find_article_mentions(article, lexicon, budget)
    for passage, inside in _by_passage(article.passages, mentions):
        by_feature: dict[str, list[Mention]] = {}
        for mention in inside:
            by_feature.setdefault(mention.target, []).append(mention)
        links += (Link(each, passage.id, tuple(named)) for each, named in by_feature.items())
    return links


def _by_passage(
    passages: Iterable[Passage], mentions: list[Mention]
) -> Iterable[tuple[Passage, list[Mention]]]:
    index = 0
    for passage in passages:
        inside: list[Mention] = []
        while index < len(mentions) and mentions[index].start < passage.end:
            if mentions[index].start >= passage.start:
                inside.append(mentions[index])
            index += 1
        yield passage, inside


def count_mentions(links: Iterable[Link]) -> int:
    """Return the number of mentions of links."""
    return sum(len(link.mentions) for link in links)
