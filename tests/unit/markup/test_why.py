"""Why a name was kept or left out, in the panels of Evidence and Names."""

import html
import re

import pytest

from geo import messages
from geo.linker.edits import READER
from geo.linker.explain import Explanation, Reason, explain_article, explain_text
from geo.linker.links import Link, link_article
from geo.linker.mentions import Mention
from geo.markup import why
from geo.markup.evidence import Row, evidence_rows
from geo.text.articles import Article, article_from_text
from tests import shipped

LEXICON = shipped.lexicon()
TEXT = "Talks\n\nShips of <b>Russia</b> sail to Norway. Her brother Chad Smith lives in Norway."


def seen(markup: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", markup)).split())


@pytest.fixture(scope="module")
def article() -> Article:
    return article_from_text(TEXT, name="a.txt")


@pytest.fixture(scope="module")
def found(article: Article) -> list[Explanation]:
    return explain_article(article, LEXICON)


def row_of(article: Article, *links: Link) -> Row:
    (row,) = evidence_rows([article], links, lambda _: True)
    return row


def test_each_mention_of_a_link_has_its_reasons(article: Article, found: list[Explanation]) -> None:
    (link,) = [one for one in link_article(article, LEXICON) if one.feature == "NO"]
    markup = why.why_link(row_of(article, link), found, str.lower)
    assert markup.startswith(f'<details data-fold="why"><summary>{messages.WHY}</summary>')
    assert markup.count("<mark>Norway</mark>") == 2
    assert "likely to mean no." in seen(markup)
    assert "“to” before it +" in seen(markup)
    assert messages.WHY_NOTE in seen(markup)


def test_a_link_of_a_reader_says_so(article: Article, found: list[Explanation]) -> None:
    passage = article.passages[-1].id
    added = Link("NO", passage, (Mention(7, 12, "Ships", "NO", "state", READER),))
    for link in (added, Link("NO", passage, ())):
        said = seen(why.why_link(row_of(article, link), found, str))
        assert said == f"{messages.WHY} {messages.WHY_READER}"


def test_an_article_that_is_too_long_gets_a_sentence(article: Article) -> None:
    link = link_article(article, LEXICON)[0]
    assert messages.WHY_TOO_LONG in seen(why.why_link(row_of(article, link), None, str))


def test_what_a_fixed_rule_found_says_which(article: Article) -> None:
    mention = Mention(7, 12, "Ships", "NO", "state", "defined")
    link = Link("NO", article.passages[-1].id, (mention,) * 6)
    said = seen(why.why_link(row_of(article, link), [], str))
    assert said.count(messages.RULES["defined"]) == why.MOST_MENTIONS
    assert messages.WHY_MORE.format(count=2) in said


def test_places_of_a_name_are_kept_and_left_out(article: Article, found: list[Explanation]) -> None:
    kept = why.places_of(article, found, "Norway")
    left = why.places_of(article, found, "Chad")
    assert [place.explanation.is_mention for place in (*kept, *left)] == [True, True, False]
    said = seen(why.where_name_stands("x", [*kept, *left], str))
    assert said.index("Kept (2)") < said.index("Left out (1)")
    assert "Her brother Chad Smith" in said
    markup = why.where_name_stands("x", kept, str)
    assert "<b>" not in markup
    assert "&lt;b&gt;" in markup


def test_of_several_articles_each_place_says_which(article: Article) -> None:
    other = article_from_text("Lantern\n\nShips sail to Norway.", name="b.txt")
    places = [
        place
        for one in (article, other)
        for place in why.places_of(one, explain_article(one, LEXICON), "Norway")
    ]
    said = seen(why.where_name_stands("Norway", places, str))
    assert (said.count("Talks"), said.count("Lantern")) == (2, 1)
    assert "Talks" not in seen(why.where_name_stands("Norway", places[:2], str))


def test_a_name_that_stands_nowhere_and_articles_left_unread_are_told() -> None:
    said = seen(why.where_name_stands("<Kara>", [], str, unread=2))
    assert messages.NAME_NOWHERE.format(name="<Kara>") in said
    assert messages.NAME_UNREAD.format(articles="2 articles") in said


def test_decisions_on_a_sentence_come_in_its_order() -> None:
    text = "Her brother Chad Smith lives in Norway."
    markup = why.decisions_on(why.places_in(text, explain_text(text, LEXICON)), str)
    assert re.findall(r"<mark>(\w+)</mark>", markup) == ["Chad", "Norway"]
    assert seen(why.decisions_on([], str)) == messages.TRY_NONE


@pytest.mark.parametrize(
    ("probability", "said"), [(1.0, "over 99 %"), (0.0, "under 1 %"), (0.774, "77 %")]
)
def test_probabilities_are_in_per_cent_and_never_certain(probability: float, said: str) -> None:
    reasons = (Reason("a", 1.2),), (Reason("b", -0.3), Reason("c", -0.1))
    one = Explanation(0, 4, "Oslo", "oslo", "name", True, probability, *reasons)  # noqa: FBT003
    markup = why.decisions_on(why.places_in("Oslo", [one]), str)
    assert f"Kept: {said} likely to mean oslo. For: a +1.2 Against: b −0.3 ; c −0.1" in seen(markup)
