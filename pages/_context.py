"""The context of a page: the view, and everything derived from it and the caches."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from geo import messages
from geo.catalogue.features import Catalogue
from geo.catalogue.records import Feature
from geo.draw.chart import Chart
from geo.draw.inventory import on_map
from geo.draw.layers import LAYERS
from geo.draw.scene import Scene, highlighted_by, make_scene
from geo.linker.links import Link
from geo.markup.excerpt import FIRST, Excerpt, excerpt
from geo.markup.passages import ReadingPane
from geo.measure.roles import Reasons, visible_features
from geo.sentences import describe
from geo.text.articles import Article, ArticleProblem, article_of
from geo.view import Known, View
from pages import _cache, _state, _user_articles

ARCTIC_STATES = ("CA", "DK", "FI", "IS", "NO", "RU", "SE", "US")
NEIGHBOUR = "CN"


@dataclass(frozen=True)
class PageContext:
    """One run's view with the catalogue, the chosen articles and what passes the filter."""

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
        """Ids of the features that pass the filter."""
        return visible_features(
            self.catalogue, self.reasons, self.view.nations, match=self.view.match
        )

    @cached_property
    def named(self) -> frozenset[str]:
        """Ids of the features that the articles name."""
        return frozenset(link.feature for link in self.links)

    @cached_property
    def named_by_relation(self) -> frozenset[str]:
        """Ids of the features whose group, whole, part or dispute the articles name."""
        return frozenset(
            identity
            for identity, related in self.catalogue.related_features.items()
            if not self.named.isdisjoint(chain.from_iterable(related.values()))
        )

    @cached_property
    def pane(self) -> ReadingPane:
        """The reading pane; the selection is shown whatever the filter."""
        return ReadingPane(
            articles=self.articles,
            links=self.links,
            view=self.view,
            shown=self.visible | ({self.view.feature} if self.selected else set()),
            highlighted=highlighted_by(self.catalogue, self.view.feature)[:1],
            name_of=self.name_of,
            related_features=self.catalogue.related_features,
        )

    @cached_property
    def excerpt(self) -> Excerpt:
        """The part of the articles that the column shows."""
        return excerpt(self.pane, max_articles=_state.stored("column_articles", FIRST))

    @property
    def selected(self) -> Feature | None:
        """The selected feature."""
        return self.catalogue.features.get(self.view.feature)

    @cached_property
    def kept(self) -> frozenset[str]:
        """Ids that belong to the selection and keep their colour on the map."""
        lit = highlighted_by(self.catalogue, self.view.feature)
        known = _cache.feature_companions()
        return frozenset(chain.from_iterable(known.get(identity, ()) for identity in lit))

    def name_of(self, identity: str) -> str:
        """Return a feature's display name, or the id where the catalogue has none."""
        feature = self.catalogue.features.get(identity)
        return feature.name if feature else identity

    def nations(self) -> list[str]:
        """Return the nations of the filter: the Arctic eight, China, then those named."""
        named = sorted((link for link in self.named if self._is_state(link)), key=self.name_of)
        wanted = [*ARCTIC_STATES, NEIGHBOUR, *named, *self.view.nations]
        return [code for code in dict.fromkeys(wanted) if code in self.catalogue.features]

    def _is_state(self, identity: str) -> bool:
        feature = self.catalogue.features.get(identity)
        return feature is not None and feature.kind == "state"

    def scene(self, chart: Chart) -> Scene:
        """Return what a chart shows of the view."""
        return make_scene(
            self.catalogue,
            self.view,
            chart,
            visible=self.visible,
            named=self.named,
            kept=self.kept,
            request=_state.camera_request(),
        )

    def sentence(self, scene: Scene) -> str:
        """Return the sentence that says what a scene shows.

        Routes and corridors are counted as the map draws them; one that is shown only because it is
        selected is counted separately.
        """
        counted = on_map(scene).keys() & self.visible
        kinds = Counter(f.kind for f in self.catalogue.features.values() if f.id in counted)
        articles, passages = self.pane.counts()
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


def open_context(page: str) -> PageContext:
    """Return the context of this run; syncs the view with the address."""
    catalogue = _cache.catalogue()
    collection = _user_articles.articles()
    view = _state.open_view(known_ids(catalogue, collection), page=page)
    articles, links = _chosen(collection, _user_articles.links(), view)
    _, problems = _cache.seeds()
    return PageContext(
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
    """Return the article chosen in the view, and that of its passage, with their links."""
    wanted = {view.article, article_of(view.passage)}
    articles = tuple(article for article in collection if article.id in wanted)
    if not view.article or not articles or len(articles) == len(collection):
        return collection, links
    return articles, tuple(link for link in links if article_of(link.passage) in wanted)


def empty_layers(catalogue: Catalogue) -> list[str]:
    """Return a notice for each default layer that is empty."""
    return [
        messages.EMPTY_LAYER.format(layer=layer.title)
        for layer in LAYERS
        if layer.on and not any(layer.holds(f) for f in catalogue.features.values())
    ]


def _message(problem: ArticleProblem) -> str:
    return problem.message


def known_ids(catalogue: Catalogue, articles: tuple[Article, ...]) -> Known:
    """Return the ids that are valid in an address."""
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
