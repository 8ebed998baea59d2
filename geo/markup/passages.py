"""Articles as quotations: passages in HTML, each mention a link to its feature.

The same markup serves the article column of the app and the standalone page. Every word of an
article passes `geo.escape`.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import quote

from geo import messages
from geo.catalogue.relations import RELATIONS, Related
from geo.escape import Markup, element, join
from geo.linker.edits import READER
from geo.linker.links import Link
from geo.linker.mentions import Mention
from geo.sentences import count_of, long_day, with_article
from geo.text.articles import Article, Passage
from geo.view import View, to_address

_FRAGMENT_WORDS = 6
_EXCERPT_CHARS = 90


@dataclass(frozen=True)
class ReadingPane:
    """The reading pane: articles, their links, and what is shown and highlighted.

    Attributes
    ----------
    articles, links
        In the order of the column.
    view
        The view; links in the markup lead to changes of it.
    shown
        Ids of features that the filter leaves; mentions of others are plain text.
    highlighted
        Ids that the selection highlights.
    name_of
        Display name by id.
    address_of
        Href of a view: in the app, or within a standalone page.
    anchors
        Whether passages carry an `id`, so that such a page can lead to them.
    related_features
        Groups, wholes, parts and disputes of features, by id.
    below
        What stands below a passage in the column, by the passage's id.
    folds
        What stands with the folds of a feature's card, by its id.
    """

    articles: Sequence[Article]
    links: Sequence[Link]
    view: View
    shown: Collection[str]
    highlighted: Collection[str]
    name_of: Callable[[str], str]
    address_of: Callable[[View], str] = to_address
    anchors: bool = False
    related_features: Mapping[str, Related] = field(default_factory=dict)
    below: Mapping[str, Markup] = field(default_factory=dict)
    folds: Mapping[str, Markup] = field(default_factory=dict)

    def mentions(self) -> Mapping[str, list[Mention]]:
        """Return the mentions of shown features by passage, in order."""
        found: dict[str, list[Mention]] = {}
        for link in self.links:
            if link.feature in self.shown:
                found.setdefault(link.passage, []).extend(link.mentions)
        return {key: sorted(those, key=lambda m: m.start) for key, those in found.items()}

    def naming(self) -> tuple[str, ...]:
        """Return the passages that name the selected feature, in the order of the articles."""
        feature = self.view.feature
        those = {link.passage for link in self.links if link.feature == feature}
        return tuple(p.id for a in self.articles for p in a.passages if p.id in those)

    def related(self) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
        """Return the passages that name what is related to the selected feature, and not itself.

        By relation, then by the id of that, the most named first; what the filter hides is left
        out. A passage that names features of two relations counts under the first of them only.
        """
        related = self.related_features.get(self.view.feature)
        if not related:
            return {}
        taken = set(self.naming())
        found: dict[str, dict[str, tuple[str, ...]]] = {}
        for relation in RELATIONS:
            wanted = self._passages_of(set(related.get(relation, ())) & set(self.shown), taken)
            if wanted:
                found[relation] = wanted
                taken |= {passage for those in wanted.values() for passage in those}
        return found

    def _passages_of(
        self, features: Collection[str], taken: Collection[str]
    ) -> dict[str, tuple[str, ...]]:
        if not features:
            return {}
        by_passage: dict[str, list[str]] = {}
        for link in self.links:
            if link.feature in features and link.passage not in taken:
                by_passage.setdefault(link.passage, []).append(link.feature)
        found: dict[str, list[str]] = {}
        for article in self.articles:
            for passage in article.passages:
                for feature in by_passage.get(passage.id, ()):
                    found.setdefault(feature, []).append(passage.id)
        most = sorted(found.items(), key=lambda entry: -len(entry[1]))
        return {feature: tuple(passages) for feature, passages in most}

    def counts(self) -> tuple[int, int]:
        """Return the number of articles and of passages that name a shown feature."""
        passages = self.mentions()
        articles = [a for a in self.articles if any(p.id in passages for p in a.passages)]
        return len(articles), len(passages)


def mentions_of(
    link: Link, article: Article, passage: Passage, *, kind: str = ""
) -> tuple[Mention, ...]:
    """Return the mentions of a link; of one that a reader added without words, the whole passage.

    So counts of mentions agree with the rows of tables of mentions, and every link has one.
    """
    if link.mentions:
        return link.mentions
    quote = article.quote(passage)
    return (Mention(passage.start, passage.end, quote, link.feature, kind, READER),)


def column(pane: ReadingPane) -> Markup:
    """Return the article column, in the order of the articles.

    Passages without a shown feature are folded away.
    """
    mentions = pane.mentions()
    parts = [_article(article, pane, mentions) for article in pane.articles]
    about = messages.FOLLOW_READING_HELP
    follow = element("p", messages.FOLLOW_READING, class_="follow", title=about)
    return element("div", follow, *parts, class_="column")


def sections(pane: ReadingPane) -> list[tuple[str, tuple[str, ...]]]:
    """Return the passages that come first in the column, by section title, in order.

    With a selected passage the article keeps its order; with a selected feature alone, the passages
    that name it come first, then those that name its parts and what it is part of.
    """
    if pane.view.passage:
        return []
    name = with_article(pane.name_of(pane.view.feature))
    found = [(messages.NAMING.format(name=name), pane.naming())]
    found += [
        (messages.NAMING_RELATED[relation].format(name=name), unique_passages(those))
        for relation, those in pane.related().items()
    ]
    return [(title, passages) for title, passages in found if passages]


def unique_passages(passages: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """Return the passages of several features without duplicates."""
    return tuple(dict.fromkeys(passage for those in passages.values() for passage in those))


def _article(article: Article, pane: ReadingPane, mentions: Mapping[str, list[Mention]]) -> Markup:
    linked = body_passages(article)
    named = [p for p in linked if p.id in mentions]
    plain = [p for p in linked if p.id not in mentions]

    def quotes(passages: Iterable[Passage]) -> list[Markup]:
        return [passage_quote(article, p, mentions.get(p.id, []), pane) for p in passages]

    body = quotes(named)
    if plain:
        summary = element(
            "summary", messages.FOLDED.format(paragraphs=count_of(len(plain), "more paragraph"))
        )
        body.append(element("details", summary, *quotes(plain), class_="folded"))
    return element("article", article_head(article, pane, mentions), *body, data_article=article.id)


def body_passages(article: Article) -> list[Passage]:
    """Return the linked passages that stand below an article's head."""
    title = _title_of(article)
    return [p for p in article.passages if p.is_linked and p is not title]


