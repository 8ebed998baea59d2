"""Articles as quotations: passages in HTML, each mention marked and leading to its feature.

The same markup serves the article column of the app and the page to take away. Every word of an
article passes `geo.escape`.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import quote

from geo import words
from geo.catalogue.kin import RELATIONS, Kin
from geo.escape import Markup, element, join
from geo.text.articles import Article, Passage
from geo.text.links import Link
from geo.text.mentions import Mention
from geo.text.review import READER
from geo.view import View, count_of, to_address

_FRAGMENT_WORDS = 6


@dataclass(frozen=True)
class Reading:
    """What a reader reads: articles, their links, and what is shown and lit of them.

    Attributes
    ----------
    articles, links
        In the order of the column.
    view
        The view; links in the markup lead to changes of it.
    shown
        Ids of features that the filter leaves; mentions of others are plain text.
    lit
        Ids that the selection lights.
    name_of
        Display name by id.
    address_of
        Where a link to a view leads: to the app, or within a page that stands alone.
    anchors
        Whether passages carry an `id`, so that such a page can lead to them.
    kin
        Groups, wholes, parts and disputes of features, by id.
    """

    articles: Sequence[Article]
    links: Sequence[Link]
    view: View
    shown: Collection[str]
    lit: Collection[str]
    name_of: Callable[[str], str]
    address_of: Callable[[View], str] = to_address
    anchors: bool = False
    kin: Mapping[str, Kin] = field(default_factory=dict)

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
        """Return the passages that name kin of the selected feature and not the feature itself.

        By relation, then by the kin's id, the most named first; kin that the filter hides is left
        out. A passage that names kin of two relations counts under the first of them only.
        """
        kin = self.kin.get(self.view.feature)
        if not kin:
            return {}
        taken = set(self.naming())
        found: dict[str, dict[str, tuple[str, ...]]] = {}
        for relation in RELATIONS:
            wanted = self._passages_of(set(kin.get(relation, ())) & set(self.shown), taken)
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

    So a count of mentions and the rows of a table of mentions are the same everywhere, and no link
    is without one.
    """
    if link.mentions:
        return link.mentions
    quote = article.quote(passage)
    return (Mention(passage.start, passage.end, quote, link.feature, kind, READER),)


def column(reading: Reading) -> Markup:
    """Return the article column.

    What decides the order: with a selected passage the article stands as it was written; with a
    selected feature alone, the passages that name it come first, then those that name its parts
    and what it is part of. Passages without a shown feature are folded away.
    """
    mentions = reading.mentions()
    first = {} if reading.view.passage else _first(reading)
    parts = [_article(article, reading, mentions, first) for article in reading.articles]
    return element("div", *parts, class_="column")


def _first(reading: Reading) -> Mapping[str, Collection[str]]:
    """Return the passages that come first, by the title above them, in order."""
    name = reading.name_of(reading.view.feature)
    related = reading.related()
    return {words.NAMING.format(name=name): reading.naming()} | {
        words.NAMING_KIN[relation].format(name=name): spread(those)
        for relation, those in related.items()
    }


