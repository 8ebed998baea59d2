"""Who sails: cargo, transits and ships by year."""

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from geo import messages
from geo.exchange.season.traffic import traffic_csv
from geo.markup.season import sails
from geo.markup.season.blocks import block_head
from geo.measure.season.traffic import Traffic
from pages import _cache, _components, _season_chart, _season_files
from pages._season_context import Season

if TYPE_CHECKING:
    from datetime import date

    from geo.draw.figure import Form, Size

_WIDTHS = [470, 560, 306]


def show(season: Season) -> None:
    """Show the block."""
    traffic, problem = _cache.traffic()
    if traffic is None:
        _components.panel(block_head("sails", problem), key="season-sails-head")
        return
    answer = sails.sails_answer(traffic)
    _components.panel(block_head("sails", answer), key="season-sails-head")
    _season_files.block_files(
        season.view,
        "sails",
        lambda address, day: traffic_csv(traffic, address=address, day=day),
        partial(_figure, traffic),
    )
    with st.container(key="season-sails-charts"):
        cargo, transits, ships = st.columns(_WIDTHS, gap="medium")
        with cargo:
            _columns(traffic, "cargo", messages.SEASON_CARGO_TITLE)
        with transits:
            _columns(traffic, "transits", messages.SEASON_TRANSITS_TITLE)
        with ships:
            _ships(traffic)
    _components.panel(sails.sails_key(traffic), key="season-sails-key")
    _season_chart.caption(sails.sails_caption(traffic), key="season-sails-caption")
    _season_files.block_table("sails", partial(sails.sails_table, traffic))


def _columns(traffic: Traffic, subject: str, title: tuple[str, str]) -> None:
    if drawn := _cache.season_chart(subject):
        _season_chart.chart(
            drawn,
            *title,
            key=f"season-{subject}",
            alternative=sails.columns_alt(traffic, subject, *title),
        )


def _ships(traffic: Traffic) -> None:
    title = messages.SEASON_SHIPS_TITLE
    if drawn := _cache.season_chart("ships"):
        _season_chart.chart(
            drawn,
            *title,
            key="season-ships",
            alternative=sails.columns_alt(traffic, "ships", title[0], traffic.of("ships")[0].unit),
        )
    if (numbers := sails.containers(traffic)) is not None:
        _components.panel(numbers, key="season-containers")


def _figure(traffic: Traffic, size: "Size", form: "Form", address: str, day: "date") -> bytes:
    from geo.exchange.season.figures import make_traffic_figure  # noqa: PLC0415  matplotlib

    return make_traffic_figure(traffic, form=form, size=size, address=address, day=day)
