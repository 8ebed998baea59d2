"""The figure of a voyage to print: PDF, SVG or PNG, A4 landscape or 16:9.

Every way on a polar map and on a strip of the world at the left, `geo.exchange.voyages.panel` at
the right. Drawn with matplotlib in the light theme, one figure at a time.
"""

from datetime import date

from matplotlib.axes import Axes

from geo import messages
from geo.draw.figure import FORMS, SIZES, Form, Size
from geo.draw.figure.page import Page, draw_page
from geo.draw.palette import LIGHT
from geo.draw.voyage_lines import DISC_RADIUS, STRIP_UNITS, Strip, strip_window
from geo.errors import ExportError
from geo.exchange.figure import file_metadata
from geo.exchange.voyages.ground import Ground, draw_disc, draw_strip, load_ground
from geo.exchange.voyages.lines import drawn_ends, drawn_lines
from geo.exchange.voyages.map import REACH, REACH_UP, draw_polar, draw_world, mains
from geo.exchange.voyages.panel import draw_notice, draw_panel, panel_of, spoken_via
from geo.markup.voyages.sentence import headline_text
from geo.measure.voyages.records import Voyage

__all__ = ["FORMS", "SIZES", "make_voyage_figure"]
MARGIN_IN, GAP_IN = 0.3, 0.34
MAP_IN: dict[Size, float] = {"a4": 5.16, "16-9": 4.4}
_AIR_IN = 0.1
_NORTH_DEG = 60.0
"""Voyages that stay north of this have no strip."""
_CAPTION_PT, _CAPTION_IN = 6.4, 0.24


def make_voyage_figure(
    voyage: Voyage,
    *,
    lit: str,
    form: Form,
    size: Size,
    address: str,
    day: date,
    ground: Ground | None = None,
) -> bytes:
    """Return the figure of a voyage as a file's bytes; deterministic for a voyage and day.

    Parameters
    ----------
    lit
        The `via` that the sentence speaks of, in the accent.
    address, day
        Where and when it was made.
    ground
        Catalogue and charts; those that ship, loaded now, unless stated.

    Raises
    ------
    ExportError
        There is no way between the ports, or form or size is not one of ours.
    """
    if form not in FORMS or size not in SIZES:
        raise ExportError(
            f"No figure as {form!r} in {size!r}: formats are {', '.join(FORMS)}, "
            f"sizes {', '.join(SIZES)}."
        )
    sentence = headline_text(voyage, lit)
    if not any(way.variants for way in voyage.ways):
        raise ExportError(sentence)
    known = ground or load_ground()
    panel = panel_of(voyage, lit, known.catalogue, address=address, day=day)

    def draw(page: Page) -> None:
        width, height = SIZES[size]
        map_in, tall = MAP_IN[size], height - 2 * MARGIN_IN
        left = MARGIN_IN + map_in + GAP_IN
        column = page.part((MARGIN_IN, MARGIN_IN, map_in, tall))
        column.bottom = draw_notice(column, panel)
        _draw_maps(column, voyage, lit, known)
        draw_panel(page.part((left, MARGIN_IN, width - MARGIN_IN - left, tall)), panel)

    metadata = file_metadata(form, sentence, day, address)
    return draw_page(draw, form=form, size=size, metadata=metadata)


def _draw_maps(page: Page, voyage: Voyage, lit: str, ground: Ground) -> None:
    """Draw the disc at the top of a column, and the strip at its bottom."""
    spoken = spoken_via(voyage, lit)
    lines, ends = drawn_lines(voyage, spoken), drawn_ends(voyage)
    height = page.width * REACH_UP / REACH
    axes = page.axes((page.left, page.top - height, page.width, height))
    axes.set_xlim(-REACH * DISC_RADIUS, REACH * DISC_RADIUS)
    axes.set_ylim(REACH_UP * DISC_RADIUS, -REACH_UP * DISC_RADIUS)
    draw_disc(axes, ground, raised=_main_state(voyage, spoken))
    draw_polar(axes, lines, ends, page.width)
    page.top -= height

    if all(lat > _NORTH_DEG for line in mains(lines) for _, lat in line.positions):
        return
    strip = Strip(*strip_window(mains(lines)))
    axes, wide = strip_axes(page, strip)
    draw_strip(axes, ground, strip)
    draw_world(axes, lines, ends, strip, wide)


def strip_axes(page: Page, strip: Strip) -> tuple[Axes, float]:
    """Return the axes of a strip below what a column holds, and their width in inches.

    A strip that is too tall for the rest of the column is narrowed; its caption is written.
    """
    page.top -= _AIR_IN
    room = page.top - page.bottom - _CAPTION_IN
    wide = min(page.width, room * STRIP_UNITS / strip.height)
    tall = wide * strip.height / STRIP_UNITS
    axes = page.axes((page.left + (page.width - wide) / 2, page.top - tall, wide, tall))
    page.top -= tall + 0.03
    said = messages.VOYAGE_FIGURE_MAPS.format(degrees=round(strip.width))
    page.write(said, size=_CAPTION_PT, color=LIGHT.quiet_ink)
    axes.set_xlim(0, STRIP_UNITS)
    axes.set_ylim(strip.height, 0)
    return axes, wide


def _main_state(voyage: Voyage, via: str) -> str:
    """Return the state in whose waters most of a way lies, '' for none."""
    way = voyage.way(via)
    miles = way.standing().nm_by_waters if way and way.variants else {}
    return max(miles, key=lambda state: miles[state], default="")
