"""What a view shows, with all that must go along wherever it goes: sources, date and address."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property

from shapely.geometry.base import BaseGeometry

from geo import words
from geo.catalogue.features import Catalogue
from geo.catalogue.records import Feature, Source, read_collection
from geo.draw.assets import LAND, Chart
from geo.draw.frames import RIM_LAT_DEG, polar_scale
from geo.draw.inventory import Place, on_map
from geo.draw.scene import Scene
from geo.errors import CatalogueError, ExportError
from geo.exchange.quotes import Reading, mentions_of
from geo.geodesy import length_nm
from geo.measure.passes import Passes
from geo.measure.roles import Reason, Reasons
from geo.measure.standing import standing
from geo.measure.waters import Waters
from geo.text.articles import Article, Passage
from geo.text.links import Link
from geo.text.mentions import Mention
from geo.view import View, to_address


@dataclass(frozen=True)
class Shown:
    """One view, ready to leave the app.

    Attributes
    ----------
    catalogue, chart, scene
        What there is, the frame it is drawn in, and what the view draws of it.
    reading
        The articles, their links and the view.
    reasons, waters, passes
        Which nation stands to which feature, and the law under each track.
    sentence
        What is shown, in words.
    base
        Address of the app without its query, or '' where it is not known.
    day
        The date that is written on what leaves.
    """

    catalogue: Catalogue
    chart: Chart
    scene: Scene
    reading: Reading
    reasons: Reasons
    waters: Waters
    passes: Passes
    sentence: str
    base: str
    day: date

    @property
    def view(self) -> View:
        """The view."""
        return self.reading.view

    @property
    def address(self) -> str:
        """The address of the view."""
        return self.address_of(self.view)

    def address_of(self, view: View) -> str:
        """Return the address of a view; the query alone where the app's own is not known."""
        return to_address(view, base=self.base)

    @cached_property
    def places(self) -> Mapping[str, Place]:
        """Where on the map each feature stands that is on it: `drawn` or `rim`."""
        return on_map(self.scene)

    @cached_property
    def features(self) -> tuple[Feature, ...]:
        """Features that the map draws or marks on its rim, and those that its passages name."""
        wanted = {*self.places, *(link.feature for link in self.links)}
        return tuple(f for f in self.catalogue.features.values() if f.id in wanted)

    def place_words(self, feature_id: str) -> str:
        """Return in words where a feature of the view stands: on the map, beyond it, or nowhere."""
        return words.ON_MAP[self.places.get(feature_id, "")]

    def standing(self, feature: Feature, variant: str = "") -> list[Reason]:
        """Return why nations stand to a feature, with the miles of the variant."""
        reasons = self.reasons[feature.id]
        return standing(self.catalogue, self.waters, feature, reasons, variant)

    def nations(self, feature: Feature, variant: str = "") -> str:
        """Return the nations and their roles in one line of plain text."""
        return "; ".join(f"{r.nation}: {r.words}" for r in self.standing(feature, variant))

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Links to features that the filter leaves, in the articles shown."""
        here = {p.id for article in self.reading.articles for p in article.passages}
        shown = self.reading.shown
        return tuple(
            link
            for link in self.reading.links
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
        """By feature and passage, how a link stands to what is selected; see `words.RELATES`."""
        own = self.view.feature
        found = {(own, passage): words.RELATES["self"] for passage in self.reading.naming()}
        for relation, kin in self.reading.related().items():
            found |= {
                (feature, passage): words.RELATES[relation]
                for feature, passages in kin.items()
                for passage in passages
            }
        return found

    @cached_property
    def passages(self) -> Mapping[str, tuple[Article, Passage]]:
        """Article and passage by the passage's id."""
        return {p.id: (a, p) for a in self.reading.articles for p in a.passages}

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """Sources of the land and of what is shown, each once, the most used first."""
        uses = Counter(source for f in self.features for source in f.sources)
        return tuple(
            dict.fromkeys([*land_sources(), *(source for source, _ in uses.most_common())])
        )

    def require_features(self) -> None:
        """Refuse to go on with nothing.

        Raises
        ------
        ExportError
            When the filter and the layers leave no feature.
        """
        if not self.features:
            raise ExportError(
                "There is nothing to take away: the filter and the layers leave no feature. "
                "Clear the filter or switch a layer on."
            )

    def require_links(self) -> None:
        """Refuse to go on without a link.

        Raises
        ------
        ExportError
            When no passage names a feature shown.
        """
        if not self.links:
            raise ExportError(
                "There are no links to take away: no passage names a feature shown. "
                "Clear the filter or add an article."
            )


def line_nm(feature: Feature, shape: BaseGeometry) -> float | None:
    """Return the length of a feature that is a line, to a hundredth of a nautical mile."""
    if feature.kind not in {"route", "corridor", "boundary"}:
        return None
    return round(length_nm(shape), 2)


def selection_title(catalogue: Catalogue, view: View) -> str:
    """Return the name of what is selected, with its variant's; '' where nothing is."""
    feature = catalogue.features.get(view.feature)
    if feature is None:
        return ""
    variant = next((v.name for v in feature.variants if v.slug == view.variant), "")
    return ": ".join(part for part in (feature.name, variant) if part)


@cache
def land_sources() -> tuple[Source, ...]:
    """Return the sources of the land that every map is drawn on; none where its file is broken."""
    try:
        first, *_ = read_collection(LAND)
        return tuple(Source(**entry) for entry in first["properties"]["sources"])
    except (CatalogueError, ValueError, TypeError, KeyError):
        return ()


def source_text(source: Source) -> str:
    """Return a source in one line of plain text, its licence and address last."""
    facts = (source.title, source.publisher, source.date, source.licence)
    line = ". ".join(part.rstrip(".") for part in facts if part)
    return f"{line}. {source.url}" if source.url else f"{line}."


def scale_sentence(frame: str) -> str:
    """Return a frame's scale in words."""
    pole, rim = (polar_scale(lat) - 1 for lat in (90.0, RIM_LAT_DEG))
    return words.SCALE[frame].format(pole=f"{-100 * pole:.0f}", rim=f"{100 * rim:.0f}")
