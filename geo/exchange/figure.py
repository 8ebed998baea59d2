"""The figure of a view to print: PDF, SVG or PNG, with its sentence, sources, date and address."""

from datetime import UTC, datetime, time
from typing import Any

from geo import messages
from geo.draw import figure
from geo.draw.figure import FORMS, SIZES, Form, Size
from geo.draw.figure.sheet import SheetText
from geo.errors import ExportError
from geo.exchange.cite import VERSION, long_day
from geo.exchange.snapshot import ViewSnapshot, scale_sentence, selection_title, source_text

__all__ = ["FORMS", "SIZES", "make_figure", "sheet_text"]


def make_figure(snapshot: ViewSnapshot, *, form: Form = "pdf", size: Size = "a4") -> bytes:
    """Return the figure of a view as a file's bytes; deterministic for a view and day.

    Raises
    ------
    ExportError
        Nothing is shown, or form or size is not one of ours.
    """
    snapshot.require_features()
    if form not in FORMS or size not in SIZES:
        raise ExportError(
            f"No figure as {form!r} in {size!r}: formats are {', '.join(FORMS)}, "
            f"sizes {', '.join(SIZES)}."
        )
    return figure.make_figure(
        snapshot.scene,
        snapshot.chart,
        sheet_text(snapshot),
        form=form,
        size=size,
        metadata=_metadata(snapshot, form),
    )


def sheet_text(snapshot: ViewSnapshot) -> SheetText:
    """Return the text on the figure's panel."""
    made = messages.FIGURE_MADE.format(
        app=messages.APP, version=VERSION, day=long_day(snapshot.day)
    )
    return SheetText(
        title=selection_title(snapshot.catalogue, snapshot.view) or messages.APP,
        sentence=snapshot.sentence,
        scale=scale_sentence(snapshot.chart.frame.id),
        sources=[source_text(source) for source in snapshot.sources],
        foot=(f"{messages.NOT_FOR_NAVIGATION}.", made, snapshot.address),
    )


def _metadata(snapshot: ViewSnapshot, form: Form) -> dict[str, Any]:
    title = f"{messages.APP}: {snapshot.sentence}"
    moment = datetime.combine(snapshot.day, time(), tzinfo=UTC)
    maker = f"{messages.APP} {VERSION}"
    rights = f"{messages.NOT_FOR_NAVIGATION}. {messages.LICENCE_NOTE}"
    if form == "pdf":
        return {"Title": title, "Subject": rights, "Creator": maker, "CreationDate": moment}
    if form == "svg":
        return {
            "Title": title,
            "Rights": rights,
            "Creator": maker,
            "Date": snapshot.day.isoformat(),
        }
    return {
        "Title": title,
        "Copyright": rights,
        "Software": maker,
        "Creation Time": moment.isoformat(),
        "Source": snapshot.address,
    }
