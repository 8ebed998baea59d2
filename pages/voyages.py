"""Voyages: every way by sea between two ports, side by side."""

from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

import streamlit as st

from geo import messages
from geo.errors import GeoError
from geo.markup.about import prose
from geo.markup.voyages.chart import ways_chart
from geo.markup.voyages.details import way_details
from geo.markup.voyages.empty import empty_state
from geo.markup.voyages.offers import BEGIN_WITH
from geo.markup.voyages.sentence import headline, lit_way, method_row
from geo.measure.voyages.records import Ship, Voyage, Way
from geo.measure.voyages.ways import sail
from geo.view import valid_id
from geo.voyage_view import MAX_BESIDE, MEASURES, OWN_TRACK, YARDS, VoyageView
from pages import (
    _cache,
    _components,
    _own_track,
    _state,
    _voyage_beside,
    _voyage_files,
    _voyage_inputs,
    _voyage_map,
    _voyage_ports,
)
from pages._context import PageContext, open_context
from pages._own_track import Beside

_PAIR = 2


def main() -> None:
    """Render the page."""
    _components.open_page()
    view = _state.open_voyage(_voyage_inputs.known_voyages())
    context = open_context(_state.VOYAGES)
    ship, wrong = _voyage_inputs.possible_ship(view)
    st.title(messages.VOYAGES, anchor=False)
    found = [*_state.voyage_notices(), *_voyage_beside.missing_track()]
    if _own_track.is_open():
        voyage, _ = measured(view, ship, st.empty())
        beside = Beside(
            partial(_beside_track, context, voyage, view, ship),
            _voyage_beside.lines(voyage, view, beside_track=True),
        )
        _own_track.show(context, found, ship, wrong, beside)
        return
    with st.container(key="voyage-page"):
        _voyage_ports.ends(view)
        with st.container(key="voyage-strip-box"):
            st.toggle(messages.VOYAGE_SHIP, key="voyage-ship-open")
            _voyage_inputs.ship(view)
        _own_track.entry()
        map_side, text_side = st.container(key="voyage-maps"), st.container(key="voyage-text")
        with text_side:
            _components.show_notices([*found, *context.problems])
            _voyage_ports.unknown()
            if wrong:
                say(wrong)
            said = st.empty()
        voyage, problem = measured(view, ship, said.container())
        lit = lit_of(voyage, view)
        with text_side:
            if voyage:
                answer(context, voyage, view, lit)
            else:
                nothing(context, view, problem, ship)
        with map_side:
            _voyage_map.maps(voyage, view, lit, pressed)


def say(wrong: str) -> None:
    """Show what is wrong with what the reader asks for."""
    with st.container(key="voyage-wrong"):
        st.text(wrong)


def measured(
    view: VoyageView, ship: Ship, place: st.delta_generator.DeltaGenerator
) -> tuple[Voyage | None, str]:
    """Return the voyage and '', or None and what is wrong ('' before two ports are chosen)."""
    ports = _cache.ports()
    if view.origin not in ports or view.destination not in ports:
        return None, ""
    start, end = ports[view.origin], ports[view.destination]
    if start.id == end.id:
        return None, messages.SAME_PORT.format(port=start.name)
    bar = place.progress(0.2, messages.VOYAGE_LOADING)
    try:
        ways = _cache.ways(start.id, end.id)
    except GeoError as error:
        return None, str(error)
    finally:
        bar.empty()
    return sail(start, end, [_shut(way, view) for way in ways], ship), ""


def _shut(way: Way, view: VoyageView) -> Way:
    return replace(way, shut="reader") if way.via in view.shut and way.variants else way


def lit_of(voyage: Voyage | None, view: VoyageView) -> str:
    """Return the way that is lit: the opened one, or the one that the sentence is about."""
    way = lit_way(voyage, view.way) if voyage else None
    return way.via if way else ""


def _beside_track(
    context: PageContext, voyage: Voyage | None, view: VoyageView, ship: Ship
) -> None:
    """Show what stands beside the reader's own track; the ways where two ports are chosen too."""
    others = [each for each in view.beside if each != OWN_TRACK]
    ids = view.beside if OWN_TRACK in view.beside else [OWN_TRACK, *others]
    _voyage_beside.show(context, voyage, ship, ids[:MAX_BESIDE], fixed=(OWN_TRACK,), lit=OWN_TRACK)


def nothing(context: PageContext, view: VoyageView, problem: str, ship: Ship) -> None:
    """Show what to do before two ports are chosen, or what is wrong."""
    ports = _cache.ports()
    if problem:
        with st.container(key="voyage-wrong-pair"):
            st.text(problem)
    elif view.origin in ports or view.destination in ports:
        port = ports.get(view.origin) or ports[view.destination]
        st.text(messages.VOYAGE_NEXT_PORT.format(port=port.name))
    pairs = [(ports[a], ports[b]) for a, b in BEGIN_WITH if a in ports and b in ports]
    _components.panel(empty_state(pairs), key="voyage-empty", on_press=pressed)
    if view.beside:
        _voyage_beside.show(context, None, ship, view.beside)
    else:
        _voyage_beside.entry()


