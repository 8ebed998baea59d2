"""The numbers of the articles, read and checked once for the season, cards and evidence."""

from collections.abc import Callable, Iterable, Sequence

from geo.escape import Markup
from geo.linker.claims.find import read_claims
from geo.linker.links import Link
from geo.linker.mentions import Mention
from geo.markup.season.claim_words import fact_of
from geo.markup.season.claims import Checked, Read, claims_fold
from geo.measure.claims.check import Checker
from geo.measure.claims.facts import Check, Fact
from geo.text.articles import Article, article_of
from pages import _cache, _state
from pages._context import PageContext

_KEY = "claims_read"
_MOST_KEPT = 300
"""Articles as read, each edit of a reader making another; beyond this the others are let go."""


def checker() -> Checker:
    """Return what checks the numbers of one reading: what it has measured bounds nobody else."""
    return Checker(
        _cache.catalogue(),
        _cache.waters(),
        _cache.traffic()[0],
        _cache.extents()[0],
        _cache.ways,
        frozenset(_cache.ports()),
    )


def read_articles(articles: Iterable[Article], links: Sequence[Link]) -> tuple[Read, ...]:
    """Return what was read in each article; kept in the session, as readers' texts are there only.

    Parameters
    ----------
    links
        The links of the articles, a reader's edits applied: who takes a mention away takes its
        claims away.
    """
    kept: dict[object, Read] = _state.stored(_KEY, {})
    made: dict[object, Read] = {}
    by_article: dict[str, list[Mention]] = {}
    for link in links:
        by_article.setdefault(article_of(link.passage), []).extend(link.mentions)
    check = checker().check
    for article in articles:
        mentions = sorted(by_article.get(article.id, ()), key=lambda one: one.start)
        key = article.id, article.sha256, tuple((m.start, m.target) for m in mentions)
        made[key] = kept.get(key) or _read(article, mentions, check)
    _state.store(_KEY, made if len(kept) > _MOST_KEPT else kept | made)
    return tuple(made.values())


def _read(article: Article, mentions: Sequence[Mention], check: Callable[[Fact], Check]) -> Read:
    passages = [(one.id, one.start, one.end) for one in article.passages if one.is_linked]
    found = read_claims(article.text, passages, mentions, article.date)
    checked = tuple(Checked(claim, article, check(fact_of(claim))) for claim in found.claims)
    return Read(article, checked, found.left)


def shown_claims(context: PageContext, feature: str = "") -> list[Checked]:
    """Return the numbers of the articles that the filter leaves, in order.

    Parameters
    ----------
    feature
        Where one is given, the numbers that are about it.
    """
    return [
        one
        for read in read_articles(context.articles, context.links)
        for one in read.checked
        if one.claim.subject == feature or (not feature and one.claim.subject in context.pane.shown)
    ]


def folds(context: PageContext, feature: str) -> dict[str, Markup]:
    """Return the fold of numbers on a feature's card, by its id; empty where nothing is said."""
    made = claims_fold(shown_claims(context, feature), context.name_of)
    return {feature: made} if made else {}
