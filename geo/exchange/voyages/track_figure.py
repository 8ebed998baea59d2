"""The figure of a reader's own track to print: PDF, SVG or PNG, A4 landscape or 16:9.

The track on a polar map, and on a strip of the world unless it stays by the pole, at the left;
`geo.exchange.voyages.track_panel` at the right. In the light theme, one figure at a time.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from matplotlib.axes import Axes

from geo import messages
from geo.draw.figure import FORMS, SIZES, Form, Size
from geo.draw.figure.page import POINTS_PER_INCH, Page, draw_page
from geo.draw.palette import LIGHT
from geo.draw.voyage_lines import (
    DISC_RADIUS,
    NORTHMOST_DEG,
    DrawnLine,
    DrawnPort,
    on_disc,
    strip_around,
)
from geo.draw.voyage_marks import DrawnMark
from geo.draw.voyage_places import UNITS_PER_PX
from geo.errors import ExportError
from geo.exchange.figure import file_metadata
from geo.exchange.voyages.figure import GAP_IN, MAP_IN, MARGIN_IN, strip_axes
from geo.exchange.voyages.ground import Ground, draw_disc, draw_strip, load_ground
from geo.exchange.voyages.ink import Drawing
from geo.exchange.voyages.map import REACH, REACH_UP, draw_polar, draw_world, mains
from geo.exchange.voyages.track_panel import draw_track_foot, draw_track_panel
from geo.exchange.voyages.track_words import TrackTaken, cited_sentence
from geo.measure.voyages.shares import nm_by_waters

__all__ = ["FORMS", "SIZES", "TrackDrawing", "make_track_figure"]
_MARK_PX, _LETTER_PX = 15.0, 10.5
_ABOVE_LINES = 9.0


@dataclass(frozen=True)
class TrackDrawing:
    """What the maps show of a track.

    Attributes
    ----------
    lines
        The track, and the named route that is nearest.
    ends
        Where it begins and ends.
    marks
        The letters of stretches on the high seas.
    end_names
        Of the ports near to its ends, '' for none.
    """

    lines: Sequence[DrawnLine]
    ends: Sequence[DrawnPort]
    marks: Sequence[DrawnMark] = ()
    end_names: tuple[str, str] = ("", "")


def make_track_figure(
    taken: TrackTaken,
    drawing: TrackDrawing,
    *,
    form: Form,
    size: Size,
    ground: Ground | None = None,
) -> bytes:
    """Return the figure of a track as a file's bytes; deterministic for a track and day.

    Parameters
    ----------
    ground
        Catalogue and charts; those that ship, loaded now, unless stated.

    Raises
    ------
    ExportError
        Form or size is not one of ours.
    """
    if form not in FORMS or size not in SIZES:
        raise ExportError(
            f"No figure as {form!r} in {size!r}: formats are {', '.join(FORMS)}, "
            f"sizes {', '.join(SIZES)}."
        )
    known = ground or load_ground()

    def draw(page: Page) -> None:
        width, height = SIZES[size]
        map_in, tall = MAP_IN[size], height - 2 * MARGIN_IN
        left = MARGIN_IN + map_in + GAP_IN
        column = page.part((MARGIN_IN, MARGIN_IN, map_in, tall))
        draw_track_foot(column, taken)
        _draw_maps(column, taken, drawing, known)
        panel = page.part((left, MARGIN_IN, width - MARGIN_IN - left, tall))
        draw_track_panel(panel, taken, drawing.end_names)

    metadata = file_metadata(form, cited_sentence(taken), taken.day, taken.address)
    return draw_page(draw, form=form, size=size, metadata=metadata)


def _draw_maps(page: Page, taken: TrackTaken, drawing: TrackDrawing, ground: Ground) -> None:
    """Draw the disc at the top of a column, and below it the strip if the track goes south."""
    along = messages.OWN_TRACK_FIGURE_ALONG
    lines = [replace(line, name=along if line.name else "") for line in drawing.lines]
    height = page.width * REACH_UP / REACH
    axes = page.axes((page.left, page.top - height, page.width, height))
    axes.set_xlim(-REACH * DISC_RADIUS, REACH * DISC_RADIUS)
    axes.set_ylim(REACH_UP * DISC_RADIUS, -REACH_UP * DISC_RADIUS)
    draw_disc(axes, ground, raised=_main_state(taken))
    draw_polar(axes, lines, drawing.ends, page.width)
    _draw_marks(axes, drawing.marks, page.width)
    page.top -= height
    own = mains(lines)
    if all(lat > NORTHMOST_DEG for line in own for _, lat in line.positions):
        return
    strip = strip_around(own)
    axes, wide = strip_axes(page, strip)
    draw_strip(axes, ground, strip)
    draw_world(axes, own, drawing.ends, strip, wide)


def _draw_marks(axes: Axes, marks: Sequence[DrawnMark], wide_in: float) -> None:
    """Draw the letters in rings; one that would lie on another is left out."""
    points_per_unit = wide_in * POINTS_PER_INCH / (2 * REACH * DISC_RADIUS)
    drawing = Drawing(axes, UNITS_PER_PX, points_per_unit * UNITS_PER_PX)
    there: list[tuple[float, float]] = []
    for mark in marks:
        x, y = on_disc([(mark.lon, mark.lat)] * 2)[0].tolist()
        least = _MARK_PX * UNITS_PER_PX
        is_taken = any((x - a) ** 2 + (y - b) ** 2 < least**2 for a, b in there)
        if not mark.letter or is_taken or x**2 + y**2 > DISC_RADIUS**2:
            continue
        there.append((x, y))
        axes.plot(
            [x],
            [y],
            marker="o",
            markersize=_MARK_PX * drawing.px_pt,
            markerfacecolor=LIGHT.halo,
            markeredgecolor=LIGHT.ink,
            markeredgewidth=1.2 * drawing.px_pt,
            zorder=_ABOVE_LINES,
        )
        drawing.write(
            (x, y), mark.letter, _LETTER_PX, weight="bold", va="center_baseline",
            zorder=_ABOVE_LINES + 1,
        )  # fmt: skip


def _main_state(taken: TrackTaken) -> str:
    """Return the state in whose waters most of the track lies, '' for none."""
    miles = nm_by_waters(taken.report.stretches)
    return max(miles, key=lambda state: miles[state], default="")
