"""What ships, loaded once for all tests of a process; nothing of it can be changed."""

from functools import cache

from geo.catalogue.features import Catalogue, load_catalogue
from geo.draw.chart import Chart, make_chart
from geo.draw.frames import FRAMES
from geo.linker.lexicon import Lexicon, load_lexicon


@cache
def catalogue() -> Catalogue:
    """Return the catalogue."""
    return load_catalogue()


@cache
def chart(frame: str) -> Chart:
    """Return the catalogue's chart in a frame."""
    return make_chart(FRAMES[frame], catalogue())


@cache
def lexicon() -> Lexicon:
    """Return the lexicon without the catalogue's own names."""
    return load_lexicon()
