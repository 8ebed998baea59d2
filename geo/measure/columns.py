"""The columns of a table of points, by their titles in the languages that readers write them in."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_LON = _words(
    "lon long lng longitude longitud longitudine londd längengrad laengengrad lengdegrad "
    "længdegrad laengdegrad längdgrad longitudgrad lengtegraad lengdargráða pituusaste pituuspiiri "
    "долгота довгота długość 经度 經度 経度 경도"
)
_LAT = _words(
    "lat latitude latitud latitudine latdd breitengrad breddegrad breddgrad latitudgrad "
    "breedtegraad breiddargráða leveysaste leveyspiiri широта szerokość 纬度 緯度 위도"
)
_LENGTH = _words("länge laenge lengde længde laengde längd lengte lengd pituus дол")
_BREADTH = _words("breite bredde bredd breedte breidd leveys шир")
_PAIRS = ((_LON, _LAT), (_LENGTH, _BREADTH), (_words("x"), _words("y")))
"""Words for longitude and latitude, the surest first: in a table of ships “Länge” is how long one
is, and x and y may be metres where lon and lat stand beside them."""
_WEST, _SOUTH = frozenset({"w", "west"}), frozenset({"s", "south"})
_AROUND = _words(
    "deg degs degree degrees dd decimal dec wgs wgs84 84 epsg 4326 n north e east gps geo point "
    "pos position coord coordinate coordinates ship vessel grad grader graden degrés degres grados "
    "geografische geographische geogr geografisk geografische geograficzna nördliche östliche "
    "в град градусах градусы"
)
"""What may stand beside such a word without changing what it means."""
_STAMP = _words(
    "timestamp datetime dt zeitstempel zeitpunkt tidspunkt tidsstempel tidpunkt tidsstämpel "
    "aikaleima horodatage epoch 时间戳"
)
_DAY = _words("date datum dato fecha data päivä pvm päivämäärä дата 日期")
_CLOCK = _words(
    "time zeit uhrzeit tid klokkeslett klokkeslæt klockslag kl aika klo heure temps hora tiempo "
    "ora время час tijd czas tími 时间 時間 時刻 시간"
)
_TIME_AROUND = _words("utc gmt base stamp of the iso 8601 received reported fix gps")
_SHIP = re.compile(r"mmsi|imo(?: ?number)?")
_HEMISPHERES = {
    "lat": re.compile(r"(?:lat(?:itude)? ?)?(?:n ?s|hem(?:isphere)?|dir(?:ection)?)"),
    "lon": re.compile(r"(?:lon(?:g(?:itude)?)? ?)?(?:e ?w|hem(?:isphere)?|dir(?:ection)?)"),
}
_BEFORE_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NO_LETTER = re.compile(r"[\W_]+")


def find_degrees(titles: Sequence[str]) -> tuple[int, int]:
    """Return the indices of the columns lon and lat by their titles; -1 for none."""
    words = [set(title_words(title)) for title in titles]
    found = [(_find(words, east), _find(words, north)) for east, north in _PAIRS]
    whole = next((pair for pair in found if min(pair) >= 0), None)
    if whole is not None:
        return whole
    lon, lat = (next((at for at in axis if at >= 0), -1) for axis in zip(*found, strict=True))
    return lon, lat


def find_times(titles: Sequence[str]) -> tuple[int, ...]:
    """Return the index of the column with times, or those of a day and of the time on it."""
    words = [set(title_words(title)) - _TIME_AROUND for title in titles]
    bare = next((at for at, title in enumerate(titles) if title_words(title) == ["utc"]), -1)
    stamp = next((at for at, one in enumerate(words) if _is_stamp(one)), -1)
    day, clock = (
        next((at for at, one in enumerate(words) if len(one) == 1 and one <= kind), -1)
        for kind in (_DAY, _CLOCK)
    )
    if stamp >= 0:
        return (stamp,)
    if day >= 0 and clock >= 0:
        return day, clock
    return tuple(at for at in (clock, day, bare) if at >= 0)[:1]


def _is_stamp(words: Collection[str]) -> bool:
    if not words:
        return False
    is_both = len(words) > 1 and all(word in _DAY | _CLOCK for word in words)
    return is_both or (len(words) == 1 and set(words) <= _STAMP)


def find_ship(titles: Sequence[str]) -> int:
    """Return the index of the column that says which ship it is, -1 for none."""
    joined = (" ".join(title_words(title)) for title in titles)
    return next((at for at, title in enumerate(joined) if _SHIP.fullmatch(title)), -1)


def find_hemispheres(titles: Sequence[str], lon: int, lat: int) -> tuple[int, int]:
    """Return the columns that hold E or W, and N or S, each after its degrees; -1 for none."""
    joined = [" ".join(title_words(title)) for title in titles]
    east, north = (
        next(
            (at for at, title in enumerate(joined)
             if _HEMISPHERES[axis].fullmatch(title) and at in {near - 1, near + 1}),
            -1,
        )
        for axis, near in (("lon", lon), ("lat", lat))
    )  # fmt: skip
    return east, north


def counts_backwards(title: str) -> bool:
    """Return whether a title says that its degrees count westward or southward."""
    return bool(set(title_words(title)) & (_WEST | _SOUTH))


def title_words(title: str) -> list[str]:
    """Return the words of a title in lower case: 'LatitudeDeg_N' is latitude, deg and n."""
    plain = unicodedata.normalize("NFKC", title).replace("\N{DEGREE SIGN}", " deg ")
    parted = _NO_LETTER.sub(" ", _BEFORE_CAPITAL.sub(" ", plain))
    return parted.casefold().split()


def _find(titles: Sequence[set[str]], names: frozenset[str]) -> int:
    return next(_matching(titles, names), -1)


def _matching(titles: Sequence[set[str]], names: frozenset[str]) -> Iterator[int]:
    """Yield the titles that are one of the names, the plainest first."""
    for at in sorted(range(len(titles)), key=lambda one: len(titles[one])):
        own = titles[at] & names
        if len(own) == 1 and titles[at] - own <= _AROUND | _WEST | _SOUTH:
            yield at
