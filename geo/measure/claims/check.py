"""Put beside a claim what this project measures or keeps, and say whether it holds.

What is compared with what:

- length: the variants of a route as drawn, and what others print of it;
- distance and its saving between two ports of the catalogue: the ways of a voyage between them;
- cargo, transit cargo and transits of the Northern Sea Route: the counts of the year stated;
- the extent of the ice: the mean of the month, which agrees with a day's figure or cannot tell;
- the ice's change in ten years: the straight line through the month of all years;
- time and time saved: what the ships of the page Voyages need, see `geo.measure.claims.times`;
- the season of the Northern Sea Route: the windows that were published;
- ships where the Polar Code holds, and voyages with containers: the counts of the year;
- a number of states: the members of the group, or those of them that are Arctic states;
- a year: a dated fact of the catalogue.

All else cannot be told, with the reason.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geo.measure.claims.facts import (
    AGREES,
    MI,
    NM,
    PERCENT,
    UNKNOWN,
    Beside,
    Check,
    Fact,
    compare,
    in_unit,
)
from geo.measure.claims.times import saving_beside, season_beside, time_beside
from geo.measure.season.tables import FOLDER, positive, read_rows
from geo.measure.voyages.records import FEATURE_OF_VIA

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from pathlib import Path

    from geo.catalogue.features import Catalogue
    from geo.measure.season.extent import Extents
    from geo.measure.season.traffic import Count, Traffic
    from geo.measure.voyages.records import Way
    from geo.measure.waters import Waters

LENGTHS = "published_lengths.csv"
LENGTH_COLUMNS = ("subject", "low_nm", "high_nm", "who", "day", "source", "confidence", "note")
MAX_PAIRS = 8
"""Pairs of ports that one checker measures: each costs a tenth of a second."""
_NSR = frozenset({"nsr", "nsr-water-area"})
_POLAR_CODE = "polar-code-waters"
_SERIES_OF_NOUN = {"transits": "transits", "transit": "transits", "container voyages": "containers"}
"""The counts of the table of traffic, by what an article counts; the one place for another."""
_ELSEWHERE = {"place", "region", "sea"}
"""Kinds of features whose name in the sentence says that the voyage is longer than the route."""
_VIA = {feature: via for via, feature in FEATURE_OF_VIA.items()} | {
    "nep": "nsr",
    "psr-northeast": "nsr",
    "nsr-water-area": "nsr",
    "psr-northwest": "nwp",
    "suez-canal": "suez",
    "panama-canal": "panama",
    "psr-central": "tsr",
}
_SCHEMATIC = {"suez", "panama", "cape-of-good-hope"}
"""Drawn from port to port for comparison: the canal's own length is another."""
_MILLION = 1e6
_ARCTIC = {"arctic", "arctic-ocean", "arctic-eight"}
_MONTHS_OF_ICE = {9, 3}
_DECADES = 1e6


