"""What a viewpoint changes on a map: names, styles and lines that are not drawn, and no shape.

The browser lays it over the chart that it has; the other renderers take a chart with these names.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from geo.catalogue.features import Catalogue
from geo.catalogue.viewpoints import viewpoint_sentence
from geo.draw.chart import Chart
from geo.draw.label_types import lines_of
from geo.draw.styles import style_key


@dataclass(frozen=True)
class Overlay:
    """What is drawn otherwise than by default.

    Attributes
    ----------
    viewpoint, sentence
        Whose view it is, and a sentence on that for the legend.
    names, lines
        Names and lines of labels, by feature.
    alike
        A feature in whose style another is drawn, by that other one.
    undrawn
        Ids of the features that are drawn only while they are selected.
    """

    viewpoint: str
    sentence: str
    names: Mapping[str, str]
    lines: Mapping[str, tuple[str, ...]]
    alike: Mapping[str, str]
    undrawn: tuple[str, ...]


def make_overlay(catalogue: Catalogue, chart: Chart) -> Overlay | None:
    """Return what the catalogue's viewpoint changes on a chart; None for the default."""
    if not catalogue.viewpoint:
        return None
    stances = catalogue.stances
    seen = [catalogue.features[identity] for identity in stances]
    names = {f.id: f.name for f in seen if f.name != chart.names[f.id]}
    lines = {f.id: lines_of(f, names) for f in seen if f.id in chart.label_lines}
    usual = {
        style_key(feature, "plain"): feature.id
        for feature in catalogue.features.values()
        if feature.id in chart.shapes and feature.id not in stances
    }
    return Overlay(
        viewpoint=catalogue.viewpoint,
        sentence=viewpoint_sentence(catalogue),
        names=names,
        lines={i: text for i, text in lines.items() if text != chart.label_lines[i]},
        alike={
            feature.id: usual[key]
            for feature in seen
            if stances[feature.id].zone and (key := style_key(feature, "plain")) in usual
        },
        undrawn=tuple(i for i, stance in stances.items() if not stance.is_drawn),
    )


def laid_over(chart: Chart, overlay: Overlay) -> Chart:
    """Return a chart with the names and labels of a viewpoint."""
    return replace(
        chart,
        names={**chart.names, **overlay.names},
        label_lines={**chart.label_lines, **overlay.lines},
    )
