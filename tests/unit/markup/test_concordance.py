"""The table of links: the words around each name, with the name marked."""

import re

from geo import messages
from geo.linker.links import Link
from geo.markup.concordance import concordance
from geo.markup.evidence import evidence_rows
from geo.markup.passages import ReadingPane
from geo.text.articles import Article, article_from_text
from geo.view import View

TEXT = "Talks <b>\n\nRussia and Norway met.\n\nCanada stayed away."
RUSSIA = Link("RU", "a.2", ())


def article() -> Article:
    return article_from_text(TEXT, name="a.txt")


def table(*, chosen: Link | None = None) -> str:
    one = article()
    links = [RUSSIA, Link("CA", "a.3", ())]
    pane = ReadingPane([one], links, View(), {"RU", "CA"}, (), {"RU": "<Russia>"}.get)  # type: ignore[arg-type]
    rows = evidence_rows([one], links, lambda _: True)
    return concordance(rows, pane, lambda _: "State", chosen=chosen)


def test_each_row_has_date_feature_quote_and_article() -> None:
    made = table()
    assert re.findall(r'role="columnheader" class="(\w+)"', made) == [
        *("date", "feature", "quote", "article")
    ]
    assert made.count('role="cell"') == 2 * 4
    assert messages.NO_DATE in made
    assert messages.PARAGRAPH_NUMBER.format(number=2) in made


def test_the_link_of_a_row_names_its_feature_and_passage() -> None:
    rows = re.findall(r"<a [^>]*>", table())
    assert ['data-feature="RU"' in row and 'data-passage="a.2"' in row for row in rows] == [
        *(True, False)
    ]


def test_only_the_chosen_link_is_marked_as_current() -> None:
    assert "aria-current" not in table()
    made = table(chosen=RUSSIA)
    assert made.count('aria-current="true"') == 1
    assert made.count("row-of-links chosen") == 1


def test_names_and_titles_are_escaped() -> None:
    made = table()
    assert "<Russia>" not in made
    assert "Talks <b>" not in made
