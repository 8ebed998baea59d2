"""The context of a page: the view, and everything derived from it and the caches."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cached_property
from itertools import chain

from geo import messages
from geo.catalogue.features import Catalogue
from geo.catalogue.records import Feature
from geo.catalogue.relations import highlighted_by
from geo.catalogue.viewpoints import viewpoint_name, viewpoint_sentence
from geo.draw.chart import Chart
from geo.draw.inventory import on_map
from geo.draw.layers import LAYERS, layer_of
from geo.draw.scene import IceShown, Scene, make_scene
from geo.linker.links import Link
from geo.markup.excerpt import FIRST, Excerpt, excerpt
from geo.markup.passages import ReadingPane
from geo.markup.tour import Step, tour_steps
from geo.markup.voyages.offers import passage_offers
from geo.measure.companions import belonging_to
from geo.measure.roles import Reasons, looser_filters, nations_with_roles, visible_features
from geo.sentences import counted_words, describe, describe_selected
from geo.text.articles import Article, ArticleProblem, article_of
from geo.view import START, Known, View
from pages import _cache, _state, _user_articles

ARCTIC_STATES = ("CA", "DK", "FI", "IS", "NO", "RU", "SE", "US")
CHIPS = (*ARCTIC_STATES, "CN")
"""The nations that the filter always offers first."""
_WITH_VIEWPOINT = ("atlas", "share")
"""The pages that show a view's borders, and say whose they are."""


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
    known: Known = field(default_factory=Known)
    """The ids that are valid in an address."""
    steps: Mapping[str, Step] = field(default_factory=dict)
    """The steps of the guided tour, by number."""

    @cached_property
    def visible(self) -> frozenset[str]:
        """Ids of the features that pass the filter."""
        view = self.view
        return visible_features(
            self.catalogue, self.reasons, view.nations, match=view.match, role=view.role
        )

    @property
    def looser(self) -> dict[str, dict[str, str]]:
        """What to change of a filter that leaves nothing; empty where it leaves some."""
        view = self.view
        if self.visible:
            return {}
        return looser_filters(
            self.catalogue, self.reasons, view.nations, match=view.match, role=view.role
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
            view=self.view.plain,
            shown=self.visible | ({self.view.feature} if self.selected else set()),
            highlighted=highlighted_by(self.catalogue.features, self.view.feature)[:1],
            name_of=self.name_of,
            related_features=self.catalogue.related_features,
        )

    @cached_property
    def excerpt(self) -> Excerpt:
        """The part of the articles that the column shows."""
        return excerpt(self.pane, max_articles=_state.stored("column_articles", FIRST))

    @property
    def unselected_pane(self) -> ReadingPane:
        """What the column shows, without the marks of a selection: the browser sets those.

        In a frame on another site there is no room for another page, so no voyages are offered.
        """
        articles, ends = self.excerpt.pane.articles, _cache.voyage_ends()
        offers = {} if _state.is_embedded() else passage_offers(articles, self.links, ends)
        return replace(
            self.excerpt.pane,
            view=self.view.select(""),
            highlighted=(),
            related_features={},
            below=offers,
        )

    @property
    def selected(self) -> Feature | None:
        """The selected feature."""
        return self.catalogue.features.get(self.view.feature)

    @cached_property
    def kept(self) -> frozenset[str]:
        """Ids that belong to the selection and keep their colour on the map."""
        lit = highlighted_by(self.catalogue.features, self.view.feature)
        return belonging_to(_cache.feature_companions(), lit, self.view.variant)

    def name_of(self, identity: str) -> str:
        """Return a feature's display name, or the id where the catalogue has none."""
        feature = self.catalogue.features.get(identity)
        return feature.name if feature else identity

    def viewpoint_name(self, viewpoint: str) -> str:
        """Return the name of a viewpoint in the choice of them."""
        if not viewpoint:
            return messages.BORDERS_DEFAULT
        return viewpoint_name(viewpoint, self.catalogue.features)

    def first_nations(self) -> list[str]:
        """Return the nations that always have a chip; a damaged catalogue may lack some."""
        return [code for code in CHIPS if code in self.catalogue.features]

    def other_nations(self) -> list[str]:
        """Return the nations of the filter beside those that always have a chip, by name.

        They are those with a role in anything, those that the articles name and those chosen.
        """
        wanted = {*nations_with_roles(self.reasons), *self.named, *self.view.nations}
        states = filter(self._is_state, wanted - set(CHIPS))
        return sorted(states, key=self.name_of)

    def _is_state(self, identity: str) -> bool:
        feature = self.catalogue.features.get(identity)
        return feature is not None and feature.kind == "state"

    @cached_property
    def ice(self) -> IceShown:
        """The months of the ice: the newest article's, or today's, unless a reader chooses one."""
        newest = max((one.date for one in self.articles if one.date), default=None)
        marked = (newest or datetime.now(UTC).date()).month
        return IceShown(self.view.month or marked, marked, "article" if newest else "today")

    def scene(self, chart: Chart) -> Scene:
        """Return what a chart shows of the view."""
        scene = make_scene(
            self.catalogue,
            self.view,
            chart,
            visible=self.visible,
            named=self.named,
            kept=self.kept,
            request=_state.camera_request(),
        )
        return replace(scene, ice=self.ice)

    def sentence(self, scene: Scene) -> str:
        """Return the sentence above the articles: what passes the filter, and what is selected.

        Without a filter a selection alone is spoken of, else what the map shows.
        """
        if self.selected is None:
            return self.map_sentence(scene)
        own = describe_selected(
            self.selected.name,
            mentions=len(self.pane.naming()),
            articles=len(self.articles),
        )
        return f"{self.map_sentence(scene)} {own}" if self.view.is_filtered else own

    def map_sentence(self, scene: Scene) -> str:
        """Return the sentence that says what a scene shows, or what passes the filter.

        Without a filter routes and corridors are counted as the map draws them; one that is shown
        only because it is selected is named separately. Another viewpoint than the default is
        named at the end.
        """
        counted = self.visible if self.view.is_filtered else on_map(scene).keys() & self.visible
        found = Counter(self._word(self.catalogue.features[identity]) for identity in counted)
        articles, passages = self.pane.counts()
        is_outside = self.selected is not None and self.selected.id not in self.visible
        said = describe(
            self.view,
            {word: found[word] for word in counted_words(self.view.role)},
            articles=articles,
            passages=passages,
            nation_name=self.name_of,
            outside=self.name_of(self.view.feature) if is_outside else "",
            is_empty=not self.visible,
        )
        whose = viewpoint_sentence(self.catalogue)
        return f"{said} {whose}." if whose else said

    @staticmethod
    def _word(feature: Feature) -> str:
        """Return the word under which a sentence counts a feature: a place by its layer."""
        is_place = feature.kind == "place"
        return layer_of(feature).id.removesuffix("s") if is_place else feature.kind


