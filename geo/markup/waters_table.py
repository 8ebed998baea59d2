"""Whose waters a track crosses, in tables: totals and zone by zone."""

from collections.abc import Callable

import pandas as pd

from geo import messages
from geo.catalogue.records import Feature
from geo.escape import Markup, element, join
from geo.markup.folds import fold
from geo.markup.waters_strip import area_name
from geo.measure.measured import Measured
from geo.measure.transits import Transits


def waters_table(
    feature: Feature,
    variant: str,
    measured: Measured,
    to: Callable[[str], Markup],
) -> Markup | None:
    """Return totals, order and straits of the waters along one variant, folded; None without any.

    Parameters
    ----------
    variant
        Slug of the variant; '' means the feature's first.
    to
        Makes a link to a feature from its id.
    """
    if feature.kind not in {"route", "corridor"}:
        return None
    slug = measured.chosen(feature.id, variant)
    segments = measured.waters.segments(feature.id, slug)
    if segments.empty:
        return None
    return fold(
        "zones",
        messages.IN_ORDER.format(count=len(segments)),
        _totals(measured.waters.totals(feature.id, slug), to),
        _order(segments, to),
        _transits_list(feature, slug, measured.transits, to),
        element("p", messages.WATERS_STALE, class_="small")
        if feature.id in measured.stale
        else None,
        element("p", messages.WATERS_BASIS, class_="small"),
    )


def _states_cell(state: str, zone: str, zone_id: str, to: Callable[[str], Markup]) -> Markup:
    return to(zone_id) if zone_id else join(area_name(state, zone, "", str))


def _totals(totals: pd.DataFrame, to: Callable[[str], Markup]) -> Markup:
    """Return nautical miles and share by area, their sum, and a note on rounding if needed."""
    rows = [
        element(
            "tr",
            element(
                "th",
                element("span", class_=f"swatch {zone}"),
                _states_cell(state, zone, zone_id, to),
                scope="row",
            ),
            element("td", f"{nm:,.0f} nm"),
            element("td", f"{100 * share:.0f} %"),
        )
        for state, zone, zone_id, nm, share in totals.itertuples(index=False)
    ]
    whole = element(
        "tr",
        element("th", messages.TOTAL, scope="row"),
        element("td", f"{totals['nm'].sum():,.0f} nm"),
        element("td", "100 %"),
    )
    return join(
        element("table", element("tbody", *rows, whole), class_="figures"), _rounded(totals)
    )


def _rounded(totals: pd.DataFrame) -> Markup | None:
    """Return a note if the rounded rows do not add up to the rounded sum."""
    nm = sum(int(f"{value:.0f}") for value in totals["nm"])
    percent = sum(int(f"{100 * value:.0f}") for value in totals["share"])
    if (nm, percent) == (int(f"{totals['nm'].sum():.0f}"), 100):
        return None
    return element("p", messages.ROUNDED.format(nm=nm, percent=percent), class_="small")


def _order(segments: pd.DataFrame, to: Callable[[str], Markup]) -> Markup:
    rows = [
        element(
            "tr",
            element("td", f"{start:,.0f}–{end:,.0f} nm"),
            element("td", _states_cell(state, zone, zone_id, to)),
        )
        for start, end, state, zone, zone_id in zip(
            segments["from_nm"],
            segments["to_nm"],
            segments["state"],
            segments["zone"],
            segments["zone_id"],
            strict=True,
        )
    ]
    return element("table", element("tbody", *rows))


def _transits_list(
    feature: Feature, slug: str, transits: Transits, to: Callable[[str], Markup]
) -> Markup | None:
    ids = transits.straits(feature.id, slug)
    if not ids:
        return None
    spaced = [piece for identity in ids for piece in (", ", to(identity))][1:]
    return element("p", element("strong", messages.TRANSITS, ": "), *spaced, class_="inline")
