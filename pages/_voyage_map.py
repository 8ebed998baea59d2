"""The two maps of a voyage: the disc for the Arctic ways, and the strip of the world below it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import streamlit as st

from geo import messages
from geo.draw.voyage_lines import Role, Strip, in_turn_of
from geo.draw.voyage_map import (
    DrawnLine,
    DrawnPort,
    polar_lines,
    stretch_of,
    strip_window,
    voyage_map,
    world_lines,
)
from geo.measure.voyages.columns import chosen
from geo.measure.voyages.records import ARCTIC_VIAS, Port, Variant, Voyage, Way
from geo.voyage_view import VoyageView
from pages import _cache, _components, _voyage_beside

_WHOLE_DEG = 5
_SOUTHERN_RIM = {"suez": "Suez", "panama": "Panama", "cape": "the Cape"}
_MOST_RAISED = 1
_NORTH_DEG = 55.0
"""Ways that stay north of this parallel are whole on the disc."""


def maps(
    voyage: Voyage | None, view: VoyageView, lit: str, on_press: Callable[[object], None]
) -> None:
    """Show both maps; without a voyage the disc at rest, with the ports to press."""
    asked = dict.fromkeys((view.origin, view.destination))
    ends = [port for key in asked if (port := _cache.ports().get(key))]
    ways = lines(voyage, view, lit) if voyage else []
    drawn = [*ways, *_beside(voyage, view, ways)]
    others = [_drawn(port) for port in _cache.ports().values()]
    names = {"origin": ends[0].name if ends else "", "destination": ends[-1].name if ends else ""}
    disc = voyage_map(
        _cache.polar_ground(),
        polar_lines(
            drawn,
            [_drawn(port) for port in ends],
            label=messages.VOYAGE_MAP.format(**names) if voyage else messages.VOYAGES_LEAD,
            ports=others,
        ),
        frame="polar",
        raised=_raised(voyage, lit),
    )
    with st.container(key="voyage-disc"):
        _components.panel(disc, key="voyage-polar", packed=True, on_press=on_press)
    if not any(lat < _NORTH_DEG for line in drawn for _, lat in line.positions):
        st.caption(messages.VOYAGE_CREDIT)
        return
    window = Strip(*strip_window(ways or drawn)).in_steps_of(_WHOLE_DEG)
    strip = voyage_map(
        _cache.world_ground(window),
        world_lines(
            drawn,
            [_drawn(port) for port in ends],
            window,
            label=messages.VOYAGE_STRIP.format(**names),
        ),
        frame="world",
    )
    with st.container(horizontal=True, key="voyage-world-switch"):
        st.toggle(messages.VOYAGE_WORLD_MAP, key="voyage-world-open")
    with st.container(key="voyage-world"):
        _components.panel(strip, key="voyage-strip", packed=True, on_press=on_press)
    with st.container(horizontal=True, key="voyage-credit"):
        st.caption(messages.VOYAGE_STRIP_WIDE.format(width=f"{window.width:.0f}"))
        st.caption(messages.VOYAGE_CREDIT)


def lines(voyage: Voyage, view: VoyageView, lit: str) -> list[DrawnLine]:
    """Return the lines of every way, and of the other variants of those through the Arctic."""
    made: list[DrawnLine] = []
    for way in voyage.ways:
        one = chosen(voyage, way.via, view.tracks)
        if one is None:
            continue
        made.append(_main(voyage, way, one.variant, lit))
        made += [
            DrawnLine(
                way.via,
                variant.positions,
                role="shut" if variant.shut else "variant",
                variant=variant.slug,
            )
            for variant in way.variants
            if variant is not one.variant
        ]
    return made


def _beside(
    voyage: Voyage | None, view: VoyageView, ways: Sequence[DrawnLine]
) -> Iterator[DrawnLine]:
    """Yield what else is compared, in the turn of the ways or of the first that is compared."""
    first: DrawnLine | None = ways[0] if ways else None
    for line in _voyage_beside.lines(voyage, view):
        first = first or line
        yield replace(line, positions=in_turn_of(line.positions, first.positions))


def _main(voyage: Voyage, way: Way, variant: Variant, lit: str) -> DrawnLine:
    is_arctic = way.via in ARCTIC_VIAS
    ends = (voyage.origin.name, voyage.destination.name)
    return DrawnLine(
        way.via,
        variant.positions,
        role=_role(voyage, way, lit),
        variant=variant.slug,
        name=messages.VOYAGE_TRACK_NAMES.get(way.via, ""),
        named=tuple(stretch_of(variant.positions, *span) for span in variant.named),
        rim=ends if is_arctic else ("", _SOUTHERN_RIM.get(way.via, ends[1])),
    )


def _role(voyage: Voyage, way: Way, lit: str) -> Role:
    if way.via == lit:
        return "lit"
    if way.shut:
        return "shut"
    return "usual" if way.via == voyage.usual else "rest"


def _raised(voyage: Voyage | None, lit: str) -> list[str]:
    """Return the state in whose waters the lit way runs longest."""
    way = voyage.way(lit) if voyage else None
    if not way or not way.variants or way.via not in ARCTIC_VIAS:
        return []
    return list(way.variants[0].nm_by_waters)[:_MOST_RAISED]


def _drawn(port: Port) -> DrawnPort:
    return DrawnPort(port.id, port.name, port.lon, port.lat)