def answer(context: PageContext, voyage: Voyage, view: VoyageView, lit: str) -> None:
    """Show the sentence, the chart, and the ways side by side."""
    day = datetime.now(UTC).date()
    beside = beside_of(voyage, view, lit)
    with st.container(key="voyage-answer"):
        _components.panel(headline(voyage, lit), key="voyage-sentence", on_press=pressed)
        _components.panel(method_row(voyage, lit, day), key="voyage-method", on_press=pressed)
        chosen = view.tracks.get(lit, "")
        chart = ways_chart(voyage, lit, beside, view.measure, variant=chosen, yard=view.yard)
        _components.panel(chart, key="voyage-chart", packed=True, on_press=pressed)
    _voyage_beside.show(context, voyage, voyage.ship, beside, lit=lit)
    opened = way_details(voyage, view.way, view.tracks, name_of=context.name_of)
    if opened is not None:
        with st.container(key="voyage-opened"):
            _components.panel(opened, key="voyage-details", packed=True, on_press=pressed)
    with st.container(key="voyage-foot"):
        _voyage_files.files(voyage, view, lit, day)
        method()


def method() -> None:
    """Show how it is measured, and how far from published distances."""
    with st.expander(
        messages.VOYAGE_METHOD_TITLE, on_change="rerun", key="voyage-method-fold"
    ) as fold:
        if not fold.open:
            return
        _components.panel(prose(messages.VOYAGE_METHOD_TEXT), key="voyage-method-text")
        st.dataframe(_cache.accuracy(), hide_index=True)


def beside_of(voyage: Voyage, view: VoyageView, lit: str) -> list[str]:
    """Return what stands side by side: what was chosen, or the lit way and the usual one."""
    there = {way.via for way in voyage.ways if way.variants}
    others = {*_cache.route_labels(), *([] if _voyage_beside.missing_track() else [OWN_TRACK])}
    asked = [each for each in view.beside if each in there | others]
    return asked or [via for via in dict.fromkeys((lit, voyage.usual)) if via in there]


def pressed(press: object) -> None:
    """Do what a press on map, chart or table asks for."""
    if not isinstance(press, dict):
        return
    view = _state.current_voyage()
    known = _voyage_inputs.known_voyages()
    for name, act in _ACTS.items():
        if name in press:
            act(press, view, known.ways)
            return


def _press_variant(press: dict, _view: VoyageView, _ways: Collection[str]) -> None:
    _voyage_beside.press_variant(press)


def _press_columns(press: dict, _view: VoyageView, _ways: Collection[str]) -> None:
    _voyage_beside.press_columns(press)


def _press_way(press: dict, view: VoyageView, ways: Collection[str]) -> None:
    way = press["way"]
    if way == "" or way in ways:
        _state.change_voyage(way="" if way == view.way else way)


def _press_tick(press: dict, _view: VoyageView, ways: Collection[str]) -> None:
    via = press["tick"]
    if via in ways:
        (_voyage_beside.add if press.get("on") else _voyage_beside.take_out)(via)


def _press_measure(press: dict, _view: VoyageView, _ways: Collection[str]) -> None:
    if press["measure"] in MEASURES:
        _state.change_voyage(measure=press["measure"])


def _press_yard(press: dict, _view: VoyageView, _ways: Collection[str]) -> None:
    if press["yard"] in YARDS:
        _state.change_voyage(yard=press["yard"])


def _press_open(press: dict, view: VoyageView, _ways: Collection[str]) -> None:
    _state.change_voyage(shut=tuple(via for via in view.shut if via != press["open"]))


def _press_beside(press: dict, _view: VoyageView, ways: Collection[str]) -> None:
    wanted = press["beside"] if isinstance(press["beside"], list) else []
    _state.change_voyage(beside=tuple(via for via in wanted if via in ways)[:MAX_BESIDE], way="")


def _press_pair(press: dict, _view: VoyageView, _ways: Collection[str]) -> None:
    pair = str(press["pair"]).split("|")
    if len(pair) == _PAIR and all(port in _cache.ports() for port in pair):
        _state.change_voyage(origin=pair[0], destination=pair[1], way="", tracks={}, beside=())


def _press_port(press: dict, view: VoyageView, _ways: Collection[str]) -> None:
    port = valid_id(press["port"])
    if port not in _cache.ports():
        return
    if view.origin and not view.destination and port != view.origin:
        _state.change_voyage(destination=port)
    else:
        _state.change_voyage(origin=port, destination="", way="", tracks={}, beside=())


_ACTS = {
    "columns": _press_columns,
    "variant": _press_variant,
    "tick": _press_tick,
    "measure": _press_measure,
    "yard": _press_yard,
    "open": _press_open,
    "beside": _press_beside,
    "pair": _press_pair,
    "port": _press_port,
    "way": _press_way,
}
"""What each kind of press does; one that names a variant names its way too."""

main()