def open_context(page: str) -> PageContext:
    """Return the context of this run; syncs the view with the address."""
    catalogue = _cache.catalogue()
    collection = _user_articles.articles()
    every_link = _user_articles.links()
    steps = tour_steps(catalogue.features, collection, every_link)
    known = known_ids(catalogue, collection, steps)
    view = _state.open_view(known, page=page)
    articles, links = _chosen(collection, every_link, view)
    _, problems = _cache.seeds()
    return PageContext(
        view=view,
        catalogue=_cache.catalogue_as(view.viewpoint) if page in _WITH_VIEWPOINT else catalogue,
        reasons=_cache.reasons(),
        articles=articles,
        links=links,
        problems=(
            *(_cache.data_problems() or empty_layers(catalogue)),
            *(_message(problem) for problem in problems),
        ),
        collection=collection,
        known=known,
        steps=steps,
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


def known_ids(
    catalogue: Catalogue, articles: Sequence[Article], steps: Mapping[str, Step]
) -> Known:
    """Return the ids that are valid in an address."""
    return Known(
        nations=[feature.id for feature in catalogue.of_kind("state")],
        features=catalogue.features,
        passages={passage.id for article in articles for passage in article.passages},
        articles={article.id for article in articles},
        layers=[layer.id for layer in LAYERS],
        viewpoints=tuple(_cache.viewpoints()),
        variants={
            feature.id: [variant.slug for variant in feature.variants]
            for feature in catalogue.features.values()
        },
        tour={START: View(tour=START)} | {number: step.view for number, step in steps.items()},
    )