@dataclass(frozen=True)
class Checker:
    """Checks claims against the catalogue, the tables and the sea network.

    Attributes
    ----------
    traffic, extents
        None where the table is missing: what rests on it cannot be told.
    ways
        Every way between two ports, by their ids.
    ports
        Ids of the ports that voyages can begin and end in.
    """

    catalogue: Catalogue
    waters: Waters
    traffic: Traffic | None
    extents: Extents | None
    ways: Callable[[str, str], tuple[Way, ...]]
    ports: Collection[str]
    folder: Path | None = None
    _kept: dict[Fact, Check] = field(default_factory=dict, init=False, repr=False)
    _pairs: set[tuple[str, str]] = field(default_factory=set, init=False, repr=False)

    def check(self, fact: Fact) -> Check:
        """Return what stands beside a claim, and the verdict; kept, so that it is made once."""
        if fact not in self._kept:
            self._kept[fact] = self._check(fact)
        return self._kept[fact]

    def _check(self, fact: Fact) -> Check:
        check = self._checks().get(fact.quantity)
        if check is None:
            return Check(UNKNOWN, reason=_REASONS.get(fact.quantity, "no figure"))
        found = check(fact)
        if fact.is_plan and fact.quantity != "length":
            return Check(UNKNOWN, found.beside, reason="plan")
        if fact.is_part and found.verdict != UNKNOWN:
            return Check(UNKNOWN, found.beside, reason="part")
        return found

    def _checks(self) -> Mapping[str, Callable[[Fact], Check]]:
        """Return what checks each quantity; the one place for another."""
        return {
            "length": self._length,
            "distance": self._distance,
            "distance saving": self._distance_saving,
            "cargo": self._cargo,
            "transit cargo": self._transit_cargo,
            "voyages": self._voyages,
            "ships": self._ships,
            "time": self._time,
            "time saving": self._time_saving,
            "ice extent": self._ice,
            "ice change": self._ice_change,
            "count of states": self._states,
            "year": self._year,
        }

    def lengths(self, subject: str) -> tuple[Beside, ...]:
        """Return the length of a route as drawn, its shortest and longest variant, in nm."""
        nm = [self.waters.length_nm(subject, one) for one in self.waters.variants(subject)]
        if subject in _SCHEMATIC or not any(nm):
            return ()
        return (Beside("drawn", min(nm), max(nm), NM, who=str(len(nm))),)

    def _length(self, fact: Fact) -> Check:
        drawn = self.lengths(fact.subject)
        if not drawn:
            return Check(UNKNOWN, reason="no length")
        return _by_miles(fact, drawn)

    def _distance(self, fact: Fact) -> Check:
        ways = self._ways(fact)
        way = ways.get(_VIA.get(fact.subject, ""))
        if way is None:
            return Check(UNKNOWN, reason="no ends")
        printed = tuple(
            Beside("printed", one.nm, one.nm, NM, source=one.source) for one in way.published
        )
        return _by_miles(fact, (Beside("way", *way.nm, NM), *printed))

    def _distance_saving(self, fact: Fact) -> Check:
        ways = self._ways(fact)
        way, other = (ways.get(_VIA.get(one, "")) for one in (fact.subject, fact.compared))
        if way is None or other is None:
            return Check(UNKNOWN, reason="no two ways")
        shorter, longer = sorted((way.nm, other.nm))
        least, most = longer[0] - shorter[1], longer[1] - shorter[0]
        if fact.unit == PERCENT:
            shares = 100 * (1 - shorter[1] / longer[0]), 100 * (1 - shorter[0] / longer[1])
            return compare(fact, (Beside("saving", *shares, PERCENT),))
        return _by_miles(fact, (Beside("saving", max(least, 0.0), most, NM),))

    def _ways(self, fact: Fact) -> Mapping[str, Way]:
        ends = [one for one in fact.ends if one in self.ports]
        if len(ends) != 2:  # noqa: PLR2004  a voyage has two
            return {}
        pair = min(ends), max(ends)
        if pair not in self._pairs and len(self._pairs) >= MAX_PAIRS:
            return {}
        self._pairs.add(pair)
        return {way.via: way for way in self.ways(*pair) if way.variants}

    def _cargo(self, fact: Fact) -> Check:
        return self._counted(fact, "cargo", _MILLION)

    def _transit_cargo(self, fact: Fact) -> Check:
        return self._counted(fact, "transit_cargo", _MILLION)

    def _voyages(self, fact: Fact) -> Check:
        series = _SERIES_OF_NOUN.get(fact.noun)
        return self._counted(fact, series, 1.0) if series else Check(UNKNOWN, reason="no count")

    def _ships(self, fact: Fact) -> Check:
        """Return the count of ships where the Polar Code holds; of a route's, that of its transits.

        A ship may make several transits, so that their number cannot tell that of the ships.
        """
        if fact.subject == _POLAR_CODE:
            return self._counted(fact, "ships", 1.0, subjects={_POLAR_CODE})
        transits = self._counted(fact, "transits", 1.0)
        return Check(UNKNOWN, transits.beside, reason="ships" if transits.beside else "no count")

    def _time(self, fact: Fact) -> Check:
        if fact.noun == "season":
            return season_beside(fact, _NSR)
        way = self._ways(fact).get(_VIA.get(fact.subject, ""))
        return time_beside(fact, way, self._route_nm(fact))

    def _route_nm(self, fact: Fact) -> tuple[float, float] | None:
        """Return the length of a route where nothing but the route itself can be meant."""
        kinds = {self.catalogue.features[one].kind for one in fact.ends if self._is_known(one)}
        drawn = () if kinds & _ELSEWHERE else self.lengths(fact.subject)
        return (drawn[0].low, drawn[0].high) if drawn else None

    def _is_known(self, feature: str) -> bool:
        return feature in self.catalogue.features

    def _time_saving(self, fact: Fact) -> Check:
        ways = self._ways(fact)
        way, other = (ways.get(_VIA.get(one, "")) for one in (fact.subject, fact.compared))
        if way is None or other is None:
            return Check(UNKNOWN, reason="no two ways")
        return saving_beside(fact, way, other)

    def _counted(
        self, fact: Fact, series: str, times: float, *, subjects: Collection[str] = _NSR
    ) -> Check:
        if fact.subject not in subjects:
            return Check(UNKNOWN, reason="no count")
        if self.traffic is None:
            return Check(UNKNOWN, reason="no table")
        if fact.year is None:
            return Check(UNKNOWN, reason="no year")
        counts = self.traffic.of(series, fact.year)
        if not counts:
            return Check(UNKNOWN, reason="no count of year")
        return compare(fact, tuple(_beside(count, times, fact.unit) for count in counts))

    def _ice(self, fact: Fact) -> Check:
        if fact.subject not in _ARCTIC:
            return Check(UNKNOWN, reason="no extent of sea")
        if fact.year is None or not fact.month:
            return Check(UNKNOWN, reason="no month")
        extent = self.extents.of(fact.year, fact.month) if self.extents else None
        if extent is None:
            return Check(UNKNOWN, reason="no extent")
        km2 = extent * _MILLION
        value = km2 / (MI_KM * MI_KM) if fact.unit == "mi2" else km2
        beside = Beside("extent", value, value, fact.unit, "NSIDC", fact.year, fact.month)
        found = compare(fact, (beside,))
        return found if found.verdict == AGREES else Check(UNKNOWN, (beside,), reason="day of ice")

    def _ice_change(self, fact: Fact) -> Check:
        month = fact.month
        is_trend = fact.noun == "decade" and fact.subject in _ARCTIC
        if not is_trend or not month or self.extents is None:
            return Check(UNKNOWN, reason="no trend")
        trend, normal = self.extents.trend(month), self.extents.normal(month)
        if trend is None or normal is None:
            return Check(UNKNOWN, reason="no trend")
        loss = -trend.per_decade
        value = {PERCENT: 100 * loss / normal, "km2": loss * _DECADES}.get(fact.unit)
        if value is None:
            return Check(UNKNOWN, reason="no trend")
        return compare(
            fact, (Beside("trend", value, value, fact.unit, "NSIDC", trend.last, month),)
        )

    def _states(self, fact: Fact) -> Check:
        group = self.catalogue.features.get(fact.subject)
        if group is None or fact.low is None or fact.low != fact.high:
            return Check(UNKNOWN, reason="no members")
        if fact.noun.startswith("observer"):
            listed = str(group.details.get("observer states", ""))
            number = float(len(listed.split(", "))) if listed else 0.0
            kind = "observers"
        else:
            number, kind = float(len(group.members)), "members"
        if not number:
            return Check(UNKNOWN, reason="no members")
        inner = self._arctic_members(fact)
        if inner and fact.low == inner.low:
            return Check(AGREES, (inner,))
        found = compare(fact, (Beside(kind, number, number, "states", group.name),))
        is_some = fact.low < number
        return Check(UNKNOWN, found.beside, reason="some of them") if is_some else found

    def _arctic_members(self, fact: Fact) -> Beside | None:
        """Return how many Arctic states are of a group, where the sentence is about the Arctic."""
        eight = self.catalogue.features.get("arctic-eight")
        group = self.catalogue.features.get(fact.subject)
        if eight is None or group is None or _ARCTIC.isdisjoint(fact.ends):
            return None
        both = float(len({*eight.members} & {*group.members}))
        if both in {0.0, float(len(eight.members))}:
            return None
        return Beside("arctic members", both, both, "states", group.name, len(eight.members))

    def _year(self, fact: Fact) -> Check:
        programme = self.catalogue.features.get("psr")
        named = str(programme.details.get("named", "")) if programme else ""
        year = re.search(r"\b\d{4}\b", named)
        if fact.subject != "CN" or year is None:
            return Check(UNKNOWN, reason="no date")
        return compare(
            fact, (Beside("white paper", float(year[0]), float(year[0]), "year", named),)
        )


