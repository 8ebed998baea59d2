"""What a view shows, with all that must go along wherever it goes: sources, date and address."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property

from geo import words
from geo.catalogue.features import Catalogue
from geo.catalogue.records import Feature, Source, read_collection
from geo.draw.assets import LAND, Chart
from geo.draw.frames import RIM_LAT_DEG, polar_scale
from geo.draw.scene import Scene
from geo.errors import ExportError
from geo.exchange.quotes import Reading
from geo.measure.passes import Passes
from geo.measure.roles import Reasons
from geo.measure.waters import Waters
from geo.text.articles import Article, Passage
from geo.text.links import Link
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
    def features(self) -> tuple[Feature, ...]:
        """Features that the map draws or marks on its rim, and those that its passages name."""
        wanted = {identity for identity, _, _ in self.scene.items}
        wanted |= {str(label["id"]) for label in self.scene.labels}
        wanted |= {link.feature for link in self.links}
        return tuple(f for f in self.catalogue.features.values() if f.id in wanted)

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


@cache
def land_sources() -> tuple[Source, ...]:
    """Return the sources of the land that every map is drawn on."""
    return tuple(Source(**entry) for entry in read_collection(LAND)[0]["properties"]["sources"])


def source_text(source: Source) -> str:
    """Return a source in one line of plain text, its licence and address last."""
    facts = (source.title, source.publisher, source.date, source.licence)
    line = ". ".join(part.rstrip(".") for part in facts if part)
    return f"{line}. {source.url}" if source.url else f"{line}."


def placed_on(chart: Chart, feature: Feature) -> str:
    """Return a sentence for a feature that lies outside the map, or but for a sliver; else ''."""
    if feature.id in chart.rim:
        return words.MOSTLY_OUTSIDE if feature.id in chart.spots else words.OUTSIDE
    has_place = feature.id in chart.spots or bool(feature.members)
    return "" if has_place else words.OUTSIDE_NO_MARK


def scale_sentence(frame: str) -> str:
    """Return a frame's scale in words."""
    pole, rim = (polar_scale(lat) - 1 for lat in (90.0, RIM_LAT_DEG))
    return words.SCALE[frame].format(pole=f"{-100 * pole:.0f}", rim=f"{100 * rim:.0f}")
