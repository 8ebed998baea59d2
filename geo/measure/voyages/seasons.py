"""When a way may be sailed, in words, and who says so.

The Northern Sea Route has the newest season that the catalogue states: its first and last transit
(CHNL). The Northwest Passage has no season of traffic on file; it has dates in Canadian law by zone
and type of ship (SOR/2017-286), worked out by `geo.measure.season.law` from the zones that a track
enters, so that a part of a variant has its own dates and borrows none. The Transpolar Sea Route is
hypothetical. The southern ways are open all year; no source was checked for that, and the answer
says so.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo import messages
from geo.catalogue.records import DATA
from geo.measure.season.law import TYPES, Law, Window, groups, load_law, windows_along, zones_in
from geo.measure.season.law_tables import read_notations
from geo.measure.season.words import (
    category_name,
    number_of,
    span_words,
    with_notation,
    zones_name,
)
from geo.measure.voyages.records import FEATURE_OF_VIA
from geo.sentences import join_words

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from geo.catalogue.features import Catalogue
    from geo.catalogue.records import Feature, Source

SEASON = "season of "
"""What the details begin with that hold a season."""
_DAY = re.compile(
    r"\b(\d{1,2}) (January|February|March|April|May|June|July|August|September|October|November"
    r"|December)\b"
)
_BOTH_ENDS = 2
_HYPOTHETICAL = "hypothetical"
_SOUTHERN = "Customary sea route"
_LAW_SOURCE = "SOR/2017-286"


def season_of(via: str, catalogue: Catalogue, *, folder: Path = DATA) -> tuple[str, str]:
    """Return when a way may be sailed, and the source; two empty texts where nothing is on file.

    Parameters
    ----------
    via
        One of `geo.measure.voyages.records.VIAS`; the direct way has no season of its own.
    folder
        Where the tables of the law are.
    """
    feature = catalogue.features.get(FEATURE_OF_VIA.get(via, ""))
    if feature is None:
        return "", ""
    if via == "nsr":
        return _of_traffic(feature)
    if via == "nwp":
        return _of_law(feature, folder)
    if feature.status == _HYPOTHETICAL:
        return messages.SEASON_HYPOTHETICAL, _source(feature, feature.name)
    return messages.SEASON_ALL_YEAR, _source(feature, _SOUTHERN)


def season_of_variant(
    via: str, catalogue: Catalogue, *, regimes: Collection[str] = (), folder: Path = DATA
) -> tuple[str, str]:
    """Return when one variant of a way may be sailed, and the source; as `season_of`.

    Parameters
    ----------
    regimes
        Ids of the areas of rules that its track enters: the zones among them decide.
    """
    words, source = season_of(via, catalogue, folder=folder)
    if not words:
        return "", ""
    if via == "nsr":
        return messages.SEASON_NSR_VARIANT.format(season=words), source
    if via != "nwp":
        return words, source
    zones = zones_in(dict.fromkeys(regimes, 0.0))
    windows = windows_along("", zones, folder=folder)
    types = [one for one in windows if one.category in TYPES]
    if not types:
        return messages.SEASON_NWP_UNKNOWN, source
    return _of_types(types, folder), source


def _of_types(types: list[Window], folder: Path) -> str:
    """Return the dates of every type of ship, each with what it is, or what shuts the track."""
    strongest, notations = types[0], read_notations(folder)
    if not strongest.spans:
        names = category_name([one.category for one in types])
        zones = zones_name(strongest.deciding)
        return messages.SEASON_NWP_SHUT.format(types=names, zones=zones)
    said = []
    for rows in groups(Law(tuple(types)), TYPES):
        for categories, window in rows.rows:
            ships = with_notation(categories, notations)
            form = messages.SEASON_NWP_FOR if window.spans else messages.SEASON_NWP_NONE_FOR
            said.append(form.format(dates=span_words(window.spans), ships=ships))
    return messages.SEASON_NWP_VARIANT.format(dates="; ".join(said))


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


def _of_law(feature: Feature, folder: Path) -> tuple[str, str]:
    """Return the dates of the strongest type on the ways that are open to it the longest."""
    law, strongest = load_law(folder), TYPES[0]
    for group in groups(law, TYPES)[:1]:
        window = law.of(group.variants[0], strongest)
        if window and window.spans:
            words = messages.SEASON_NWP.format(
                dates=span_words(window.spans),
                routes=join_words(map(number_of, group.variants)),
                ships=with_notation((strongest,), read_notations(folder)),
            )
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
