"""The law under a line in HTML: whose waters a track crosses, in sum and in order."""

from collections.abc import Callable

import pandas as pd

from geo import words
from geo.catalogue.records import Feature
from geo.escape import Markup, element, join
from geo.measure.passes import Passes
from geo.measure.waters import Waters

_LEAST_STRIP_PERCENT = 0.15


def law_under(
    feature: Feature,
    variant: str,
    waters: Waters,
    passes: Passes,
    to: Callable[[str], Markup],
    *,
    name_of: Callable[[str], str],
    stale: bool = False,
) -> Markup | None:
    """Return table, strip and order of the waters under one variant; None where none apply.

    Parameters
    ----------
    variant
        Slug of the variant; '' stands for the feature's first.
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
    stretches = waters.stretches(feature.id, slug)
    if stretches.empty:
        return element("p", words.NO_WATERS, class_="small")
    name = next((v.name for v in feature.variants if v.slug == slug), feature.name)
    return element(
        "div",
        element("h3", words.WATERS_OF.format(name=name)),
        _strip(stretches, name_of),
        _totals(waters.totals(feature.id, slug), to),
        _order(stretches, to),
        _passed(feature, slug, passes, to),
        element("p", words.WATERS_STALE, class_="small") if stale else None,
        element("p", words.WATERS_BASIS, class_="small"),
    )


def _who(state: str, zone: str, zone_id: str, to: Callable[[str], Markup]) -> Markup:
    return to(zone_id) if zone_id else join(_said(state, zone, "", str))


def _said(state: str, zone: str, zone_id: str, name_of: Callable[[str], str]) -> str:
    """Return the name of an area, or where it has none state and zone."""
    spoken = words.ZONES.get(zone, zone)
    return name_of(zone_id) if zone_id else f"{state}: {spoken}" if state else spoken


def _totals(totals: pd.DataFrame, to: Callable[[str], Markup]) -> Markup:
    """Return nautical miles and share by area, and their sum; where rounding shows, that too."""
    rows = [
        element(
            "tr",
            element(
                "th",
                element("span", class_=f"swatch {zone}"),
                _who(state, zone, zone_id, to),
                scope="row",
            ),
            element("td", f"{nm:,.0f} nm"),
            element("td", f"{100 * share:.0f} %"),
        )
        for state, zone, zone_id, nm, share in totals.itertuples(index=False)
    ]
    whole = element(
        "tr",
        element("th", words.TOTAL, scope="row"),
        element("td", f"{totals['nm'].sum():,.0f} nm"),
        element("td", "100 %"),
    )
    return join(
        element("table", element("tbody", *rows, whole), class_="figures"), _rounded(totals)
    )


def _rounded(totals: pd.DataFrame) -> Markup | None:
    """Return a sentence where the rows as shown do not add up to the sum as shown."""
    nm = sum(int(f"{value:.0f}") for value in totals["nm"])
    percent = sum(int(f"{100 * value:.0f}") for value in totals["share"])
    if (nm, percent) == (int(f"{totals['nm'].sum():.0f}"), 100):
        return None
    return element("p", words.ROUNDED.format(nm=nm, percent=percent), class_="small")


def _strip(stretches: pd.DataFrame, name_of: Callable[[str], str]) -> Markup:
    """Return the track as one bar from its beginning to its end, coloured by zone."""
    whole = float(stretches["nm"].sum())
    pieces = [
        element(
            "span",
            class_=f"swatch {zone}",
            width_percent=max(100 * nm / whole, _LEAST_STRIP_PERCENT),
            title=f"{_said(state, zone, zone_id, name_of)}: {nm:,.0f} nm",
        )
        for nm, state, zone, zone_id in zip(
            stretches["nm"],
            stretches["state"],
            stretches["zone"],
            stretches["zone_id"],
            strict=True,
        )
    ]
    return element("div", *pieces, class_="strip", role="img", aria_label=words.STRIP)


def _order(stretches: pd.DataFrame, to: Callable[[str], Markup]) -> Markup:
    rows = [
        element(
            "tr",
            element("td", f"{start:,.0f}–{end:,.0f} nm"),
            element("td", _who(state, zone, zone_id, to)),
        )
        for start, end, state, zone, zone_id in zip(
            stretches["from_nm"],
            stretches["to_nm"],
            stretches["state"],
            stretches["zone"],
            stretches["zone_id"],
            strict=True,
        )
    ]
    return element(
        "details",
        element("summary", words.IN_ORDER.format(count=len(rows))),
        element("table", element("tbody", *rows)),
    )


def _passed(
    feature: Feature, slug: str, passes: Passes, to: Callable[[str], Markup]
) -> Markup | None:
    ids = passes.straits(feature.id, slug)
    if not ids:
        return None
    spaced = [piece for identity in ids for piece in (", ", to(identity))][1:]
    return element("p", element("strong", words.PASSES, ": "), *spaced, class_="inline")
