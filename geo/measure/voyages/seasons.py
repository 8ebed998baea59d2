"""When a way may be sailed, in words, and who says so.

The Northern Sea Route has the newest season that the catalogue states: its first and last transit
(CHNL). The Northwest Passage has no season of traffic on file; it has dates in Canadian law by zone
and type of ship (SOR/2017-286), of which the catalogue states what the zones of a track have in
common: they hold for some of its variants, and every other enters a zone that these ships may not.
The Transpolar Sea Route is hypothetical. The southern ways are open all year; no source was
checked for that, and the answer says so.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from geo import messages
from geo.measure.voyages.records import FEATURE_OF_VIA

if TYPE_CHECKING:
    from geo.catalogue.features import Catalogue
    from geo.catalogue.records import Feature, Source

SEASON, LAW = "season of ", "dates in Canadian law"
"""What the details begin with that hold a season, and the dates by type of ship."""
_DAY = re.compile(
    r"\b(\d{1,2}) (January|February|March|April|May|June|July|August|September|October|November"
    r"|December)\b"
)
_BOTH_ENDS = 2
_HYPOTHETICAL = "hypothetical"
_SOUTHERN = "Customary sea route"
_LAW_SOURCE = "SOR/2017-286"
_ROUTES, _OUTSIDE = "on routes", "outside these dates"
"""The details of the dates that are about no type of ship."""
_SHUT_ZONE = "shipping-safety-control-zone-2"
"""The zone that no ship of Types A to E may enter at any date."""


def season_of(via: str, catalogue: Catalogue) -> tuple[str, str]:
    """Return when a way may be sailed, and the source; two empty texts where nothing is on file.

    Parameters
    ----------
    via
        One of `geo.measure.voyages.records.VIAS`; the direct way has no season of its own.
    """
    feature = catalogue.features.get(FEATURE_OF_VIA.get(via, ""))
    if feature is None:
        return "", ""
    if via == "nsr":
        return _of_traffic(feature)
    if via == "nwp":
        return _of_law(feature)
    if feature.status == _HYPOTHETICAL:
        return messages.SEASON_HYPOTHETICAL, _source(feature, feature.name)
    return messages.SEASON_ALL_YEAR, _source(feature, _SOUTHERN)


def season_of_variant(
    via: str, slug: str, catalogue: Catalogue, *, regimes: Collection[str] = (), is_part: bool
) -> tuple[str, str]:
    """Return when one variant of a way may be sailed, and the source; as `season_of`.

    Parameters
    ----------
    regimes
        Ids of the areas of rules that its track enters.
    is_part
        Whether the track takes a part of the variant only.
    """
    words, source = season_of(via, catalogue)
    if not words:
        return "", ""
    if via == "nsr":
        return messages.SEASON_NSR_VARIANT.format(season=words), source
    if via != "nwp":
        return words, source
    law = catalogue.features[FEATURE_OF_VIA[via]].details[LAW]
    if _SHUT_ZONE in regimes:
        outside = law.get(_OUTSIDE, "")
        return messages.SEASON_NWP_SHUT.format(outside=outside).rstrip(": "), source
    if is_part or slug not in _routes_of(law):
        return messages.SEASON_NWP_UNKNOWN, source
    return messages.SEASON_NWP_VARIANT.format(dates=_dates_by_type(law)), source


def _routes_of(law: Mapping[str, object]) -> set[str]:
    return {f"route-{number}" for number in re.findall(r"\d+", str(law.get(_ROUTES, "")))}


def _dates_by_type(law: Mapping[str, object]) -> str:
    """Return the dates of every type of ship, each with what it is: `15 Aug–15 Oct for Type A`."""
    types = {key: str(text) for key, text in law.items() if key.startswith("Type")}
    return "; ".join(f"{_short(text) or text} for {ships}" for ships, text in types.items())


def _of_traffic(feature: Feature) -> tuple[str, str]:
    years = {
        key.removeprefix(SEASON): str(value)
        for key, value in feature.details.items()
        if key.startswith(SEASON)
    }
    if not years:
        return "", ""
    year = max(years)
    words = years[year]
    if dates := _short(words):
        words = messages.SEASON_NSR.format(dates=dates, year=year)
    return words, _source(feature, f"{year} season")


def _of_law(feature: Feature) -> tuple[str, str]:
    by_type = feature.details.get(LAW)
    if not isinstance(by_type, Mapping):
        return "", ""
    for ships, text in by_type.items():
        if dates := _short(str(text)):
            routes = by_type.get(_ROUTES, "")
            words = messages.SEASON_NWP.format(dates=dates, routes=routes, ships=ships)
            return words, _source(feature, _LAW_SOURCE)
    return "", ""


def _short(text: str) -> str:
    """Return the first two days of a text as `30 Jun–17 Nov`, or '' where there are not two."""
    days = [f"{day} {month[:3]}" for day, month in _DAY.findall(text)]
    return "–".join(days[:_BOTH_ENDS]) if len(days) >= _BOTH_ENDS else ""


def _source(feature: Feature, words: str) -> str:
    """Return the source whose title holds these words, with its publisher, or ''."""
    found = next((one for one in feature.sources if words in one.title), None)
    return _cited(found) if found else ""


def _cited(source: Source) -> str:
    who = ", ".join(filter(None, [source.title, source.publisher]))
    return who if source.confidence.startswith("checked") else f"{who} ({source.confidence})"