MI_KM = 1.609344
_REASONS = {
    "share": "no figure",
    "containers": "no count",
}


def _by_miles(fact: Fact, nm: tuple[Beside, ...]) -> Check:
    """Compare in the claim's unit; miles may be nautical or statute, and either may agree."""
    if fact.unit != MI:
        return compare(fact, tuple(_in(one, fact.unit) for one in nm))
    by_reading = {unit: compare(fact, tuple(_in(one, unit) for one in nm)) for unit in (NM, MI)}
    agreeing = [unit for unit, found in by_reading.items() if found.verdict == AGREES]
    if len(agreeing) == 1:
        return by_reading[agreeing[0]]._replace(miles=agreeing[0])
    if agreeing:
        return by_reading[NM]
    return Check(UNKNOWN, by_reading[NM].beside, reason="miles")


def _in(beside: Beside, unit: str) -> Beside:
    return beside._replace(
        low=in_unit(beside.low, unit), high=in_unit(beside.high, unit), unit=unit
    )


def _beside(count: Count, times: float, unit: str) -> Beside:
    value = count.value * times
    kind = "count" if count.is_seen else count.confidence
    return Beside(kind, value, value, unit, count.counter, count.year, source=count.source)


def read_lengths(folder: Path = FOLDER) -> tuple[dict[str, list[Beside]], str]:
    """Return what others print of a route's length by its id, and '' or what is wrong."""
    rows, wrong = read_rows(folder / LENGTHS, LENGTH_COLUMNS, _printed_length)
    made: dict[str, list[Beside]] = {}
    for subject, beside in rows:
        made.setdefault(subject, []).append(beside)
    return made, wrong


def _printed_length(row: Mapping[str, str]) -> tuple[str, Beside]:
    low, high = positive(row["low_nm"]), positive(row["high_nm"])
    return row["subject"], Beside(
        "printed", low, high, NM, row["who"], int(row["day"][:4]), source=row["source"]
    )
