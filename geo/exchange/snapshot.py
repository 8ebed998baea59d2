"""A view ready to export, with its sources, date and address."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property

from shapely.geometry.base import BaseGeometry

from geo import messages
from geo.catalogue.features import Catalogue
from geo.catalogue.records import Feature, Source, read_collection
from geo.draw.chart import LAND, Chart
from geo.draw.frames import RIM_LAT_DEG, polar_scale
from geo.draw.inventory import Place, on_map
from geo.draw.scene import Scene
from geo.errors import CatalogueError, ExportError
from geo.geodesy import length_nm
from geo.linker.links import Link
from geo.linker.mentions import Mention
from geo.markup.details import plain_dates
from geo.markup.passages import ReadingPane, mentions_of
from geo.measure.companions import Companions, companions
from geo.measure.reasons import variant_reasons
from geo.measure.roles import Reason, Reasons
from geo.measure.transits import Transits
from geo.measure.waters import Waters
from geo.text.articles import Article, Passage
from geo.view import View, to_address


@dataclass(frozen=True)
class ViewSnapshot:
    """One view, ready to export.

    Attributes
    ----------
    catalogue, chart, scene
        The catalogue, the chart it is drawn on, and the view's scene.
    pane
        The articles, their links and the view.
    reasons, waters, transits
        Which nation has a role in which feature, and the waters and straits along each track.
    sentence
        What is shown, as a sentence.
    base
        Address of the app without its query, or '' where it is not known.
    day
        The date written on exports.
    """

    catalogue: Catalogue
    chart: Chart
    scene: Scene
    pane: ReadingPane
    reasons: Reasons
    waters: Waters
    transits: Transits
    sentence: str
    base: str
    day: date

    @property
    def view(self) -> View:
        """The view."""
        return self.pane.view

    @property
    def address(self) -> str:
        """The address of the view."""
        return self.address_of(self.view)

    def address_of(self, view: View) -> str:
        """Return the address of a view; the query alone where the app's own is not known."""
        return to_address(view, base=self.base)

    def address_of_feature(self, feature: str, *, variant: str = "", passage: str = "") -> str:
        """Return the address of one feature and passage, with the same view of borders."""
        viewpoint = self.view.viewpoint
        return self.address_of(
            View(feature=feature, variant=variant, passage=passage, viewpoint=viewpoint)
        )

    @cached_property
    def places(self) -> Mapping[str, Place]:
        """Where each feature on the map is: `drawn` or `rim`."""
        return on_map(self.scene)

    @cached_property
    def companions(self) -> Companions:
        """What belongs to each feature and keeps its colour when that is selected."""
        return companions(self.catalogue, self.waters, self.transits)

    @cached_property
    def features(self) -> tuple[Feature, ...]:
        """Features that the map draws or marks on its rim, and those that its passages name."""
        wanted = {*self.places, *(link.feature for link in self.links)}
        return tuple(f for f in self.catalogue.features.values() if f.id in wanted)

    def place_phrase(self, feature_id: str) -> str:
        """Return in words where a feature of the view is: on the map, beyond it, or nowhere."""
        return messages.ON_MAP[self.places.get(feature_id, "")]

    def reasons_for(self, feature: Feature, variant: str = "") -> list[Reason]:
        """Return the nations' roles in a feature, with the variant's nautical miles."""
        reasons = self.reasons[feature.id]
        return variant_reasons(self.catalogue, self.waters, feature, reasons, variant)

    def nations(self, feature: Feature, variant: str = "") -> str:
        """Return the nations and their roles in one line of plain text."""
        return "; ".join(f"{r.nation}: {r.words}" for r in self.reasons_for(feature, variant))

    def rules(self, feature: Feature, variant: str = "") -> dict[str, float]:
        """Return nautical miles of a variant by area of rules, in order of first entry."""
        return self.transits.regime_nm(feature.id, variant)

    def rules_phrase(self, feature: Feature, variant: str = "") -> str:
        """Return the areas of rules along a variant and its miles in each, in one line."""
        return "; ".join(
            messages.RULES_OF.format(name=self.catalogue.features[one].name, nm=nm)
            for one, nm in self.rules(feature, variant).items()
            if one in self.catalogue.features
        )

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Links to features that the filter leaves, in the articles shown."""
        here = {p.id for article in self.pane.articles for p in article.passages}
        shown = self.pane.shown
        return tuple(
            link
            for link in self.pane.links
            if link.feature in shown
            and link.passage in here
            and link.feature in self.catalogue.features
        )

    @cached_property
    def mentions(self) -> tuple[tuple[Link, Mention], ...]:
        """Every mention of the links with its link, in order: the rows of each table of links."""
        kinds = self.catalogue.features
        return tuple(
            (link, mention)
            for link in self.links
            for mention in mentions_of(
                link, *self.passages[link.passage], kind=kinds[link.feature].kind
            )
        )

    @cached_property
    def selection(self) -> Mapping[tuple[str, str], str]:
        """By feature and passage, how a link relates to the selection; see `messages`."""
        own = self.view.feature
        found = {
            (own, passage): messages.RELATION_TO_SELECTION["self"] for passage in self.pane.naming()
        }
        for relation, related in self.pane.related().items():
            found |= {
                (feature, passage): messages.RELATION_TO_SELECTION[relation]
                for feature, passages in related.items()
                for passage in passages
            }
        return found

    @cached_property
    def passages(self) -> Mapping[str, tuple[Article, Passage]]:
        """Article and passage by the passage's id."""
        return {p.id: (a, p) for a in self.pane.articles for p in a.passages}

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """Sources of the land and of what is shown, each once, the most used first."""
        uses = Counter(source for f in self.features for source in f.sources)
        return tuple(
            dict.fromkeys([*land_sources(), *(source for source, _ in uses.most_common())])
        )

    def require_features(self) -> None:
        """Raise if there is nothing to export.

        Raises
        ------
        ExportError
            When the filter and the layers leave no feature.
        """
        if not self.features:
            raise ExportError(
                "There is nothing to export: no feature matches the filter and the layers. "
                "Clear the filter or switch on a layer."
            )

    def require_links(self) -> None:
        """Raise if there are no links.

        Raises
        ------
        ExportError
            When no passage names a feature shown.
        """
        if not self.links:
            raise ExportError(
                "There are no links to export: no passage mentions a feature shown. "
                "Clear the filter or add an article."
            )


