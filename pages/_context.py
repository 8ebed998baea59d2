"""What a page works with: the view, and everything that follows from it and from the caches."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from geo import words
from geo.catalogue.features import Catalogue
from geo.catalogue.records import Feature
from geo.draw.assets import Chart
from geo.draw.inventory import on_map
from geo.draw.layers import LAYERS
from geo.draw.palette import Palette
from geo.draw.scene import Scene, lit_by, make_scene
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
    def named_by_kin(self) -> frozenset[str]:
        """Ids of the features of which the articles name a group, a whole, a part or a dispute."""
        return frozenset(
            identity
            for identity, kin in self.catalogue.kin.items()
            if not self.named.isdisjoint(chain.from_iterable(kin.values()))
        )

    @cached_property
    def reading(self) -> Reading:
        """The articles as the column shows them; what is selected is shown whatever the filter."""
        return Reading(
            articles=self.articles,
            links=self.links,
            view=self.view,
            shown=self.visible | ({self.view.feature} if self.selected else set()),
            lit=lit_by(self.catalogue, self.view.feature)[:1],
            name_of=self.name_of,
            kin=self.catalogue.kin,
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

    def scene(self, chart: Chart, palette: Palette) -> Scene:
        """Return what a chart shows of the view."""
        return make_scene(
            self.catalogue,
            self.view,
            chart,
            palette=palette,
            visible=self.visible,
            named=self.named,
            look_number=_state.look_number(),
        )

    def sentence(self, scene: Scene) -> str:
        """Return the sentence that says what a scene shows.

        Routes and corridors are counted as the map draws them; one that the selection lights and
        the filter would not show is told apart.
        """
        drawn = [f for f in self.catalogue.features.values() if f.id in on_map(scene)]
        kinds = Counter(feature.kind for feature in drawn if feature.id in self.visible)
        articles, passages = self.reading.counts()
        is_outside = self.selected is not None and self.selected.id not in self.visible
        return describe(
            self.view,
            routes=kinds["route"],
            corridors=kinds["corridor"],
            articles=articles,
            passages=passages,
            nation_name=self.name_of,
            outside=self.name_of(self.view.feature) if is_outside else "",
        )


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
