"""A view as a figure to print: PDF, SVG or PNG at 300 dots an inch, A4 landscape or 16:9.

Drawn with matplotlib from the same shapes, order, styles and palette as the app's map, in the
colours of day. There is no pyplot; matplotlib may not run in two threads at once, so figures are
drawn one after the other.
"""

import gc
import io
import threading
from datetime import UTC, datetime, time
from typing import Any, Literal

import matplotlib as mpl
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from geo import words
from geo.draw.assets import Payload
from geo.errors import ExportError
from geo.exchange.cite import VERSION
from geo.exchange.poster_labels import draw_labels
from geo.exchange.poster_map import Ground, draw_map
from geo.exchange.poster_sheet import draw_sheet
from geo.exchange.shown import Shown

Form = Literal["pdf", "svg", "png"]
Size = Literal["a4", "16-9"]
FORMS: tuple[Form, ...] = ("pdf", "svg", "png")
SIZES: dict[Size, tuple[float, float]] = {"a4": (3508 / 300, 2481 / 300), "16-9": (40 / 3, 7.5)}
"""Width and height in inches; A4 is 297 by 210 mm."""
DOTS_PER_INCH = 300
_MARGIN_IN = 0.3
_GAP_IN = 0.25

_one_at_a_time = threading.Lock()
# Fonts stay text in a PDF, and ids in an SVG come from its content: the same view, the same bytes.
mpl.rcParams["pdf.fonttype"] = 42
mpl.rcParams["svg.hashsalt"] = "arctic-passages"


def make_poster(shown: Shown, payload: Payload, *, form: Form = "pdf", size: Size = "a4") -> bytes:
    """Return the figure of a view as a file's bytes; the same view and day give the same bytes.

    Parameters
    ----------
    payload
        What `Chart.payload` returns for the view's chart.

    Raises
    ------
    ExportError
        Nothing is shown, or form or size is not one of ours.
    """
    shown.require_features()
    if form not in FORMS or size not in SIZES:
        raise ExportError(
            f"No figure as {form!r} in {size!r}: forms are {', '.join(FORMS)}, "
            f"sizes {', '.join(SIZES)}."
        )
    with _one_at_a_time:
        figure = _drawn(shown, payload, SIZES[size])
        file = io.BytesIO()
        figure.savefig(file, format=form, dpi=DOTS_PER_INCH, metadata=_metadata(shown, form))
        # A figure refers to itself in circles, and each holds some 40 MB of pixels until collected.
        figure.clear()
        del figure
        gc.collect()
    return file.getvalue()


def _drawn(shown: Shown, payload: Payload, size_in: tuple[float, float]) -> Figure:
    """Return the figure: the map in a square at the left, all words in the panel at its right."""
    width, height = size_in
    figure = Figure(figsize=size_in, dpi=DOTS_PER_INCH, facecolor="white")
    canvas: Any = FigureCanvasAgg(figure)
    side = height - 2 * _MARGIN_IN
    box = (_MARGIN_IN / width, _MARGIN_IN / height, side / width, side / height)
    axes = figure.add_axes(box)
    ground = Ground(shown.chart.frame, payload, side)
    draw_map(axes, shown, ground)
    draw_labels(axes, shown, ground, canvas.get_renderer())
    left = _MARGIN_IN + side + _GAP_IN
    draw_sheet(figure, shown, ground, (left, _MARGIN_IN, width - _MARGIN_IN - left, side))
    return figure


def _metadata(shown: Shown, form: Form) -> dict[str, Any]:
    title = f"{words.APP}: {shown.sentence}"
    moment = datetime.combine(shown.day, time(), tzinfo=UTC)
    maker = f"{words.APP} {VERSION}"
    rights = f"{words.NOT_FOR_NAVIGATION}. {words.LICENCE_NOTE}"
    if form == "pdf":
        return {"Title": title, "Subject": rights, "Creator": maker, "CreationDate": moment}
    if form == "svg":
        return {"Title": title, "Rights": rights, "Creator": maker, "Date": shown.day.isoformat()}
    return {
        "Title": title,
        "Copyright": rights,
        "Software": maker,
        "Creation Time": moment.isoformat(),
        "Source": shown.address,
    }
