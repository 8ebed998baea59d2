"""Read a reader's track: GeoJSON, GPX, KML or CSV, by content first, then by name.

Nothing of it is stored, no other file is opened and nothing is fetched, whatever the file says.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from geo import messages
from geo.characters import one_line
from geo.decode import Decoded, decode, marked_to_utf8, skip_utf8_mark
from geo.errors import EncodingError, TrackError
from geo.measure.own_track import limits
from geo.measure.own_track.geojson import read_geojson
from geo.measure.own_track.gpx import Gpx
from geo.measure.own_track.kml import Kml
from geo.measure.own_track.table import find_head, read_table
from geo.measure.own_track.track import make_track
from geo.measure.own_track.xml import read_xml

if TYPE_CHECKING:
    from collections.abc import Callable

    from geo.measure.own_track.rows import Rows
    from geo.measure.own_track.track import OwnTrack
    from geo.measure.own_track.xml import Sink

ENDINGS = (".geojson", ".json", ".gpx", ".kml", ".csv", ".tsv", ".txt")
"""The endings of the files that are read."""
_ZIPPED = (b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b", b"BZh", b"\xfd7zXZ\x00", b"7z\xbc\xaf")
_HTML = (b"<!doctype html", b"<html")
_JSON = {"geojson", "json", "geojsonl"}
_ROOTS: dict[str, Callable[[str], Sink]] = {
    "gpx": Gpx,
    "kml": Kml,
    "document": Kml,
    "folder": Kml,
    "placemark": Kml,
}
_ELSEWHERE = ("windows-1251", "gb18030", "big5", "shift_jis", "euc-kr")
"""In what tables are saved where few write in Latin letters; names of columns tell them apart."""
_TOP_BYTES = 4096
_OTHERS = {
    ".fit": "a FIT file",
    ".shp": "a part of a shapefile",
    ".gpkg": "a GeoPackage",
    ".xlsx": "an Excel file",
    ".pdf": "a PDF",
}


def read_track(data: bytes, name: str) -> OwnTrack:
    """Return the track in a file.

    Points that cannot be used are left out and named in `skipped`, as long as two places remain.

    Parameters
    ----------
    data
        The whole file.
    name
        Its name as the browser gives it; a label, never opened.

    Raises
    ------
    TrackError
        For everything that is not read: the file, what is wrong and where, the rule, a way out.
    """
    shown = one_line(name, max_chars=limits.NAME_CHARS) or "The file"
    try:
        rows = _read(data, shown, name.lower().rpartition(".")[2])
        if not len(rows.lon):
            skipped = " ".join(rows.skipped)
            nothing = messages.TRACK_NOTHING.format(name=shown)
            raise TrackError(f"{nothing} {skipped}".strip())
        return make_track(shown, rows)
    except EncodingError as error:
        raise TrackError(messages.TRACK_BINARY.format(name=shown, why=error)) from error


def _read(data: bytes, name: str, ending: str) -> Rows:
    if not data.strip():
        raise TrackError(messages.TRACK_EMPTY_FILE.format(name=name))
    if data.startswith(_ZIPPED) and f".{ending}" != ".xlsx":
        raise TrackError(messages.TRACK_ZIPPED.format(name=name))
    if f".{ending}" in _OTHERS:
        what = f"it is {_OTHERS[f'.{ending}']}"
        raise TrackError(messages.TRACK_UNKNOWN.format(name=name, what=what))
    if len(data) > limits.FILE_BYTES:
        raise TrackError(
            messages.TRACK_TOO_LARGE.format(
                name=name, mb=len(data) / limits.MB, most=limits.FILE_BYTES // limits.MB,
                points=limits.POINTS // 2,
            )
        )  # fmt: skip
    head = skip_utf8_mark(marked_to_utf8(data[:400])).lstrip()
    if head[:20].lower().startswith(_HTML):
        raise TrackError(messages.TRACK_UNKNOWN.format(name=name, what="it is a web page"))
    if head.startswith(b"<"):
        return read_xml(data, name, _ROOTS)
    is_json = head.startswith((b"{", b"["))
    found = decode(data) if is_json else _decode_table(data)
    if is_json or (ending in _JSON and find_head(found.text) is None):
        rows = read_geojson(found.text, name)
    else:
        rows = read_table(found.text, name)
    if found.note:
        rows.notes.append(found.note)
    return rows


def _decode_table(data: bytes) -> Decoded:
    """Decode a table; where it is not UTF-8, in the encoding in which its columns have names."""
    try:
        found = decode(data)
    except EncodingError:
        other = _named(data)
        if other is None:
            raise
        return other
    is_plain = found.note is None or find_head(found.text) is not None
    return found if is_plain else _named(data) or found


def _named(data: bytes) -> Decoded | None:
    top = data[:_TOP_BYTES].rpartition(b"\n")[0]
    for label in _ELSEWHERE:
        with suppress(EncodingError):
            if find_head(decode(top, declared=label).text) is None:
                continue
            found = decode(data, declared=label)
            if not found.damaged and find_head(found.text) is not None:
                return replace(found, note=messages.TRACK_BY_COLUMNS.format(encoding=label))
    return None
