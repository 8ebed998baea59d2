"""The sheet of one block of the season to print: question, answer, plots, sources, address.

Any block can use it: it gives its words, and for each plot a function that draws it on axes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from geo import messages
from geo.draw.figure import FORMS, LAYOUT_DOTS_PER_INCH, SIZES, Form, Size
from geo.draw.figure.page import Page, draw_page
from geo.draw.figure.typefaces import sans
from geo.draw.palette import LIGHT
from geo.errors import ExportError
from geo.exchange.cite import VERSION
from geo.exchange.figure import file_metadata
from geo.sentences import long_day

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from matplotlib.axes import Axes

__all__ = ["FORMS", "SIZES", "BlockSheet", "Plot", "PlotAxes", "make_block_figure"]
_MARGIN_IN, _GAP_IN, _ROW_GAP_IN = 0.45, 0.4, 0.16
_HEAD_IN, _FOOT_IN = 0.24, 0.24
_SMALL_PT, _TEXT_PT, _TITLE_PT = 6.8, 7.4, 9.4
TICK_PT, VALUE_PT = 8.0, 8.4
PX_PT, _POINTS = 0.75, 72.0
"""Points of a pixel of the screen, and of an inch."""


@dataclass(frozen=True)
class Plot:
    """One plot of a sheet; `share` is its part of the row's width."""

    title: str
    unit: str
    draw: Callable[[PlotAxes], None]
    share: float = 1.0


@dataclass(frozen=True)
class BlockSheet:
    """What a sheet shows.

    Attributes
    ----------
    rows
        The plots, row by row, all rows as high as each other.
    captions
        What must be known of the plots.
    sources
        What they rest on, one per line.
    address, day
        Where and when it was made.
    """

    question: str
    answer: str
    rows: Sequence[Sequence[Plot]]
    captions: Sequence[str]
    sources: Sequence[str]
    address: str
    day: date


@dataclass(frozen=True)
class PlotAxes:
    """Axes in units of the data, with words set in the figure's type."""

    axes: Axes

    def size_in(self) -> tuple[float, float]:
        """Return width and height in inches."""
        box = self.axes.get_window_extent()
        return box.width / LAYOUT_DOTS_PER_INCH, box.height / LAYOUT_DOTS_PER_INCH

    def unit_px(self) -> float:
        """Return how many pixels of the screen a unit is across."""
        left, right = self.axes.get_xlim()
        return self.size_in()[0] * _POINTS / PX_PT / (right - left)

    def scales(self, across: tuple[float, float], up: tuple[float, float]) -> None:
        """Set the ends of both scales."""
        self.axes.set_xlim(*across)
        self.axes.set_ylim(*up)

    def line(self, xs: Iterable[float], ys: Iterable[float], **look: Any) -> None:  # noqa: ANN401
        """Draw a line."""
        style = {"solid_joinstyle": "round", "clip_on": False, **look}
        self.axes.plot(list(xs), list(ys), **style)

    def dot(self, x: float, y: float, size: float, **look: Any) -> None:  # noqa: ANN401
        """Draw a point; `marker` is a disc unless stated."""
        style = {"marker": "o", "markersize": size, "clip_on": False, "zorder": 5, **look}
        self.axes.plot([x], [y], **style)

    def say(
        self,
        x: float,
        y: float,
        words: str,
        *,
        dx: float = 0,
        dy: float = 0,
        align: str = "center",
        size: float = TICK_PT,
        **look: Any,  # noqa: ANN401
    ) -> None:
        """Write words at a place; `dx` and `dy` are pixels of the screen, `dy` downward."""
        style = {"family": sans(), "color": LIGHT.ink, "va": "center", "zorder": 9, **look}
        self.axes.annotate(
            words,
            (x, y),
            xytext=(dx * PX_PT, -dy * PX_PT),
            textcoords="offset points",
            ha=align,
            fontsize=size,
            annotation_clip=False,
            parse_math=False,
            **style,
        )


