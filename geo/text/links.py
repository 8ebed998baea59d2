"""Links: which features the passages of an article name, and where."""

from collections.abc import Iterable
from dataclasses import dataclass

from geo.text.articles import Article, Passage
from geo.text.lexicon import Lexicon
from geo.text.mentions import Mention, find_mentions


@dataclass(frozen=True)
class Link:
    """A feature and a passage that names it, through its mentions there.

    Offsets of the mentions are code points of the article's text.
    """

    feature: str
    passage: str
    mentions: tuple[Mention, ...]


def find_article_mentions(article: Article, lexicon: Lexicon) -> list[Mention]:
    """Return the mentions in an article, in order; furniture, bylines and tags are passed over."""
    skip = [(passage.start, passage.end) for passage in article.passages if not passage.is_linked]
    return find_mentions(article.text, lexicon, skip=skip)


def link_article(article: Article, lexicon: Lexicon) -> list[Link]:
    """Return the links of an article, by passage, then in the order of first mention."""
    links: list[Link] = []
    mentions = find_article_mentions(article, lexicon)
    for passage, inside in _by_passage(article.passages, mentions):
        features = dict.fromkeys(mention.target for mention in inside)
        for feature in features:
            named = tuple(mention for mention in inside if mention.target == feature)
            links.append(Link(feature, passage.id, named))
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
