"""What a voyage is asked with beside its ports: a ship, and the ways that are open."""

from dataclasses import replace
from functools import partial

import streamlit as st

from geo import messages
from geo.errors import ShipError, UnknownPortError
from geo.measure.voyages.ports import find_port
from geo.measure.voyages.records import ARCTIC_VIAS, BALTIC_VARIANTS, DIRECT, VIAS, Ship
from geo.measure.voyages.ships import (
    FUELS,
    ICE_CLASSES,
    PRESETS,
    SPEED_KN,
    check_ship,
    ice_speed_for,
)
from geo.voyage_view import KnownVoyages, VoyageView
from pages import _cache, _state

_FIELDS = {
    "speed_kn": "speed",
    "ice_speed_kn": "ice",
    "draught_m": "draught",
    "fuel_t_day": "fuel_a_day",
}
"""The figures of a ship, and the fields of the view that hold them where they differ."""
_STEPS = {"speed_kn": 0.5, "ice_speed_kn": 0.5, "draught_m": 0.1, "fuel_t_day": 1.0}
_FORMATS = {"speed_kn": "%.3g", "ice_speed_kn": "%.3g", "draught_m": "%.1f", "fuel_t_day": "%.4g"}
_NO_CLASS = "none"


def known_voyages() -> KnownVoyages:
    """Return the ids that are valid in an address."""
    ways = (*VIAS, DIRECT)
    return KnownVoyages(
        ports=_cache.ports(),
        port_named=_port_named,
        presets=PRESETS,
        ice_classes=[name for name in ICE_CLASSES if name],
        fuels=FUELS,
        ways=ways,
        passages=VIAS,
        tracks={way: _variants(way) for way in ways},
        routes=_cache.route_labels(),
    )


def _variants(way: str) -> list[str]:
    """Return the slugs of the variants that a way may have between some two ports."""
    if way not in ARCTIC_VIAS:
        return [*BALTIC_VARIANTS]
    feature = _cache.catalogue().features.get(way)
    return [variant.slug for variant in feature.variants] if feature else []


def _port_named(name: str) -> str:
    try:
        return find_port(name, _cache.catalogue()).id
    except UnknownPortError:
        return ""


def asked_ship(view: VoyageView) -> Ship:
    """Return the ship of a view, whether or not its figures are possible."""
    ship = PRESETS[view.preset or next(iter(PRESETS))].ship
    given = {
        name: value
        for name, field in _FIELDS.items()
        if (value := getattr(view, field)) is not None
    }
    if "speed_kn" in given and "ice_speed_kn" not in given:
        given["ice_speed_kn"] = ice_speed_for(given["speed_kn"], ship.ice_speed_kn)
    ice_class = "" if view.ice_class == _NO_CLASS else view.ice_class or ship.ice_class
    return replace(ship, **given, ice_class=ice_class, fuel=view.fuel or ship.fuel)


def possible_ship(view: VoyageView) -> tuple[Ship, str]:
    """Return the ship of a view and '', or what is wrong with it.

    For a figure that cannot be, the last one that could is counted, which is said.
    """
    asked = asked_ship(view)
    try:
        check_ship(asked)
    except ShipError as error:
        last = _state.stored("voyage_ship", PRESETS[view.preset or next(iter(PRESETS))].ship)
        kept = {name: getattr(last, name) for name in _FIELDS if not _is_possible(asked, name)}
        found = replace(asked, **kept)
        found = replace(found, ice_speed_kn=min(found.ice_speed_kn, found.speed_kn))
        said = messages.VOYAGE_COUNTED.format(
            figures=", ".join(_said(found, name) for name in kept)
        )
        return found, f"{error} {said}"
    _state.store("voyage_ship", asked)
    return asked, ""


def _said(ship: Ship, name: str) -> str:
    label, unit = messages.VOYAGE_FIGURES[name]
    return f"{label} {getattr(ship, name):g} {unit}"


def ship(view: VoyageView) -> None:
    """Show the ship with its figures, and the ways that are open."""
    asked = asked_ship(view)
    with st.container(horizontal=True, vertical_alignment="center", key="voyage-ship"):
        st.selectbox(
            messages.VOYAGE_SHIP,
            list(PRESETS),
            index=list(PRESETS).index(asked.preset),
            format_func=lambda each: PRESETS[each].name,
            key=_state.bind("voyage-preset", asked.preset),
            on_change=_choose_preset,
        )
        for name in messages.VOYAGE_FIGURES:
            _boxed_figure(asked, name)
        _more(asked)
        _ways(view)


