"""Articles as quotations: exact words, order of passages, every mention a link."""

import html
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo import messages
from geo.linker.api import default_lexicon
from geo.linker.links import Link, link_article
from geo.linker.mentions import Mention
from geo.markup.passages import (
    ReadingPane,
    attribution,
    column,
    found_by,
    naming_list,
    sections,
    text_fragment,
)
from geo.text.articles import Article, Passage, article_from_text, read_article
from geo.view import View
from tests import shipped

HOSTILE = json.loads((Path(__file__).parents[2] / "data" / "hostile.json").read_text("utf-8"))
TEXT = """Ships of Russia and the US

A body paragraph on the fleet of Norway stands here, and it is long enough to be one.

Nothing is named in this one; it speaks of the weather at large.

Ships from Russia came back in the fourth, next to Norway, and the fleet of Russia sailed twice.
"""
_TAG = re.compile(r"<[^>]*>")


def article_of(text: str, name: str = "000_a.txt") -> Article:
    """Return an article read from text."""
    return article_from_text(text, name=name)


@pytest.fixture(scope="module")
def article() -> Article:
    """Return the small article."""
    return article_of(TEXT)


@pytest.fixture(scope="module")
def links(article: Article) -> list[Link]:
    """Return its links."""
    return link_article(article, shipped.lexicon())


def reading_of(
    article: Article,
    links: list[Link],
    view: View | None = None,
    *,
    shown: set[str] | None = None,
    highlighted: tuple[str, ...] = (),
) -> ReadingPane:
    """Return a reading of one article."""
    return ReadingPane(
        articles=[article],
        links=links,
        view=view or View(),
        shown={link.feature for link in links} if shown is None else shown,
        highlighted=highlighted,
        name_of=lambda identity: f"Name of {identity}",
    )


def words_of(markup: str) -> str:
    """Return what a reader sees of markup."""
    return html.unescape(_TAG.sub("", markup))


def passages_of(markup: str) -> dict[str, str]:
    """Return the seen words of each quoted passage, in order."""
    found = re.findall(r'<blockquote[^>]*data-passage="([^"]*)"[^>]*>(.*?)</blockquote>', markup)
    return {identity: words_of(body) for identity, body in found}


def test_each_passage_is_quoted_word_for_word(article: Article, links: list[Link]) -> None:
    quoted = passages_of(column(reading_of(article, links)))
    linked = [passage for passage in article.passages if passage.is_linked]
    assert set(quoted) == {passage.id for passage in linked}
    for passage in linked:
        spoken = article.text[passage.start : passage.end].replace("\n", " ")
        assert quoted[passage.id] == spoken


def test_each_mention_is_a_link_with_its_words_feature_and_rule(
    article: Article, links: list[Link]
) -> None:
    markup = column(reading_of(article, links))
    mentions = [(link, mention) for link in links for mention in link.mentions]
    assert markup.count('class="mention') == len(mentions) >= 6
    for link, mention in mentions:
        assert article.text[mention.start : mention.end] == mention.surface
        title = re.escape(found_by(f"Name of {mention.target}", [mention.rule]))
        pattern = (
            f'href="[?]feature={mention.target}&amp;passage={link.passage}" title="{title}" '
            f'data-feature="{mention.target}" data-passage="{link.passage}">{mention.surface}</a>'
        )
        assert re.search(pattern, markup)


def test_a_hovered_name_says_in_words_what_it_was_found_by() -> None:
    assert found_by("Russia", ["name"]) == "Russia"
    assert found_by("Russia", ["demonym"]) == "Russia (adjective or people)"
    assert found_by("Russia", ["metonym", "name", "metonym"]) == (
        "Russia (capital for its state, name)"
    )


def test_every_rule_of_the_linker_has_its_words(links: list[Link]) -> None:
    given = {name.rule for name in default_lexicon().names} | {
        mention.rule for link in links for mention in link.mentions
    }
    assert given <= set(messages.RULES)


def test_without_a_selection_passages_stand_as_written_and_the_rest_is_folded(
    article: Article, links: list[Link]
) -> None:
    markup = column(reading_of(article, links))
    open_part, folded = markup.split('<details class="folded">')
    assert list(passages_of(open_part)) == [f"000-a.{n}" for n in (1, 2, 4)]
    assert list(passages_of(folded)) == ["000-a.3"]
    assert "Show 1 more paragraph" in words_of(folded)


def test_the_passages_of_a_selected_feature_come_first(article: Article, links: list[Link]) -> None:
    pane = reading_of(article, links, View(feature="NO"), highlighted=("NO",))
    assert sections(pane) == [("Passages that mention Name of NO", ("000-a.2", "000-a.4"))]
    highlighted = re.findall(
        r'class="passage [^"]*\blit\b[^"]*" data-passage="([^"]*)"', column(pane)
    )
    assert highlighted == ["000-a.2", "000-a.4"]
    assert len(re.findall('class="mention state lit"', column(pane))) == 2


