"""The figure's type: the app's own, from the files that its server ships; else matplotlib's.

The server's package holds the typefaces as variable WOFF2 files. matplotlib reads neither, so each
face is unpacked, reduced to the letters that a figure needs, and set to its weight in a temporary
folder, once per process. Nothing of it is copied into the repository.
"""

import io
import logging
import struct
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, partial
from importlib.util import find_spec
from pathlib import Path
from types import SimpleNamespace

import pyarrow as pa
from fontTools import subset
from fontTools.ttLib import TTFont, TTLibError, woff2
from fontTools.varLib import instancer
from matplotlib.font_manager import fontManager

_FOLDER = "static/static/media"
_FALLBACK = "DejaVu Sans"
_FALLBACK_SERIF = "DejaVu Serif"
_PRINT_SIZE = 12.0
"""The optical size of the serif, in points."""
_REGULAR, _BOLD = 400, 700
"""matplotlib knows two weights; what is bold on the page is a little lighter than that."""
_DAMAGE = (ImportError, OSError, ValueError, KeyError, struct.error, TTLibError)
_LETTERS = (
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),  # Latin with all its marks
    *range(0x300, 0x315),
    *range(0x391, 0x3CA),  # Greek
    *range(0x400, 0x460),  # Cyrillic
    *range(0x2010, 0x2040),  # dashes, quotation marks, primes
    0x20AC,
    *range(0x2190, 0x219A),  # arrows
    0x2212,
)
_LEFT_OUT = ("GSUB", "GPOS", "GDEF", "STAT", "MVAR", "HVAR")


@dataclass(frozen=True)
class _Face:
    """A face to make: its family, how its file's name begins, its weight and style."""

    family: str
    file: str
    weight: int
    style: str


_FACES = (
    _Face("Source Sans", "SourceSansVF-Upright", _REGULAR, "Regular"),
    _Face("Source Sans", "SourceSansVF-Upright", 600, "Semibold"),
    _Face("Source Serif", "SourceSerifVariable-Roman", _REGULAR, "Regular"),
    _Face("Source Serif", "SourceSerifVariable-Roman", 600, "Semibold"),
    _Face("Source Serif", "SourceSerifVariable-Italic", _REGULAR, "Italic"),
)


def sans() -> list[str]:
    """Return the families for plain text, the best first; later ones lend missing letters."""
    return ["Source Sans", _FALLBACK] if _have_faces() else [_FALLBACK]


def serif() -> list[str]:
    """Return the families for titles, quotations and the names of waters."""
    return ["Source Serif", _FALLBACK] if _have_faces() else [_FALLBACK_SERIF, _FALLBACK]


@cache
def _have_faces() -> bool:
    """Make the faces and tell matplotlib of them; False where they cannot be made."""
    quiet = logging.getLogger("fontTools")
    level = quiet.level
    quiet.setLevel(logging.ERROR)
    try:
        for name in _make_faces(_folder()):
            fontManager.addfont(name)
    except _DAMAGE:
        return False
    finally:
        quiet.setLevel(level)
    return True


def _folder() -> Path:
    """Return where the server's package keeps its typefaces, without importing it."""
    package = find_spec("streamlit")
    if package is None or package.origin is None:
        raise ImportError("The server's package is not installed.")
    return Path(package.origin).parent / _FOLDER


@cache
def _kept() -> "tempfile.TemporaryDirectory[str]":
    return tempfile.TemporaryDirectory(prefix="arctic-passages-type-")


def _make_faces(folder: Path) -> Iterable[Path]:
    for face in _FACES:
        (file,) = folder.glob(f"{face.file}*.woff2")
        font = TTFont(io.BytesIO(_reduced(file)), recalcTimestamp=False)
        sizes = {"wght": face.weight, "opsz": _PRINT_SIZE}
        pins = {axis.axisTag: sizes[axis.axisTag] for axis in font["fvar"].axes}
        instancer.instantiateVariableFont(font, pins, inplace=True)
        _name(font, face)
        font["OS/2"].usWeightClass = _BOLD if face.weight > _REGULAR else _REGULAR
        made = Path(_kept().name) / f"{face.file}-{face.weight}.ttf"
        font.save(made)
        yield made


@cache
def _reduced(file: Path) -> bytes:
    """Return a variable font with the letters of `_LETTERS` alone, as TrueType."""
    font = _unpacked(file.read_bytes())
    for table in _LEFT_OUT:  # before they are read, which would take most of the time
        if table in font:
            del font[table]
    options = subset.Options(
        layout_features=[], hinting=False, notdef_outline=True, recalc_timestamp=False
    )
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=_LETTERS)
    subsetter.subset(font)
    written = io.BytesIO()
    font.save(written)
    return written.getvalue()


def _unpacked(raw: bytes) -> TTFont:
    """Read a WOFF2 file. fontTools needs a module for Brotli; pyarrow, which is there, has one."""
    if not woff2.haveBrotli:
        unpack = partial(
            pa.decompress, decompressed_size=_unpacked_size(raw), codec="brotli", asbytes=True
        )
        woff2.brotli = SimpleNamespace(decompress=unpack)
        woff2.haveBrotli = True
        try:
            return _read(raw)
        finally:
            woff2.haveBrotli = False
    return _read(raw)


def _read(raw: bytes) -> TTFont:
    font = TTFont(io.BytesIO(raw), recalcTimestamp=False)
    font.flavor = None
    return font


def _unpacked_size(raw: bytes) -> int:
    """Return the length of the tables of a WOFF2 file once they are decompressed."""
    (tables,) = struct.unpack(">H", raw[12:14])
    directory = io.BytesIO(raw[woff2.woff2DirectorySize :])
    total = 0
    for _ in range(tables):
        entry = woff2.WOFF2DirectoryEntry()
        entry.fromFile(directory)
        total += entry.length
    return total


def _name(font: TTFont, face: _Face) -> None:
    """Name a face, so that matplotlib and readers of a PDF tell it from its siblings."""
    names = {
        1: face.family,
        2: face.style,
        4: f"{face.family} {face.style}",
        6: f"{face.family.replace(' ', '')}-{face.style}",
    }
    table = font["name"]
    for number in (16, 17, 21, 22, 25):
        table.removeNames(nameID=number)
    for number, text in names.items():
        table.removeNames(nameID=number)
        table.setName(text, number, 3, 1, 0x409)
        table.setName(text, number, 1, 0, 0)