def line_nm(feature: Feature, shape: BaseGeometry) -> float | None:
    """Return the length of a feature that is a line, to a hundredth of a nautical mile."""
    if feature.kind not in {"route", "corridor", "boundary"}:
        return None
    return round(length_nm(shape), 2)


def selection_title(catalogue: Catalogue, view: View) -> str:
    """Return the name of the selection, with its variant's; '' if nothing is selected."""
    feature = catalogue.features.get(view.feature)
    if feature is None:
        return ""
    variant = next((v.name for v in feature.variants if v.slug == view.variant), "")
    return ": ".join(part for part in (feature.name, variant) if part)


@cache
def land_sources() -> tuple[Source, ...]:
    """Return the sources of the base map's land; none if its file is broken."""
    try:
        first, *_ = read_collection(LAND)
        return tuple(Source(**entry) for entry in first["properties"]["sources"])
    except (CatalogueError, ValueError, TypeError, KeyError):
        return ()


def source_text(source: Source) -> str:
    """Return a source in one line of plain text, its licence and address last."""
    licence = messages.LICENCE.format(licence=source.licence) if source.licence else ""
    facts = (source.title, source.publisher, plain_dates(source.date), licence)
    line = ". ".join(part.rstrip(".") for part in facts if part)
    return f"{line}. {source.url}" if source.url else f"{line}."


def scale_sentence(frame: str) -> str:
    """Return a frame's scale in words."""
    pole, rim = (polar_scale(lat) - 1 for lat in (90.0, RIM_LAT_DEG))
    return messages.SCALE[frame].format(pole=f"{-100 * pole:.0f}", rim=f"{100 * rim:.0f}")