def draught(view: VoyageView) -> None:
    """Show the draught alone, which the reader's own track shares with the voyage."""
    _boxed_figure(asked_ship(view), "draught_m")


def _boxed_figure(asked: Ship, name: str) -> None:
    label, unit = messages.VOYAGE_FIGURES[name]
    stands = "" if _is_possible(asked, name) else "-wrong"
    with st.container(key=f"voyage-figure-{name}{stands}"):
        own = getattr(PRESETS[asked.preset].ship, name)
        _figure(name, f"{label} ({unit})", getattr(asked, name), own)


def _is_possible(asked: Ship, name: str) -> bool:
    """Return whether one figure of a ship is possible, whatever the others are."""
    speed = SPEED_KN[1]
    if name == "ice_speed_kn" and SPEED_KN[0] <= asked.speed_kn <= speed:
        speed = asked.speed_kn
    fitting = replace(Ship(), speed_kn=speed, ice_speed_kn=SPEED_KN[0])
    try:
        check_ship(replace(fitting, **{name: getattr(asked, name)}))
    except ShipError:
        return False
    return True


def _figure(name: str, label: str, value: float, own: float) -> None:
    """Show a figure; a field that is emptied gets the preset's own again."""
    key = _state.bind(f"voyage-{name}", float(value))
    st.number_input(
        label,
        value=float(own),
        step=_STEPS[name],
        format=_FORMATS[name],
        key=key,
        on_change=partial(_choose_figure, name, key),
    )


def _choose_preset() -> None:
    preset = str(_state.value_of("voyage-preset"))
    blank = dict.fromkeys(_FIELDS.values())
    first = next(iter(PRESETS))
    _state.change_voyage(preset="" if preset == first else preset, ice_class="", fuel="", **blank)


def _choose_figure(name: str, key: str) -> None:
    view = _state.current_voyage()
    own = getattr(PRESETS[view.preset or next(iter(PRESETS))].ship, name)
    value = _state.value_of(key)
    is_own = value is None or value == own
    _state.change_voyage(**{_FIELDS[name]: None if is_own else float(value)})


def _more(asked: Ship) -> None:
    with st.popover(messages.VOYAGE_MORE, key="voyage-more"):
        st.selectbox(
            messages.VOYAGE_CLASS,
            list(ICE_CLASSES),
            index=list(ICE_CLASSES).index(asked.ice_class) if asked.ice_class in ICE_CLASSES else 0,
            format_func=lambda each: each or messages.VOYAGE_NO_CLASS,
            key=_state.bind("voyage-class", asked.ice_class),
            on_change=lambda: _choose_word("ice_class", "voyage-class"),
        )
        st.selectbox(
            messages.VOYAGE_FUEL,
            list(FUELS),
            index=list(FUELS).index(asked.fuel),
            format_func=lambda each: FUELS[each].name,
            key=_state.bind("voyage-fuel", asked.fuel),
            on_change=lambda: _choose_word("fuel", "voyage-fuel"),
        )
        fuel = FUELS[asked.fuel]
        said = messages.VOYAGE_FUEL_FACTOR.format(
            factor=f"{fuel.co2_t:.3f}", source=fuel.source, note=fuel.note
        )
        st.caption(said.strip())
        st.caption(messages.VOYAGE_BASIS.format(basis=PRESETS[asked.preset].basis))


def _choose_word(field: str, key: str) -> None:
    view = _state.current_voyage()
    own = getattr(PRESETS[view.preset or next(iter(PRESETS))].ship, field)
    value = str(_state.value_of(key) or "")
    written = value or (_NO_CLASS if field == "ice_class" else "")
    _state.change_voyage(**{field: "" if value == own else written})


def _ways(view: VoyageView) -> None:
    label = messages.VOYAGE_WAYS_OPEN.format(open=len(VIAS) - len(view.shut), all=len(VIAS))
    with st.popover(f"{messages.VOYAGE_WAYS}: {label}", key="voyage-ways"):
        for via in VIAS:
            key = _state.bind(f"voyage-open-{via}", via not in view.shut)
            st.checkbox(
                messages.WAYS[via],
                value=via not in view.shut,
                key=key,
                on_change=partial(_open_or_shut, via, key),
            )


def _open_or_shut(via: str, key: str) -> None:
    shut = [each for each in _state.current_voyage().shut if each != via]
    _state.change_voyage(shut=tuple(shut if _state.value_of(key) else [*shut, via]))
