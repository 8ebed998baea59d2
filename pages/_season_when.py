"""When it can be sailed: the calendar."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from geo.exchange.season.when import when_csv
from geo.markup.season.calendar import Calendar
from geo.markup.season.lanes import Marked
from geo.markup.season.when_block import when_block
from geo.markup.season.when_table import when_table
from geo.measure.season.law import ROUTE, load_law
from geo.measure.season.law_tables import (
    DATES,
    read_law_sources,
    read_notations,
    read_published_windows,
)
from geo.measure.season.published import newest_season
from geo.measure.transits import load_transits
from pages import _components
from pages._season_context import Season, pressed
from pages._season_files import block_files, block_table

if TYPE_CHECKING:
    from datetime import date

    from geo.draw.figure import Form, Size


def show(season: Season) -> None:
    """Show the block."""
    law = load_law()
    published, missing = read_published_windows()
    shown = Calendar(
        law,
        published,
        read_notations(),
        load_transits(),
        season.context.name_of,
        marked=Marked(season.day, season.whose_day),
        way=season.view.way if season.view.route == ROUTE else "",
        opened=season.view.zones,
        source=read_law_sources().get(DATES),
        missing=missing,
    )
    block = when_block(shown, newest_season())
    _components.panel(block, key="season-when-calendar", packed=True, on_press=pressed)
    if law.windows or published:
        csv = lambda address, day: when_csv(address=address, day=day)  # noqa: E731
        block_files(season.view, "when", csv, partial(_figure, shown))
        block_table("when", partial(when_table, shown))


def _figure(shown: Calendar, size: Size, form: Form, address: str, day: date) -> bytes:
    from geo.exchange.season.when_figure import make_when_figure  # noqa: PLC0415  matplotlib

    return make_when_figure(shown, newest_season(), form=form, size=size, address=address, day=day)
