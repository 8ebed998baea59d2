"""What a page works with: the view, and everything that follows from it and from the caches."""

from dataclasses import dataclass
from functools import cached_property

from geo import words
from geo.catalogue.features import Catalogue
from geo.catalogue.records import Feature
from geo.draw.layers import LAYERS, layer_of, layers_on
from geo.draw.scene import lit_by
from geo.exchange.portion import FIRST, Portion, portion
from geo.exchange.quotes import Reading
from geo.measure.roles import Reasons, visible_features
from geo.text.articles import Article, ArticleProblem
from geo.text.links import Link
from geo.view import Known, View, describe
from pages import _cache, _shelf, _state

ARCTIC_STATES = ("CA", "DK", "FI", "IS", "NO", "RU", "SE", "US")
NEIGHBOUR = "CN"


@dataclass(frozen=True)
class Desk:
    """One run's view with the catalogue, the articles chosen and what the filter leaves of them."""

    view: View
    catalogue: Catalogue
    reasons: Reasons
    articles: tuple[Article, ...]
    links: tuple[Link, ...]
    problems: tuple[str, ...]
    collection: tuple[Article, ...] = ()
    """All articles, of which the view may choose one."""

    @cached_property
    def visible(self) -> frozenset[str]:
        """Ids of the features that the filter leaves."""
        return visible_features(
            self.catalogue, self.reasons, self.view.nations, match=self.view.match
        )

    @cached_property
    def named(self) -> frozenset[str]:
        """Ids of the features that the articles name."""
        return frozenset(link.feature for link in self.links)

    @cached_property
    def reading(self) -> Reading:
        """The articles as the column shows them."""
        return Reading(
            articles=self.articles,
            links=self.links,
            view=self.view,
            shown=self.visible,
            lit=lit_by(self.catalogue, self.view.feature)[:1],
            name_of=self.name_of,
        )

    @cached_property
    def portion(self) -> Portion:
        """The part of the articles that the column shows."""
        return portion(self.reading, most=_state.kept("column_articles", FIRST))

    @property
    def selected(self) -> Feature | None:
        """The selected feature."""
        return self.catalogue.features.get(self.view.feature)

    def name_of(self, identity: str) -> str:
        """Return a feature's display name, or the id where the catalogue has none."""
        feature = self.catalogue.features.get(identity)
        return feature.name if feature else identity

    def nations(self) -> list[str]:
        """Return the nations to choose from: the Arctic eight, China, then those named."""
        named = sorted((link for link in self.named if self._is_state(link)), key=self.name_of)
        wanted = [*ARCTIC_STATES, NEIGHBOUR, *named, *self.view.nations]
        return [code for code in dict.fromkeys(wanted) if code in self.catalogue.features]

    def _is_state(self, identity: str) -> bool:
        feature = self.catalogue.features.get(identity)
        return feature is not None and feature.kind == "state"

    def drawn_of(self, kind: str) -> int:
        """Return how many features of a kind the map draws under the filter and the layers."""
        on = layers_on(self.view.shown, self.view.hidden)
        return sum(
            feature.id in self.visible and layer_of(feature).id in on
            for feature in self.catalogue.of_kind(kind)
        )

    def sentence(self) -> str:
        """Return the sentence that says what is shown."""
        articles, passages = self.reading.counts()
        return describe(
            self.view,
            routes=self.drawn_of("route"),
            corridors=self.drawn_of("corridor"),
            articles=articles,
            passages=passages,
            nation_name=self.name_of,
        )

    def groups_with(self, identity: str) -> list[str]:
        """Return the groups that hold a feature and that the articles name."""
        return [
            feature.id
            for feature in self.catalogue.features.values()
            if identity in feature.members and feature.id in self.named
        ]


def open_desk(page: str) -> Desk:
    """Return the desk of this run; reads the address, and brings it into line with the view."""
    catalogue = _cache.catalogue()
    collection = _shelf.articles()
    view = _state.open_view(known_ids(catalogue, collection), page=page)
    articles, links = _chosen(collection, _shelf.links(), view)
    _, problems = _cache.seeds()
    return Desk(
        view=view,
        catalogue=catalogue,
        reasons=_cache.reasons(),
        articles=articles,
        links=links,
        problems=(
            *(_cache.data_problems() or empty_layers(catalogue)),
            *(_message(problem) for problem in problems),
        ),
        collection=collection,
    )


def _chosen(
    collection: tuple[Article, ...], links: tuple[Link, ...], view: View
) -> tuple[tuple[Article, ...], tuple[Link, ...]]:
    """Return the article that the view chooses, and that of its passage, with their links."""
    wanted = {view.article, view.passage.rpartition(".")[0]}
    articles = tuple(article for article in collection if article.id in wanted)
    if not view.article or not articles or len(articles) == len(collection):
        return collection, links
    return articles, tuple(link for link in links if link.passage.rpartition(".")[0] in wanted)


def empty_layers(catalogue: Catalogue) -> list[str]:
    """Return a sentence for each layer that is on by default and holds nothing."""
    return [
        words.EMPTY_LAYER.format(layer=layer.title)
        for layer in LAYERS
        if layer.on and not any(layer.holds(f) for f in catalogue.features.values())
    ]


def _message(problem: ArticleProblem) -> str:
    return problem.message


def known_ids(catalogue: Catalogue, articles: tuple[Article, ...]) -> Known:
    """Return the ids that an address may name."""
    return Known(
        nations=[feature.id for feature in catalogue.of_kind("state")],
        features=catalogue.features,
        passages={passage.id for article in articles for passage in article.passages},
        articles={article.id for article in articles},
        layers=[layer.id for layer in LAYERS],
        variants={
            feature.id: [variant.slug for variant in feature.variants]
            for feature in catalogue.features.values()
        },
    )
