"""Which rules apply along a track: lanes under the strip of waters, and a table."""

from collections.abc import Callable, Iterator, Sequence

import numpy as np
import pandas as pd

from geo import messages
from geo.catalogue.features import Catalogue
from geo.catalogue.records import Feature
from geo.draw.layers import layer_of
from geo.escape import Markup, element
from geo.markup.folds import counted, fold
from geo.markup.waters_strip import percent
from geo.measure.measured import Measured

_TRACKS = {"route", "corridor"}
_LEAST_NM = 0.05
Stretches = Sequence[tuple[float, float]]


def rules_lanes(
    catalogue: Catalogue,
    feature: Feature,
    variant: str,
    measured: Measured,
) -> Markup | None:
    """Return a lane for each kind of rules along one variant, where they apply; None without any.

    Areas of one kind, such as the zones of one country, share a lane: what overlaps in it is
    counted once.

    Parameters
    ----------
    variant
        Slug of the variant; '' means the feature's first.
    """
    rows, length_nm = _along(feature, variant, measured)
    if rows.empty:
        return None
    areas = [one for one in dict.fromkeys(rows["water"]) if one in catalogue.features]
    kinds = {one: layer_of(catalogue.features[one]).title for one in areas}
    lanes = []
    for kind in dict.fromkeys(kinds.values()):
        own = [one for one in areas if kinds[one] == kind]
        stretches = _joined(rows[rows["water"].isin(own)])
        name = catalogue.features[own[0]].name if len(own) == 1 else kind
        lanes.append(_lane(name, stretches, length_nm))
    if not lanes:
        return None
    return element(
        "div", element("h3", messages.RULES_ALONG), element("ul", *lanes), class_="rules"
    )


def rules_table(
    feature: Feature, variant: str, measured: Measured, to: Callable[[str], Markup]
) -> Markup | None:
    """Return nautical miles and share of one variant by area of rules, folded; None without any."""
    rows, length_nm = _along(feature, variant, measured)
    if rows.empty:
        return None
    sums = measured.transits.regime_nm(feature.id, measured.chosen(feature.id, variant))
    lines = (
        element(
            "tr",
            element("th", to(one), scope="row"),
            element("td", f"{nm:,.0f} nm"),
            element("td", percent(100 * nm / length_nm)),
        )
        for one, nm in sums.items()
    )
    return fold(
        "rules",
        counted(messages.RULES_TABLE, len(sums)),
        element("table", element("tbody", *lines), class_="figures"),
        element("p", messages.RULES_BASIS, class_="small"),
    )


def _along(feature: Feature, variant: str, measured: Measured) -> tuple[pd.DataFrame, float]:
    """Return the stretches of a variant with rules, and the variant's length."""
    slug = measured.chosen(feature.id, variant)
    length_nm = measured.waters.length_nm(feature.id, slug)
    rows = measured.transits.regimes(feature.id, slug)
    is_track = feature.kind in _TRACKS and length_nm > 0
    return (rows if is_track else rows.iloc[:0]), length_nm


def _joined(rows: pd.DataFrame) -> Stretches:
    """Return stretches in order, those that overlap or touch as one."""
    made: list[tuple[float, float]] = []
    for start, end in sorted(zip(rows["from_nm"], rows["to_nm"], strict=True)):
        if made and start <= made[-1][1] + _LEAST_NM:
            made[-1] = (made[-1][0], max(made[-1][1], end))
        else:
            made.append((start, end))
    return made


def _lane(name: str, stretches: Stretches, length_nm: float) -> Markup:
    """Return one lane: its name, its miles, and where along the track they lie."""
    nm = sum(end - start for start, end in stretches)
    said = ", ".join(
        messages.RULES_STRETCH.format(start=start, end=end) for start, end in stretches
    )
    return element(
        "li",
        element("span", name, class_="rule"),
        " ",
        element("span", f"{nm:,.0f} nm", class_="nm"),
        element("span", *_parts(stretches, length_nm), class_="lane", aria_hidden="true"),
        title=messages.STRIP.format(runs=said),
    )


def _parts(stretches: Stretches, length_nm: float) -> Iterator[Markup]:
    """Yield the gaps and the stretches of a lane, each with its share of the track."""
    at = 0.0
    for start, end in np.minimum(stretches, length_nm).tolist():
        yield element("span", width_percent=100 * (start - at) / length_nm)
        yield element("span", class_="on", width_percent=100 * (end - start) / length_nm)
        at = end