def spread(passages: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """Return the passages of several features, each once."""
    return tuple(dict.fromkeys(passage for those in passages.values() for passage in those))


def _article(
    article: Article,
    reading: Reading,
    mentions: Mapping[str, list[Mention]],
    first: Mapping[str, Collection[str]],
) -> Markup:
    linked = [p for p in article.passages if p.is_linked]
    named = [p for p in linked if p.id in mentions]
    plain = [p for p in linked if p.id not in mentions]
    titled = {title: [p for p in named if p.id in ids] for title, ids in first.items()}
    taken = {p.id for those in titled.values() for p in those}
    rest = [p for p in named if p.id not in taken]

    def quotes(passages: Iterable[Passage]) -> list[Markup]:
        return [passage_quote(article, p, mentions.get(p.id, []), reading) for p in passages]

    body: list[Markup] = []
    for title, those in titled.items():
        if those:
            body += [element("h3", title), *quotes(those)]
    if taken and rest:
        body.append(element("h3", words.OTHERS))
    body += quotes(rest)
    if plain:
        summary = element("summary", words.FOLDED.format(count=len(plain)))
        body.append(element("details", summary, *quotes(plain), class_="folded"))
    return element("article", attribution(article), *body, data_article=article.id)


def attribution(article: Article) -> Markup:
    """Return headline, agency, publisher, date and a link to the publisher."""
    when = f"{article.date.day} {article.date:%B %Y}" if article.date else ""
    who = " · ".join(part for part in (article.agency, article.publisher, when) if part)
    line: list[object] = [who]
    if article.url.startswith(("https://", "http://")):
        read = words.READ_AT.format(publisher=article.publisher or words.THE_PUBLISHER)
        line += [" · ", external(read, article.url)]
    return element("header", element("h2", article.headline), element("p", *line, class_="by"))


def external(text: object, url: str) -> Markup:
    """Return a link that leaves the app, in a tab of its own."""
    return element("a", text, " ↗", href=url, target="_blank", rel="noopener noreferrer")


def passage_quote(
    article: Article, passage: Passage, mentions: Sequence[Mention], reading: Reading
) -> Markup:
    """Return a passage as a quotation, its mentions as links."""
    pieces: list[object] = []
    at = passage.start
    for mention in mentions:
        pieces += [article.text[at : mention.start], _mention(mention, passage, reading)]
        at = mention.end
    pieces.append(article.text[at : passage.end])
    is_current = passage.id == reading.view.passage
    if is_current and article.url:
        pieces += [" ", external(words.AT_PUBLISHER, text_fragment(article, passage))]
    lit = any(m.target in reading.lit for m in mentions)
    marks = " ".join(
        name for name, on in ((passage.role, True), ("lit", lit), ("current", is_current)) if on
    )
    return element(
        "blockquote",
        *pieces,
        class_=f"passage {marks}",
        id=f"p-{passage.id}" if reading.anchors else None,
        data_passage=passage.id,
        aria_current="true" if is_current else None,
    )


def _mention(mention: Mention, passage: Passage, reading: Reading) -> Markup:
    lit = " lit" if mention.target in reading.lit else ""
    there = reading.view.select(mention.target, passage=passage.id)
    return element(
        "a",
        mention.surface,
        class_=f"mention {mention.kind}{lit}",
        href=reading.address_of(there),
        title=f"{reading.name_of(mention.target)}: {mention.rule}",
        data_feature=mention.target,
        data_passage=passage.id,
    )


def text_fragment(article: Article, passage: Passage) -> str:
    """Return the publisher's address with a fragment that leads to the passage.

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
    reading: Reading, passages: Sequence[str] | None = None, *, most: int = 12
) -> Markup:
    """Return passages, those that name the selected feature unless told, as a list of links.

    Of more than `most` passages the first are listed, and how many follow is said.
    """
    texts = {p.id: (a, p) for a in reading.articles for p in a.passages}
    named = reading.naming() if passages is None else passages
    rows: list[Markup] = []
    for passage_id in named[:most]:
        article, passage = texts[passage_id]
        there = reading.view.select(reading.view.feature, passage=passage_id)
        link = element(
            "a",
            join("“", _shortened(article.quote(passage)), "”"),
            href=reading.address_of(there),
            data_feature=reading.view.feature,
            data_passage=passage_id,
            class_="to-passage",
        )
        rows.append(element("li", link))
    if len(named) > most:
        more = count_of(len(named) - most, "passage")
        rows.append(element("li", words.MORE_NAMING.format(passages=more), class_="small"))
    return element("ul", *rows, class_="passages") if rows else Markup("")


def naming_words(reading: Reading) -> list[str]:
    """Return how many passages name the selected feature, then its kin, as clauses of a sentence.

    The one source of these words and figures: card, page to take away and Evidence show them.
    """
    count = len(reading.naming())
    own = words.NAMED_IN if count else words.NOT_NAMED
    clauses = [own.format(passages=count_of(count, "passage"), verb=_verb(count))]
    return [
        *clauses,
        *(kin_words(relation, those, reading) for relation, those in reading.related().items()),
    ]


def kin_words(relation: str, passages: Mapping[str, Sequence[str]], reading: Reading) -> str:
    """Return how many passages name kin of one relation, and which kin."""
    count = len(spread(passages))
    known = {"passages": count_of(count, "passage"), "verb": _verb(count)}
    if len(passages) == 1:
        (kin,) = passages
        return words.KIN_NAMED[relation].format(name=reading.name_of(kin), **known)
    names = (f"{reading.name_of(kin)} ({len(those)})" for kin, those in passages.items())
    return words.KINS_NAMED[relation].format(names=", ".join(names), **known)


def _verb(count: int) -> str:
    return "names" if count == 1 else "name"


def _shortened(text: str, *, width: int = 90) -> str:
    return text if len(text) <= width else f"{text[:width].rsplit(' ', 1)[0]} …"