def article_head(
    article: Article, pane: ReadingPane, mentions: Mapping[str, list[Mention]]
) -> Markup:
    """Return an article's head, in which the headline stands once: with its mentions, if linked."""
    title = _title_of(article)
    if title is None:
        return attribution(article)
    quoted = passage_quote(article, title, mentions.get(title.id, []), pane, is_title=True)
    return attribution(article, quoted)


def _title_of(article: Article) -> Passage | None:
    """Return the passage that is the headline, unless the reader has corrected it."""
    return next(
        (
            passage
            for passage in article.passages
            if passage.role == "headline" and article.quote(passage) == article.headline
        ),
        None,
    )


def attribution(article: Article, title: Markup | None = None) -> Markup:
    """Return headline, agency, publisher, date and a link to the publisher.

    Parameters
    ----------
    title
        The headline as a quotation; its plain words by default.
    """
    when = long_day(article.date) if article.date else ""
    who = " · ".join(part for part in (article.agency, article.publisher, when) if part)
    line: list[object] = [who]
    if article.url.startswith(("https://", "http://")):
        read = messages.READ_AT.format(publisher=article.publisher or messages.THE_PUBLISHER)
        line += [" · ", external(read, article.url)]
    head = element("h2", article.headline) if title is None else title
    return element("header", head, element("p", *line, class_="by"))


def external(text: object, url: str) -> Markup:
    """Return an external link, opened in a new tab."""
    return element("a", text, " ↗", href=url, target="_blank", rel="noopener noreferrer")


def passage_quote(
    article: Article,
    passage: Passage,
    mentions: Sequence[Mention],
    pane: ReadingPane,
    *,
    is_title: bool = False,
) -> Markup:
    """Return a passage as a quotation, its mentions as links; or as the title of its article."""
    pieces: list[object] = []
    at = passage.start
    for mention in mentions:
        pieces += [article.text[at : mention.start], _mention(mention, passage, pane)]
        at = mention.end
    pieces.append(article.text[at : passage.end])
    is_current = passage.id == pane.view.passage
    if article.url:  # shown with the current passage only
        there = external(messages.AT_PUBLISHER, text_fragment(article, passage))
        pieces.append(element("span", " ", there, class_="at-publisher"))
    pieces.append(pane.below.get(passage.id))
    highlighted = any(m.target in pane.highlighted for m in mentions)
    marks = " ".join(
        name
        for name, on in ((passage.role, True), ("lit", highlighted), ("current", is_current))
        if on
    )
    return element(
        "blockquote",
        *pieces,
        class_=f"passage {marks}",
        id=f"p-{passage.id}" if pane.anchors else None,
        data_passage=passage.id,
        role="heading" if is_title else None,
        aria_level="2" if is_title else None,
        aria_current="true" if is_current else None,
    )


