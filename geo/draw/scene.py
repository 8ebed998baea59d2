"""The scene of a view: which shapes in which style, which labels, and the camera.

A scene is a plain value without colours, so a test can read it; three renderers draw it: `leaflet`
for the browser, `svg` for the standalone page, `figure` for print.
"""

from collections.abc import Collection, Container, Iterable
from dataclasses import dataclass, field
from functools import cached_property

from geo.catalogue.features import Catalogue
from geo.catalogue.records import Feature
from geo.catalogue.relations import highlighted_by
from geo.draw.chart import Chart
from geo.draw.label_types import category_of, is_labelled
from geo.draw.labels import ORIENTING, Label, make_labels
from geo.draw.layers import layer_of, layers_on
from geo.draw.overlay import Overlay, laid_over, make_overlay
from geo.draw.styles import Emphasis, StyleKey, style_key
from geo.view import View

_ORDER = (
    *("zone", "regime", "state", "sea", "region", "group"),
    *("strait", "corridor", "boundary", "route"),
)


@dataclass(frozen=True)
class DrawnItem:
    """A shape to draw: which variant of which feature, with which emphasis."""

    feature: Feature
    variant: str
    emphasis: Emphasis

    @property
    def style(self) -> StyleKey:
        """What decides how it is drawn."""
        return style_key(self.feature, self.emphasis)


@dataclass(frozen=True)
class IceShown:
    """The months of the ice that a map shows.

    Attributes
    ----------
    month
        The chosen month, 1 to 12.
    marked
        The month whose edge stays beside that of the chosen one.
    whose
        What that month is: a key of `messages.ICE_WHOSE_MONTH`.
    """

    month: int = 1
    marked: int = 1
    whose: str = "today"


@dataclass(frozen=True)
class Scene:
    """A drawing order.

    Attributes
    ----------
    items
        What is drawn, bottom to top.
    shown
        Ids of the features that are drawn whatever is selected.
    layers, hidden
        Ids of the layers that are on, and of those that a reader has switched off: a layer that is
        off by itself still shows what articles name.
    passing
        Ids of those that pass the filter, whatever their layer; None without a filter.
    around
        What the filter leaves out and the map names all the same, for orientation.
    named
        Ids of those that pass the filter and that an article names.
    highlighted
        Ids that the selection highlights: the feature itself or, of a group, its members.
    at, request
        Where the map is, if not where it would go by itself, and a number that changes when it
        should go there.
    chart
        The chart that it is drawn on.
    variant
        The selected variant's slug or ''.
    overlay
        What a viewpoint changes on the chart; None for the default.
    ice
        Which months' ice is shown where that layer is on; the browser draws it.
    """

    items: tuple[DrawnItem, ...]
    shown: tuple[str, ...]
    layers: tuple[str, ...]
    hidden: tuple[str, ...]
    passing: tuple[str, ...] | None
    around: tuple[Feature, ...]
    named: tuple[str, ...]
    highlighted: tuple[str, ...]
    at: str
    request: int
    chart: Chart = field(repr=False, compare=False)
    variant: str = ""
    overlay: Overlay | None = None
    ice: IceShown = IceShown()

    @property
    def rim(self) -> tuple[str, ...]:
        """Ids of the features beyond the rim that have a mark on it."""
        return tuple(sorted({*self.highlighted, *self.named} & self.chart.rim.keys()))

    @cached_property
    def labels(self) -> tuple[Label, ...]:
        """The labels, by descending priority; the browser makes its own of what it was sent."""
        return make_labels(
            self.chart,
            list({item.feature.id: item.feature for item in self.items}.values()),
            around=self.around,
            rim=self.rim,
            named=self.named,
            highlighted=self.highlighted,
            variant=self.variant,
        )


def make_scene(
    catalogue: Catalogue,
    view: View,
    chart: Chart,
    *,
    visible: Collection[str],
    named: Collection[str],
    kept: Collection[str] = (),
    request: int = 0,
) -> Scene:
    """Return the scene of a view on a chart.

    A feature is drawn when the filter leaves it (`visible`) and its layer is on or an article names
    it (`named`), or when the selection highlights it. Lands and seas that the filter leaves out
    keep their names. Features beyond the rim that are named or highlighted get a mark on the rim at
    their bearing. At rest the first variant of each route is drawn; of what is selected all are.
    Beside a selection the rest is dimmed, except for what belongs to it (`kept`). A line that the
    catalogue's viewpoint does not draw is drawn only while it is selected.
    """
    highlighted = highlighted_by(catalogue.features, view.feature)
    on = layers_on(view.shown, view.hidden)
    overlay = make_overlay(catalogue, chart)
    undrawn = overlay.undrawn if overlay else ()
    shown = {
        feature.id
        for feature in catalogue.features.values()
        if feature.id in visible and feature.id not in undrawn and _is_on(feature, view, on, named)
    }
    drawn = [f for f in catalogue.features.values() if f.id in shown or f.id in highlighted]
    drawn.sort(key=draw_order)
    items = tuple(
        DrawnItem(feature, slug, emphasis)
        for feature in drawn
        for slug, emphasis in _variants(
            list(chart.shapes.get(feature.id, ())),
            emphasis_of(feature.id, highlighted=highlighted, kept=kept),
            view.variant if feature.id == view.feature else "",
        )
    )
    asked = tuple(sorted(identity for identity in named if identity in visible))
    ids = tuple(feature.id for feature in drawn if feature.id in shown)
    those = {feature.id for feature in drawn}
    around = tuple(
        feature
        for feature in catalogue.features.values()
        if feature.id not in those and layer_of(feature).id in on and _is_orienting(feature)
    )
    passing = tuple(f.id for f in catalogue.features.values() if f.id in visible)
    return Scene(
        items=items,
        shown=ids,
        layers=tuple(on),
        hidden=view.hidden,
        passing=passing if len(passing) < len(catalogue.features) else None,
        around=around,
        named=asked,
        highlighted=highlighted,
        at=view.at,
        request=request,
        chart=laid_over(chart, overlay) if overlay else chart,
        variant=view.variant,
        overlay=overlay,
    )


def _is_on(feature: Feature, view: View, on: Container[str], named: Container[str]) -> bool:
    """Return whether a layer shows it; a layer that is off still shows what articles name."""
    layer = layer_of(feature).id
    return layer in on or (feature.id in named and layer not in view.hidden)


def _is_orienting(feature: Feature) -> bool:
    return is_labelled(feature) and category_of(feature) in ORIENTING


def draw_order(feature: Feature) -> int:
    """Return a feature's place from the bottom up."""
    return _ORDER.index(feature.kind) if feature.kind in _ORDER else len(_ORDER)


def emphasis_of(identity: str, *, highlighted: Collection[str], kept: Collection[str]) -> Emphasis:
    """Return how a feature stands to the selection."""
    if not highlighted:
        return "plain"
    if identity in highlighted:
        return "highlighted"
    return "kept" if identity in kept else "dimmed"


def _variants(slugs: list[str], emphasis: Emphasis, chosen: str) -> Iterable[tuple[str, Emphasis]]:
    """Yield the variants to draw: the main one, and of a highlighted feature all, below it."""
    main = chosen if chosen in slugs else next(iter(slugs), None)
    if main is None:
        return
    if emphasis == "highlighted":
        yield from ((slug, "variant") for slug in slugs if slug != main)
    yield main, emphasis
