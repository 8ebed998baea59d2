from geo.linker.lexicon import Lexicon
from geo.linker.links import find_article_mentions, link_article
from geo.text.articles import article_from_text

TEXT = """Norway and Russia Meet

By Anna Norway Smith (Reuters)

Russia said that Russian ships stay in the Kara Sea. Norway agreed.

The ice melts.

© 2025 Norway Press

Tags:

norway
Russia
"""


def test_a_link_joins_a_feature_and_a_passage_by_all_its_mentions(lexicon: Lexicon) -> None:
    article = article_from_text(TEXT, name="a.txt")
    links = link_article(article, lexicon)
    assert [(link.passage, link.feature) for link in links] == [
        ("a.1", "NO"), ("a.1", "RU"), ("a.3", "RU"), ("a.3", "kara-sea"), ("a.3", "NO"),
    ]  # fmt: skip
    assert [mention.surface for mention in links[2].mentions] == ["Russia", "Russian"]


def test_mentions_lie_within_their_passage(lexicon: Lexicon) -> None:
    article = article_from_text(TEXT, name="a.txt")
    for link in link_article(article, lexicon):
        passage = article.passage(link.passage)
        assert all(passage.start <= m.start < m.end <= passage.end for m in link.mentions)
        assert all(article.text[m.start : m.end] == m.surface for m in link.mentions)


def test_bylines_copyright_and_tags_are_never_linked(lexicon: Lexicon) -> None:
    article = article_from_text(TEXT, name="a.txt")
    silent = [p for p in article.passages if not p.is_linked]
    assert {p.role for p in silent} == {"byline", "copyright", "tags"}
    for mention in find_article_mentions(article, lexicon):
        assert not any(p.start <= mention.start < p.end for p in silent)
