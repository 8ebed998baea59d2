"""The app's own type as small font files: from those that its server ships, reduced and set.

The server's package holds the typefaces as variable WOFF2 files. Each face is unpacked, reduced to
the letters that are needed, and set to its weight, once per process. Nothing of it is copied into
the repository; the figure and the offline page carry the letters that they show.
"""

import base64
import io
import logging
import struct
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from importlib.util import find_spec
from pathlib import Path
from types import SimpleNamespace

import pyarrow as pa
from fontTools import subset
from fontTools.ttLib import TTFont, TTLibError, woff2
from fontTools.varLib import instancer

DAMAGE = (ImportError, OSError, ValueError, KeyError, struct.error, TTLibError)
"""What goes wrong where the server's package has other files than ours expects."""
_FOLDER = "static/static/media"
_PRINT_SIZE = 12.0
"""The optical size of the serif, in points."""
REGULAR, SEMIBOLD = 400, 600
_BOLD = 700
"""What matplotlib takes for bold; what is bold on the page is a little lighter than that."""
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
    0x25CB,  # the mark on the rim
)
_LEFT_OUT = ("GSUB", "GPOS", "GDEF", "STAT", "MVAR", "HVAR")


@dataclass(frozen=True)
class Face:
    """A face to make: its family, how its file's name begins, its weight and style."""

    family: str
    file: str
    weight: int
    style: str


FACES = (
    Face("Source Sans", "SourceSansVF-Upright", REGULAR, "Regular"),
    Face("Source Sans", "SourceSansVF-Upright", SEMIBOLD, "Semibold"),
    Face("Source Serif", "SourceSerifVariable-Roman", REGULAR, "Regular"),
    Face("Source Serif", "SourceSerifVariable-Roman", SEMIBOLD, "Semibold"),
    Face("Source Serif", "SourceSerifVariable-Italic", REGULAR, "Italic"),
)
"""Those of the figure."""
_PAGE_FACES = (
    *FACES,
    Face("Source Serif", "SourceSerifVariable-Italic", SEMIBOLD, "Semibold Italic"),
)


@cache
def made(face: Face) -> bytes:
    """Return a face as a TrueType file with the letters of `_LETTERS`.

    Raises
    ------
    ImportError, OSError, ValueError, KeyError, struct.error, TTLibError
        The server's package does not hold it, or not as expected: see `DAMAGE`.
    """
    with _quietly():
        (file,) = _folder().glob(f"{face.file}*.woff2")
        font = TTFont(io.BytesIO(_reduced(file)), recalcTimestamp=False)
        sizes = {"wght": face.weight, "opsz": _PRINT_SIZE}
        pins = {axis.axisTag: sizes[axis.axisTag] for axis in font["fvar"].axes}
        instancer.instantiateVariableFont(font, pins, inplace=True)
        _name(font, face)
        font["OS/2"].usWeightClass = _BOLD if face.weight > REGULAR else REGULAR
        return _bytes_of(font)


def face_css(text: str) -> str:
    """Return style rules that carry the letters of a text, and of its capitals; '' if none can be.

    A page with them shows the app's own type without a network. The weight that serves for bold
    serves for all heavier ones.
    """
    letters = {ord(sign) for sign in f"{text}{text.upper()}"}
    try:
        return "".join(_rule(face, letters) for face in _PAGE_FACES)
    except DAMAGE:
        return ""


def _rule(face: Face, letters: Iterable[int]) -> str:
    with _quietly():
        font = TTFont(io.BytesIO(made(face)), recalcTimestamp=False)
        _reduce(font, letters)
        font.flavor = "woff"
        data = base64.b64encode(_bytes_of(font)).decode()
    weights = f"{SEMIBOLD} 900" if face.weight > REGULAR else f"1 {SEMIBOLD - 1}"
    return (
        f'@font-face{{font-family:"{face.family}";font-weight:{weights};'
        f"font-style:{'italic' if face.style.endswith('Italic') else 'normal'};"
        f"src:url(data:font/woff;base64,{data})}}\n"
    )


@contextmanager
def _quietly() -> Iterator[None]:
    quiet = logging.getLogger("fontTools")
    level = quiet.level
    quiet.setLevel(logging.ERROR)
    try:
        yield
    finally:
        quiet.setLevel(level)


def _folder() -> Path:
    """Return where the server's package keeps its typefaces, without importing it."""
    package = find_spec("streamlit")
    if package is None or package.origin is None:
        raise ImportError("The server's package is not installed.")
    return Path(package.origin).parent / _FOLDER


@cache
def _reduced(file: Path) -> bytes:
    """Return a variable font with the letters of `_LETTERS` alone, as TrueType."""
    font = _unpacked(file.read_bytes())
    for table in _LEFT_OUT:  # before they are read, which would take most of the time
        if table in font:
            del font[table]
    _reduce(font, _LETTERS)
    return _bytes_of(font)


def _reduce(font: TTFont, letters: Iterable[int]) -> None:
    options = subset.Options(
        layout_features=[], hinting=False, notdef_outline=True, recalc_timestamp=False
    )
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=letters)
    subsetter.subset(font)


def _bytes_of(font: TTFont) -> bytes:
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


def _name(font: TTFont, face: Face) -> None:
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