def _mention(mention: Mention, passage: Passage, pane: ReadingPane) -> Markup:
    highlighted = " lit" if mention.target in pane.highlighted else ""
    there = pane.view.select(mention.target, passage=passage.id)
    return element(
        "a",
        mention.surface,
        class_=f"mention {mention.kind}{highlighted}",
        href=pane.address_of(there),
        title=found_by(pane.name_of(mention.target), [mention.rule]),
        data_feature=mention.target,
        data_passage=passage.id,
    )


def found_by(name: str, rules: Iterable[str]) -> str:
    """Return a feature's name and, where it is not simply named, what it was found by."""
    words = rule_words(rules)
    return (
        name
        if words == messages.RULES["name"]
        else messages.FOUND_BY.format(name=name, rules=words)
    )


def rule_words(rules: Iterable[str]) -> str:
    """Return in words what the linker's rules found something by."""
    return ", ".join(dict.fromkeys(messages.RULES.get(rule, rule) for rule in rules))


def text_fragment(article: Article, passage: Passage) -> str:
    """Return the publisher's URL with a text fragment of the passage.

    Source: URL Fragment Text Directives, https://wicg.github.io/scroll-to-text-fragment/ ; first
    and last words, percent-encoded, hyphens too.
    """
    spoken = article.quote(passage).split()
    ends = (
        [spoken]
        if len(spoken) <= 2 * _FRAGMENT_WORDS
        else [spoken[:_FRAGMENT_WORDS], spoken[-_FRAGMENT_WORDS:]]
    )
    encoded = ",".join(quote(" ".join(part), safe="").replace("-", "%2D") for part in ends)
    return f"{article.url.split('#')[0]}#:~:text={encoded}"


def naming_list(
    pane: ReadingPane, passages: Sequence[str] | None = None, *, max_passages: int = 12
) -> Markup:
    """Return passages, by default those that name the selected feature, as a list of links.

    Of more than `max_passages` passages the first are listed, with the number of others.
    """
    texts = {p.id: (a, p) for a in pane.articles for p in a.passages}
    named = pane.naming() if passages is None else passages
    rows: list[Markup] = []
    for passage_id in named[:max_passages]:
        article, passage = texts[passage_id]
        there = pane.view.select(pane.view.feature, passage=passage_id)
        link = element(
            "a",
            join("“", _shortened(article.quote(passage)), "”"),
            href=pane.address_of(there),
            data_feature=pane.view.feature,
            data_passage=passage_id,
            class_="to-passage",
        )
        rows.append(element("li", link))
    if len(named) > max_passages:
        more = count_of(len(named) - max_passages, "more passage")
        rows.append(element("li", messages.MORE_NAMING.format(passages=more), class_="small"))
    return element("ul", *rows, class_="passages") if rows else Markup("")


def naming_words(pane: ReadingPane) -> list[str]:
    """Return how many passages name the selection, then what is related, as clauses of a sentence.

    The single source of these texts and figures for card, standalone page and Evidence.
    """
    count = len(pane.naming())
    own = messages.NAMED_IN if count else messages.NOT_NAMED
    clauses = [own.format(passages=count_of(count, "passage"))]
    return [
        *clauses,
        *(related_words(relation, those, pane) for relation, those in pane.related().items()),
    ]


def related_words(relation: str, passages: Mapping[str, Sequence[str]], pane: ReadingPane) -> str:
    """Return how many passages name features of one relation, and which."""
    count = len(unique_passages(passages))
    known = {"passages": count_of(count, "passage"), "verb": _verb(count)}
    if len(passages) == 1:
        (related,) = passages
        name = with_article(pane.name_of(related))
        return messages.RELATED_NAMED[relation].format(name=name, **known)
    names = (f"{pane.name_of(related)} ({len(those)})" for related, those in passages.items())
    return messages.SEVERAL_RELATED_NAMED[relation].format(names=", ".join(names), **known)


def _verb(count: int) -> str:
    return "mentions" if count == 1 else "mention"


def _shortened(text: str) -> str:
    if len(text) <= _EXCERPT_CHARS:
        return text
    return f"{text[:_EXCERPT_CHARS].rsplit(' ', 1)[0]} …"
