"""A page of print that is drawn freely: lengths in inches from its lower left corner."""

import gc
import io
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon

from geo.draw.figure import (
    DOTS_PER_INCH,
    LAYOUT_DOTS_PER_INCH,
    SIZES,
    Form,
    Size,
    one_at_a_time,
)
from geo.draw.figure.sheet import Box, Sheet, printable, width_in
from geo.draw.palette import LIGHT

POINTS_PER_INCH = 72.0
Points = Sequence[tuple[float, float]]


class Page(Sheet):
    """A page, or a part of one that is filled from the top down."""

    def part(self, box: Box) -> "Page":
        """Return a part of the page: left, bottom, width and height."""
        return Page(self.figure, box)

    def axes(self, box: Box) -> Axes:
        """Return axes in a box, for a drawing in units of its own."""
        width, height = self.figure.get_size_inches()
        axes = self.figure.add_axes(
            (box[0] / width, box[1] / height, box[2] / width, box[3] / height)
        )
        axes.set_axis_off()
        return axes

    def headline(
        self, pieces: Sequence[tuple[str, str]], *, size: float, leading: float = 1.16
    ) -> None:
        """Write pieces of text, each in its colour, as one bold paragraph with serifs."""
        font, at, is_open = ("bold", True), 0.0, False
        self.top -= size * leading / POINTS_PER_INCH
        for text, colour in pieces:
            for word in text_words(text):
                wide = width_in(word.rstrip(), size, font)
                if at and not is_open and at + wide > self.width:
                    at = 0.0
                    self.top -= size * leading / POINTS_PER_INCH
                style = {"va": "baseline", "color": colour}
                self.text(self.left + at, self.top, word, size=size, font=font, **style)
                at += width_in(word, size, font)
                is_open = not word[-1].isspace()
        self.top -= size * 0.35 / POINTS_PER_INCH

    def line(self, points: Points, **look: Any) -> None:  # noqa: ANN401
        """Draw a line."""
        xs, ys = zip(*(self._at(*point) for point in points), strict=True)
        self.figure.add_artist(Line2D(xs, ys, transform=self.figure.transFigure, **look))

    def polygon(self, points: Points, **look: Any) -> None:  # noqa: ANN401
        """Draw an area."""
        corners = [self._at(*point) for point in points]
        self.figure.add_artist(Polygon(corners, transform=self.figure.transFigure, **look))

    def hairline(self, bottom: float, *, color: str = LIGHT.hairline) -> None:
        """Draw a fine rule over the whole width."""
        ends = [(self.left, bottom), (self.left + self.width, bottom)]
        self.line(ends, color=color, linewidth=0.6)


def text_words(text: str) -> list[str]:
    """Return the words of a title, each with the spaces after it; a no-break space is a letter."""
    return re.findall(r"[^ ]+ *| +", printable(text, has_serifs=True))


def draw_page(
    draw: Callable[[Page], None],
    *,
    form: Form,
    size: Size,
    metadata: Mapping[str, Any],
    dots_per_inch: int = DOTS_PER_INCH,
) -> bytes:
    """Return a page as a file's bytes; the same drawing and metadata give the same bytes.

    Parameters
    ----------
    draw
        Draws on the page. Only one page is drawn at a time: matplotlib is not thread-safe.
    metadata
        As matplotlib's `savefig` takes them for this format.
    dots_per_inch
        Of a PNG.
    """
    with one_at_a_time:
        figure = Figure(figsize=SIZES[size], dpi=LAYOUT_DOTS_PER_INCH, facecolor="white")
        FigureCanvasAgg(figure)
        draw(Page(figure, (0.0, 0.0, *SIZES[size])))
        file = io.BytesIO()
        figure.savefig(file, format=form, dpi=dots_per_inch, metadata=dict(metadata))
        # A figure refers to itself in circles, and holds its pixels until it is collected.
        figure.clear()
        del figure
        gc.collect()
    return file.getvalue()
