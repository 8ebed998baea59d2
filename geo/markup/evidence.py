"""The evidence behind the map: links as rows, and aggregates."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from geo import messages
from geo.escape import Markup, element, join
from geo.linker.edits import READER
from geo.linker.links import Link
from geo.linker.mentions import Mention
from geo.markup.passages import (
    ReadingPane,
    article_head,
    attribution,
    body_passages,
    found_by,
    mentions_of,
    passage_quote,
    related_words,
)
from geo.sentences import count_of
from geo.text.articles import Article, Passage
from geo.view import to_address

MAX_FEATURES_FOR_PAIRS = 30
"""A passage that names more features than this is a list; it does not count for pairs."""
MAX_PAIRS = 50
_AROUND = 60
_LONGEST_QUOTE = 260
_SPACES = re.compile(r"[ \t\n\r\f\v]+")


@dataclass(frozen=True)
class Row:
    """One link with its passage and article."""

    link: Link
    article: Article
    passage: Passage
    number: int

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules that found its mentions; `reader` for a link added by a reader."""
        return tuple(dict.fromkeys(m.rule for m in self.link.mentions)) or (READER,)

    @property
    def rule(self) -> str:
        """Its rules as one word or more for tables."""
        return ", ".join(self.rules)

    @property
    def place(self) -> str:
        """Where the passage stands in its article, in words."""
        return place_in_article(self.article, self.passage)

    @property
    def mentions(self) -> int:
        """The number of the link's mentions: its rows in a table of mentions."""
        return len(mentions_of(self.link, self.article, self.passage))

    @property
    def quote(self) -> str:
        """The passage around the mentions, each between « and »."""
        return marked_quote(self.article.text, self.passage, self.link.mentions)

    def cells(self, name_of: Callable[[str], str], kind_of: Callable[[str], str]) -> dict[str, str]:
        """Return the row as text by the fields of `geo.messages.EVIDENCE_COLUMNS`."""
        date = self.article.date.isoformat() if self.article.date else ""
        return {
            "feature": name_of(self.link.feature),
            "quote": self.quote,
            "article": self.article.headline,
            "date": date,
            "passage": str(self.number),
            "kind": kind_of(self.link.feature),
            "rule": self.rule,
        }


def place_in_article(article: Article, passage: Passage) -> str:
    """Return where a passage stands: the headline, at a picture, or a paragraph by its number."""
    beside = messages.PICTURE_PASSAGES
    body = body_passages(article)
    if passage not in body:
        return messages.HEADLINE_PASSAGE
    if passage.role in beside:
        return beside[passage.role]
    paragraphs = [one for one in body if one.role not in beside]
    return messages.PARAGRAPH_NUMBER.format(number=paragraphs.index(passage) + 1)


def marked_quote(text: str, passage: Passage, mentions: Sequence[Mention]) -> str:
    """Return the context of a passage's mentions on one line, each mention marked."""
    pieces = quote_pieces(text, passage, mentions)
    return "".join(f"«{piece}»" if is_mention else piece for piece, is_mention in pieces)


def quote_pieces(
    text: str, passage: Passage, mentions: Sequence[Mention]
) -> list[tuple[str, bool]]:
    """Return the context of a passage's mentions on one line, cut at words on both sides.

    Each piece comes with whether it is a mention; mentions beyond the cut are plain words.
    """
    first = mentions[0].start if mentions else passage.start
    last = mentions[-1].end if mentions else passage.start
    start = _word_start(text, max(passage.start, first - _AROUND), passage.start)
    most = min(max(last + _AROUND, start + 2 * _AROUND), start + _LONGEST_QUOTE)
    end = _word_end(text, most, passage.end)
    pieces = [("… ", False)] if start > passage.start else []
    at = start
    for mention in mentions:
        if mention.end <= end:
            pieces += [(text[at : mention.start], False), (mention.surface, True)]
            at = mention.end
    pieces += [(text[at:end], False), ("\u00a0…" if end < passage.end else "", False)]
    return _on_one_line(pieces)


