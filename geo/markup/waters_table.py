"""Whose waters a track crosses, in HTML: totals and in order."""

from collections.abc import Callable

import pandas as pd

from geo import messages
from geo.catalogue.records import Feature
from geo.escape import Markup, element, join
from geo.measure.tables import split_states
from geo.measure.transits import Transits
from geo.measure.waters import Waters
from geo.sentences import join_words

_MIN_STRIP_PERCENT = 0.15


def waters_table(
    feature: Feature,
    variant: str,
    waters: Waters,
    transits: Transits,
    to: Callable[[str], Markup],
    *,
    name_of: Callable[[str], str],
    stale: bool = False,
) -> Markup | None:
    """Return table, strip and order of the waters along one variant; None if there are none.

    Parameters
    ----------
    variant
        Slug of the variant; '' means the feature's first.
    to
        Makes a link to a feature from its id.
    name_of
        Display name by id, for the words that cannot be a link.
    stale
        Whether the figures are older than the track or the zones.
    """
    if feature.kind not in {"route", "corridor"}:
        return None
    if waters.missing:
        return element("p", waters.missing, class_="small")
    known = waters.variants(feature.id)
    slug = variant if variant in known else next(iter(known), "")
    segments = waters.segments(feature.id, slug)
    if segments.empty:
        return element("p", messages.NO_WATERS, class_="small")
    name = next((v.name for v in feature.variants if v.slug == slug), feature.name)
    return element(
        "div",
        element("h3", messages.WATERS_OF.format(name=name)),
        _strip(segments, name_of),
        _totals(waters.totals(feature.id, slug), to),
        _order(segments, to),
        _transits_list(feature, slug, transits, to),
        element("p", messages.WATERS_STALE, class_="small") if stale else None,
        element("p", messages.WATERS_BASIS, class_="small"),
    )


def _states_cell(state: str, zone: str, zone_id: str, to: Callable[[str], Markup]) -> Markup:
    return to(zone_id) if zone_id else join(_area_name(state, zone, "", str))


def _area_name(state: str, zone: str, zone_id: str, name_of: Callable[[str], str]) -> str:
    """Return the name of an area, or its state and zone if it has none."""
    spoken = messages.ZONES.get(zone, zone)
    if zone_id:
        return name_of(zone_id)
    return ": ".join(filter(None, (join_words(split_states(state)), spoken)))


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


def _strip(segments: pd.DataFrame, name_of: Callable[[str], str]) -> Markup:
    """Return the track as one bar from start to end, coloured by zone."""
    whole = float(segments["nm"].sum())
    pieces = [
        element(
            "span",
            class_=f"swatch {zone}",
            width_percent=max(100 * nm / whole, _MIN_STRIP_PERCENT),
            title=f"{_area_name(state, zone, zone_id, name_of)}: {nm:,.0f} nm",
        )
        for nm, state, zone, zone_id in zip(
            segments["nm"],
            segments["state"],
            segments["zone"],
            segments["zone_id"],
            strict=True,
        )
    ]
    return element("div", *pieces, class_="strip", role="img", aria_label=messages.STRIP)


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
    return element(
        "details",
        element("summary", messages.IN_ORDER.format(count=len(rows))),
        element("table", element("tbody", *rows)),
    )


def _transits_list(
    feature: Feature, slug: str, transits: Transits, to: Callable[[str], Markup]
) -> Markup | None:
    ids = transits.straits(feature.id, slug)
    if not ids:
        return None
    spaced = [piece for identity in ids for piece in (", ", to(identity))][1:]
    return element("p", element("strong", messages.TRANSITS, ": "), *spaced, class_="inline")