def test_a_selected_passage_leaves_the_article_as_written(
    article: Article, links: list[Link]
) -> None:
    view = View(feature="NO", passage="000-a.4")
    pane = reading_of(article, links, view, highlighted=("NO",))
    assert sections(pane) == []
    (current,) = re.findall(r'data-passage="([^"]*)" aria-current="true"', column(pane))
    assert current == "000-a.4"


def test_a_feature_that_the_filter_drops_is_plain_text(article: Article, links: list[Link]) -> None:
    pane = reading_of(article, links, shown={"NO"})
    markup = column(pane)
    assert 'data-feature="RU"' not in markup
    open_part, folded = markup.split('<details class="folded">')
    assert list(passages_of(open_part)) == ["000-a.1", "000-a.2", "000-a.4"], "1 is the headline"
    assert list(passages_of(folded)) == ["000-a.3"]
    assert pane.counts() == (1, 2)
    assert reading_of(article, links, shown=set()).counts() == (0, 0)


def test_the_headline_stands_once_with_its_mentions_as_the_title(
    article: Article, links: list[Link]
) -> None:
    markup = column(reading_of(article, links))
    assert words_of(markup).count(article.headline) == 1
    title = re.search(r'<header><blockquote[^>]*role="heading"[^>]*>(.*?)</blockquote>', markup)
    assert title
    assert 'data-feature="RU"' in title[1]
    corrected = replace(article, headline="Another title")
    markup = column(reading_of(corrected, links))
    assert "<h2>Another title</h2>" in markup
    assert passages_of(markup)["000-a.1"] == article.headline, "the article's own words stay"


def test_the_card_lists_the_passages_that_name_a_feature_in_order(
    article: Article, links: list[Link]
) -> None:
    pane = reading_of(article, links, View(feature="RU"))
    assert pane.naming() == ("000-a.1", "000-a.4")
    found = re.findall(r'data-passage="([^"]*)"', naming_list(pane))
    assert found == ["000-a.1", "000-a.4"]
    assert naming_list(reading_of(article, links, View(feature="SE"))) == ""


def test_an_article_is_attributed_and_leads_to_its_publisher() -> None:
    seed = Path(__file__).parents[3] / "seeds" / "000_4307505dd1a9bba4.txt"
    article = read_article(seed.read_bytes(), name=seed.name)
    head = attribution(article)
    assert "US, Russia Mull Cooperation" in words_of(head)
    assert "Bloomberg" in words_of(head)
    assert "26 February 2025" in words_of(head)
    if article.url:
        assert 'rel="noopener noreferrer"' in head
        assert f'href="{article.url}"' in head


def test_a_link_to_the_publisher_leads_to_the_passage() -> None:
    seed = Path(__file__).parents[3] / "seeds" / "000_4307505dd1a9bba4.txt"
    article = read_article(seed.read_bytes(), name=seed.name)
    caption = next(p for p in article.passages if p.role == "caption")
    address = text_fragment(article, caption)
    assert address.startswith(f"{article.url}#:~:text=A%20Russian%20nuclear%2Dpowered")
    assert "," in address.split("#:~:text=")[1]
    assert not re.search(r"[\s<>\"'&]", address)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_quoted_as_it_is(text: str) -> None:
    article = article_of(f"Headline about Russia {text}\n\nBody with Norway {text} and on.\n")
    found = link_article(article, shipped.lexicon())
    markup = column(reading_of(article, found, View(feature="NO"), highlighted=("NO",)))
    bare = re.sub(r"&(?:#\d+|#x[0-9a-f]+|amp|lt|gt|quot);", "", _TAG.sub("", markup))
    assert not set(bare) & set("<>{}`$\\%\"'&")
    tags = set(re.findall(r"</?([a-zA-Z0-9]+)", markup))
    assert tags <= {
        "div",
        "article",
        "header",
        "h2",
        "h3",
        "p",
        "blockquote",
        "a",
        "details",
        "summary",
    }
    assert not re.search(r"<[^>]*\son\w+=", re.sub(r'"[^"]*"', '""', markup))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80), st.text(max_size=80))
def test_any_words_around_a_mention_are_kept(before: str, after: str) -> None:
    start = len(before)
    mention = Mention(start, start + 6, "Norway", "NO", "state", "name")
    passage = Passage("x.1", "body", 0, len(f"{before}Norway{after}"))
    whole = replace(article_of("x"), text=f"{before}Norway{after}", passages=(passage,))
    markup = column(reading_of(whole, [Link("NO", "x.1", (mention,))]))
    (seen,) = passages_of(markup).values()
    kept = re.sub("[\x00\u202a-\u202e\u2066-\u2069\ud800-\udfff]", "", before)
    rest = re.sub("[\x00\u202a-\u202e\u2066-\u2069\ud800-\udfff]", "", after)
    spaced = [re.sub("\r\n|[\r\n\u2028\u2029]", " ", part) for part in (kept, rest)]
    assert seen == "Norway".join(spaced)