def _on_one_line(pieces: Iterable[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """Return the pieces without empty ones, each run of white space as one space."""
    said = [(_SPACES.sub(" ", text), is_mention) for text, is_mention in pieces]
    return [piece for piece in said if piece[0]]


def _word_end(text: str, at: int, end: int) -> int:
    """Return the end of the word before an offset, or the end of the passage."""
    if at >= end:
        return end
    cut = max(text.rfind(sign, 0, at + 1) for sign in " \n\t")
    return cut if cut > at - _AROUND // 2 else at


def _word_start(text: str, at: int, start: int) -> int:
    """Return the start of the word at an offset, at most a few letters back."""
    for offset in range(at, max(start, at - _AROUND), -1):
        if text[offset - 1].isspace():
            return offset
    return max(start, at - _AROUND) if at - start <= _AROUND else at


def quoted_link(row: Row, pane: ReadingPane) -> Markup:
    """Return a link's passage with its mentions highlighted, its attribution and its rule."""
    feature = row.link.feature
    pane = replace(pane, highlighted=(feature,))
    mentions = pane.mentions()
    about = element("p", found_by(pane.name_of(feature), row.rules), class_="small")
    if row.passage not in body_passages(row.article):
        head = article_head(row.article, pane, mentions)
        return element("article", head, about, class_="link")
    quote = passage_quote(row.article, row.passage, mentions.get(row.passage.id, []), pane)
    return element("article", attribution(row.article), quote, about, class_="link")


def evidence_rows(
    articles: Iterable[Article], links: Iterable[Link], shown: Callable[[str], bool]
) -> list[Row]:
    """Return a row for each link of a feature that is shown, in the order of the articles."""
    by_passage: dict[str, list[Link]] = {}
    for link in links:
        if shown(link.feature):
            by_passage.setdefault(link.passage, []).append(link)
    return [
        Row(link, article, passage, number)
        for article in articles
        for number, passage in enumerate(article.passages, 1)
        for link in by_passage.get(passage.id, ())
    ]


def search_rows(rows: Iterable[Row], wanted: str, name_of: Callable[[str], str]) -> list[Row]:
    """Return the rows that contain every search word, ignoring case."""
    words_wanted = wanted.casefold().split()
    if not words_wanted:
        return list(rows)

    def holds(row: Row) -> bool:
        about = (row.article.headline, name_of(row.link.feature), row.link.feature, row.rule)
        text = f"{row.article.quote(row.passage)} {' '.join(about)}".casefold()
        return all(word in text for word in words_wanted)

    return [row for row in rows if holds(row)]


def related_rows(rows: Iterable[Row], pane: ReadingPane) -> dict[str, list[Row]]:
    """Return by relation the rows of passages that name related features, not the selection."""
    found: dict[str, list[Row]] = {}
    rows = list(rows)
    for relation, related in pane.related().items():
        wanted = {(feature, passage) for feature, those in related.items() for passage in those}
        found[relation] = [row for row in rows if (row.link.feature, row.passage.id) in wanted]
    return {relation: those for relation, those in found.items() if those}


def evidence_sentence(
    own: Sequence[Row], related: Mapping[str, Sequence[Row]], pane: ReadingPane
) -> str:
    """Return how many links and mentions there are, then how many passages name what is related."""
    clauses = [
        messages.EVIDENCE_NONE
        if not own
        else messages.EVIDENCE_SENTENCE.format(
            links=count_of(len(own), "link").capitalize(),
            articles=count_of(len({row.article.id for row in own}), "article"),
            mentions=count_of(sum(row.mentions for row in own), "mention"),
            features=count_of(len({row.link.feature for row in own}), "feature"),
        )
    ]
    for relation, rows in related.items():
        passages: dict[str, list[str]] = {}
        for row in rows:
            passages.setdefault(row.link.feature, []).append(row.passage.id)
        clauses.append(related_words(relation, passages, pane))
    return f"{'; '.join(clauses)}."


def counts(rows: Iterable[Row]) -> list[tuple[str, int, int]]:
    """Return feature, passages and articles that name it, the most named first."""
    passages: Counter[str] = Counter()
    articles: dict[str, set[str]] = {}
    for row in rows:
        passages[row.link.feature] += 1
        articles.setdefault(row.link.feature, set()).add(row.article.id)
    return [(feature, number, len(articles[feature])) for feature, number in passages.most_common()]


def pairs(rows: Iterable[Row], *, feature: str = "") -> list[tuple[str, str, int]]:
    """Return two features and the number of passages that name both, the most frequent first.

    Passages that name more than `MAX_FEATURES_FOR_PAIRS` features are skipped.

    Parameters
    ----------
    feature
        Where one is given, the pairs that it is part of, it first.
    """
    named: dict[str, list[str]] = {}
    for row in rows:
        named.setdefault(row.passage.id, []).append(row.link.feature)
    together: Counter[tuple[str, str]] = Counter()
    for features in named.values():
        if len(features) > MAX_FEATURES_FOR_PAIRS:
            continue
        if not feature:
            together.update(combinations(sorted(features), 2))
        elif feature in features:
            together.update((feature, other) for other in sorted(features) if other != feature)
    return [(one, other, number) for (one, other), number in together.most_common(MAX_PAIRS)]


def bar_table(
    heads: Sequence[str], rows: Iterable[tuple[Sequence[object], int]], *, caption: str
) -> Markup:
    """Return a table whose last column is a number with a proportional bar.

    Parameters
    ----------
    heads
        Titles of the columns, the number's last.
    rows
        The cells before the number, text or `Markup`, and the number.
    """
    entries = list(rows)
    largest = max((number for _, number in entries), default=1)
    body = [
        element(
            "tr",
            element("th", cells[0], scope="row"),
            *(element("td", cell) for cell in cells[1:]),
            element("td", number, class_="number"),
            element("td", _bar(100 * number / largest), class_="bar-cell", aria_hidden="true"),
        )
        for cells, number in entries
    ]
    head = [element("th", title, scope="col") for title in heads]
    return element(
        "table",
        element("thead", element("tr", *head, element("td", aria_hidden="true"))),
        element("tbody", *body),
        class_="bars",
        aria_label=caption,
    )


def _bar(percent: float) -> Markup:
    return element("span", class_="bar", width_percent=percent)


def feature_link(identity: str, pane: ReadingPane) -> Markup:
    """Return a feature's name as a link that selects it."""
    return element(
        "a",
        pane.name_of(identity),
        href=to_address(pane.view.select(identity)),
        data_feature=identity,
    )


def edit_words(action: str, feature: str, to: str) -> str:
    """Return one sentence on an edit, with names instead of ids."""
    return messages.EDITS[action].format(feature=feature, to=to)


def unnamed(kinds: Mapping[str, list[str]], pane: ReadingPane) -> Markup:
    """Return lists of features that no passage names, under the title of their kind."""
    parts = [
        element(
            "details",
            element("summary", f"{messages.KINDS.get(kind, kind)} ({len(identities)})"),
            element(
                "ul",
                *(element("li", feature_link(identity, pane)) for identity in identities),
                class_="row",
            ),
            class_="fold",
        )
        for kind, identities in kinds.items()
    ]
    return join(*parts)
