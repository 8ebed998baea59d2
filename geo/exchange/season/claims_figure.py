"""The sheet of "Do the article's numbers hold?" to print: numbers, what we have, verdicts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from geo import messages
from geo.draw.figure import LAYOUT_DOTS_PER_INCH
from geo.draw.figure.page import Page
from geo.draw.palette import LIGHT
from geo.exchange.season.sheet import BlockSheet, Plot, PlotAxes, make_block_figure
from geo.markup.season.claim_words import (
    about_words,
    all_beside,
    amount,
    reason_words,
    verdict_words,
)
from geo.markup.season.claims import Checked, Shown, answer, article_words
from geo.measure.claims.facts import AGREES, DIFFERS, UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from geo.draw.figure import Form, Size

_SHARES = (0.42, 0.18, 0.24, 0.16)
_GAP_IN, _AIR_IN, _MARK_IN = 0.2, 0.05, 0.17
_QUOTE_PT, _CELL_PT, _SMALL_PT = 9.2, 8.0, 7.0
_LEAST_ROOM_IN = 0.55
"""A row that may need more than what is left goes to the line that counts what is left out."""
_MARKS: dict[str, dict[str, Any]] = {
    AGREES: {"marker": "o", "color": LIGHT.kinds["route"], "markersize": 5.4},
    DIFFERS: {
        "marker": "^",
        "color": LIGHT.ink,
        "markersize": 5.6,
        "markerfacecolor": "white",
        "markeredgewidth": 1.1,
    },
    UNKNOWN: {
        "marker": "o",
        "color": LIGHT.quiet_ink,
        "markersize": 5.2,
        "markerfacecolor": "white",
        "markeredgewidth": 0.9,
    },
}


class Row(NamedTuple):
    """A number: its quote in pieces, whose it is and when, what it is of, and the verdict."""

    quote: tuple[tuple[str, bool], ...]
    who: str
    subject: str
    about: str
    beside: str
    reason: str
    verdict: str
    words: str


def make_claims_figure(shown: Shown, *, form: Form, size: Size, address: str, day: date) -> bytes:
    """Return the sheet of an article's numbers as a file's bytes.

    Parameters
    ----------
    address, day
        Where and when it was made.

    Raises
    ------
    ExportError
        Form or size is not one of ours.
    """
    rows = list(rows_of(shown))
    sources = [f"{article_words(shown.read.article)}: {shown.read.article.headline}"] if (
        shown.read
    ) else []  # fmt: skip
    sheet = BlockSheet(
        question=messages.SEASON_QUESTIONS["claims"],
        answer=answer(shown.read),
        rows=[[Plot("", "", partial(_table, rows))]],
        captions=[messages.CLAIMS_METHOD],
        sources=sources,
        address=address,
        day=day,
    )
    return make_block_figure(sheet, form=form, size=size)


def rows_of(shown: Shown) -> Iterator[Row]:
    """Yield the article's numbers, what others say of the same, and where sources differ."""
    for one in shown.read.checked if shown.read else ():
        yield _row(one, shown)
    for _, other in shown.others:
        yield _row(other, shown)
    for source in shown.sources:
        about = messages.CLAIMS_QUANTITIES["length"]
        if source.series:
            about = messages.CLAIMS_SOURCE_COUNTS[source.series].format(year=source.year)
        values = messages.CLAIMS_OR.join(amount(value, source.unit) for value in source.values)
        has_beside = bool(source.check.beside)
        yield Row(
            ((values, True),),
            "; ".join(source.who),
            shown.name_of(source.subject),
            about,
            all_beside(source.check) if has_beside else messages.CLAIMS_TWO_COUNTERS,
            "",
            source.check.verdict,
            verdict_words(source.check, source.unit),
        )


def _row(one: Checked, shown: Shown) -> Row:
    before, number, after = one.quote
    return Row(
        ((f"“{before}", False), (number, True), (f"{after}”", False)),
        article_words(one.article),
        shown.name_of(one.claim.subject),
        about_words(one.fact),
        all_beside(one.check),
        reason_words(one.check),
        one.check.verdict,
        verdict_words(one.check, one.claim.unit),
    )


def _table(rows: list[Row], plot: PlotAxes) -> None:
    """Write the rows from the top down, and how many had no room."""
    page = _page_of(plot)
    cells = _cells(page)
    for cell, name in zip(cells, messages.CLAIMS_COLUMNS, strict=True):
        cell.write(name, size=_SMALL_PT, color=LIGHT.quiet_ink, after=_AIR_IN)
    page.top = min(cell.top for cell in cells)
    page.hairline(page.top, color=LIGHT.rim)
    for at, row in enumerate(rows):
        if page.top - page.bottom < max(_LEAST_ROOM_IN, _tall(page, row)):
            left = messages.FIGURE_MORE.format(count=len(rows) - at)
            page.top -= _AIR_IN
            page.write(left, size=_SMALL_PT, color=LIGHT.quiet_ink)
            return
        _write(page, row)


def _page_of(plot: PlotAxes) -> Page:
    """Return the part of the page that axes cover."""
    box = plot.axes.get_window_extent()
    left, bottom = box.x0 / LAYOUT_DOTS_PER_INCH, box.y0 / LAYOUT_DOTS_PER_INCH
    figure: Any = plot.axes.get_figure()
    return Page(figure, (left, bottom, *plot.size_in()))


def _cells(page: Page) -> list[Page]:
    """Return the columns from where the page is filled to."""
    room, left, found = page.width - _GAP_IN * (len(_SHARES) - 1), page.left, []
    for share in _SHARES:
        found.append(page.part((left, page.bottom, room * share, page.top - page.bottom)))
        left += room * share + _GAP_IN
    return found


def _tall(page: Page, row: Row) -> float:
    """Return about how high a row is."""
    said, about, beside, verdict = _cells(page)
    quote = "".join(piece for piece, _ in row.quote)
    return 3 * _AIR_IN + max(
        said.height_of([quote], _QUOTE_PT * 1.08) + said.height_of([row.who], _SMALL_PT),
        about.height_of([row.subject, row.about], _CELL_PT),
        beside.height_of([row.beside, row.reason], _CELL_PT),
        verdict.height_of([row.words], _CELL_PT * 1.2),
    )


def _write(page: Page, row: Row) -> None:
    page.top -= _AIR_IN
    cells = said, about, beside, verdict = _cells(page)
    said.write_pieces(row.quote, size=_QUOTE_PT)
    said.write(row.who, size=_SMALL_PT, color=LIGHT.quiet_ink, after=0)
    about.write(row.subject, size=_CELL_PT, after=0)
    about.write(row.about, size=_SMALL_PT, color=LIGHT.quiet_ink, after=0)
    beside.write(row.beside, size=_CELL_PT, after=0)
    if row.reason:
        beside.write(row.reason, size=_SMALL_PT, color=LIGHT.quiet_ink, after=0)
    verdict.line(
        [(verdict.left + 0.05, verdict.top - 0.1)], linestyle="none", **_MARKS[row.verdict]
    )
    verdict.left, verdict.width = verdict.left + _MARK_IN, verdict.width - _MARK_IN
    verdict.write(row.words, size=_CELL_PT, weight="bold", after=0)
    page.top = min(cell.top for cell in cells) - _AIR_IN * 1.4
    page.hairline(page.top)
