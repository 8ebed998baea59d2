"""The figure's type: the app's own, from the files that its server ships; else matplotlib's.

matplotlib reads files alone, so the faces are written to a temporary folder, once per process.
"""

import tempfile
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from matplotlib.font_manager import fontManager

from geo.draw.faces import DAMAGE, FACES, made

_FALLBACK = "DejaVu Sans"
_FALLBACK_SERIF = "DejaVu Serif"


def sans() -> list[str]:
    """Return the families for plain text, the best first; later ones lend missing letters."""
    return ["Source Sans", _FALLBACK] if _have_faces() else [_FALLBACK]


def serif() -> list[str]:
    """Return the families for titles, quotations and the names of waters."""
    return ["Source Serif", _FALLBACK] if _have_faces() else [_FALLBACK_SERIF, _FALLBACK]


@cache
def _have_faces() -> bool:
    """Make the faces and tell matplotlib of them; False where they cannot be made."""
    try:
        for name in _written():
            fontManager.addfont(name)
    except DAMAGE:
        return False
    return True


@cache
def _kept() -> "tempfile.TemporaryDirectory[str]":
    return tempfile.TemporaryDirectory(prefix="arctic-passages-type-")


def _written() -> Iterable[Path]:
    for face in FACES:
        file = Path(_kept().name) / f"{face.file}-{face.weight}.ttf"
        file.write_bytes(made(face))
        yield file