def make_block_figure(sheet: BlockSheet, *, form: Form, size: Size) -> bytes:
    """Return a sheet as a file's bytes; deterministic for its content.

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

    def draw(page: Page) -> None:
        width, height = SIZES[size]
        box = (_MARGIN_IN, _MARGIN_IN, width - 2 * _MARGIN_IN, height - 2 * _MARGIN_IN)
        part = page.part(box)
        _draw_head(part, sheet)
        floor = _draw_foot(part, sheet)
        _draw_rows(part, sheet.rows, floor)

    said = f"{sheet.question} {sheet.answer}"
    metadata = file_metadata(form, said, sheet.day, sheet.address)
    return draw_page(draw, form=form, size=size, metadata=metadata)


def _draw_head(page: Page, sheet: BlockSheet) -> None:
    page.rectangle((page.left, page.top - 0.05, 0.7, 0.05), color=LIGHT.highlight, linewidth=0)
    page.top -= 0.11
    page.write(messages.APP, size=9, weight="bold", after=0, color=LIGHT.quiet_ink)
    page.headline([(sheet.question, LIGHT.ink)], size=20)
    page.write(sheet.answer, size=11, after=0.12)


def _draw_foot(page: Page, sheet: BlockSheet) -> float:
    """Write captions, sources, notice and address at the bottom; return where they begin."""
    made = messages.FIGURE_MADE.format(app=messages.APP, version=VERSION, day=long_day(sheet.day))
    foot = f"{messages.NOT_FOR_NAVIGATION}. {made} {sheet.address}"
    lines = [
        *((words, _TEXT_PT, "normal", LIGHT.ink) for words in sheet.captions),
        (messages.SOURCES, _TEXT_PT, "bold", LIGHT.ink),
        *((words, _SMALL_PT, "normal", LIGHT.quiet_ink) for words in sheet.sources),
        (foot, _SMALL_PT, "normal", LIGHT.quiet_ink),
    ]
    tall = sum(page.height_of([words], size) for words, size, _, _ in lines) + 0.06
    top, floor = page.top, page.bottom + tall
    page.top = floor
    for words, size, weight, colour in lines:
        page.write(words, size=size, weight=weight, after=0.01, color=colour)
    page.top = top
    return floor


def _draw_rows(page: Page, rows: Sequence[Sequence[Plot]], floor: float) -> None:
    tall = (page.top - floor) / len(rows)
    for at, row in enumerate(rows):
        top = page.top - at * tall
        room = page.width - _GAP_IN * (len(row) - 1)
        bottom, left = top - tall + _ROW_GAP_IN, page.left
        boxes: list[tuple[float, float, float, float]] = []
        for plot in row:
            wide = room * plot.share / sum(each.share for each in row)
            boxes.append((left, bottom, wide, tall - _ROW_GAP_IN))
            left += wide + _GAP_IN
        # A long title takes two lines: the plots of a row begin below the longest.
        ceiling = min(_draw_title(page, *each) for each in zip(row, boxes, strict=True))
        for plot, (left_in, _, wide, _) in zip(row, boxes, strict=True):
            floor_in = bottom + _FOOT_IN
            axes = page.axes((left_in, floor_in, wide, ceiling - floor_in))
            plot.draw(PlotAxes(axes))


def _draw_title(page: Page, plot: Plot, box: tuple[float, float, float, float]) -> float:
    """Write what a plot shows at the top of its box; return where the plot may begin."""
    if not plot.title:
        return box[1] + box[3]
    head = page.part(box)
    words = f"{plot.title}, {plot.unit}" if plot.unit else plot.title
    head.write(words, size=_TITLE_PT, weight="bold")
    lines = head.height_of([words], _TITLE_PT) - head.height_of([plot.title[:1]], _TITLE_PT)
    return box[1] + box[3] - _HEAD_IN - lines
