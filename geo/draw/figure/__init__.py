"""A scene as a figure: PDF, SVG or PNG at 300 dpi, A4 landscape or 16:9.

Drawn with matplotlib from the same shapes, order, styles and palette as the app's map, in the light
theme. pyplot is not used; matplotlib is not thread-safe, so figures are drawn one at a time.
"""

import gc
import io
import threading
from collections.abc import Mapping
from typing import Any, Literal

import matplotlib as mpl
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from geo.draw.chart import Chart
from geo.draw.figure.labels import draw_labels
from geo.draw.figure.map import PageTransform, draw_map, set_up
from geo.draw.figure.sheet import SheetText, draw_sheet
from geo.draw.legend import legend
from geo.draw.scene import Scene

Form = Literal["pdf", "svg", "png"]
Size = Literal["a4", "16-9"]
FORMS: tuple[Form, ...] = ("pdf", "svg", "png")
SIZES: dict[Size, tuple[float, float]] = {"a4": (3508 / 300, 2481 / 300), "16-9": (40 / 3, 7.5)}
"""Width and height in inches; A4 is 297 by 210 mm."""
DOTS_PER_INCH = 300
PREVIEW_DOTS_PER_INCH = 110
LAYOUT_DOTS_PER_INCH = 150
"""What text is measured at, whatever the file: all files of a view and its preview are alike."""
_MARGIN_IN = 0.3
_GAP_IN = 0.25

one_at_a_time = threading.Lock()
# Fonts stay text in a PDF, and ids in an SVG come from its content: the same view, the same bytes.
mpl.rcParams["pdf.fonttype"] = 42
# Letters stand where they are measured, also in a small picture.
mpl.rcParams["text.hinting"] = "none"
mpl.rcParams["svg.hashsalt"] = "arctic-passages"


def make_figure(
    scene: Scene,
    chart: Chart,
    text: SheetText,
    *,
    form: Form,
    size: Size,
    metadata: Mapping[str, Any],
    dots_per_inch: int = DOTS_PER_INCH,
) -> bytes:
    """Return the figure of a scene as a file's bytes; the same arguments give the same bytes.

    Parameters
    ----------
    metadata
        The file's metadata, as matplotlib's `savefig` takes them for this format.
    dots_per_inch
        Of a PNG.
    """
    with one_at_a_time:
        figure = _drawn(scene, chart, text, SIZES[size])
        file = io.BytesIO()
        figure.savefig(file, format=form, dpi=dots_per_inch, metadata=dict(metadata))
        # A figure refers to itself in circles, and each holds some 40 MB of pixels until collected.
        figure.clear()
        del figure
        gc.collect()
    return file.getvalue()


def _drawn(
    scene: Scene,
    chart: Chart,
    text: SheetText,
    size_in: tuple[float, float],
) -> Figure:
    """Return the figure: a square map on the left, a panel of text on the right."""
    width, height = size_in
    figure = Figure(figsize=size_in, dpi=LAYOUT_DOTS_PER_INCH, facecolor="white")
    canvas: Any = FigureCanvasAgg(figure)
    side = height - 2 * _MARGIN_IN
    box = (_MARGIN_IN / width, _MARGIN_IN / height, side / width, side / height)
    axes = figure.add_axes(box)
    page = PageTransform(chart.frame, side)
    set_up(axes, page)
    named = draw_labels(axes, scene, chart, page, canvas.get_renderer())
    draw_map(axes, scene, chart, page, named=named)
    left = _MARGIN_IN + side + _GAP_IN
    panel = (left, _MARGIN_IN, width - _MARGIN_IN - left, side)
    draw_sheet(figure, text, legend(scene), page, panel)
    return figure
