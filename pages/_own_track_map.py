"""The two maps of the reader's own track: the track, the nearest named route, and letters."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import streamlit as st

from geo import messages
from geo.draw.voyage_lines import NORTHMOST_DEG, in_turn_of, strip_around
from geo.draw.voyage_map import (
    DrawnLine,
    DrawnMark,
    DrawnPort,
    polar_lines,
    voyage_map,
    world_lines,
)
from geo.geodesy import Position, join_track
from geo.markup.voyages.track import legend
from geo.measure.own_track.by_hand import HandTrack
from pages import _cache, _components
from pages._own_track_data import Measured, OwnTrackData

_WHOLE_DEG = 5


def maps(
    data: OwnTrackData, beside: Sequence[DrawnLine], on_press: Callable[[object], None]
) -> None:
    """Show both maps with the track; while points are set, a press on the disc sets one.

    Parameters
    ----------
    beside
        The lines of what the track is compared with.
    """
    shown = data.shown
    drawn = lines(shown)
    if shown is not None:
        drawn += [
            replace(line, positions=in_turn_of(line.positions, shown.drawn)) for line in beside
        ]
    ends = ends_of(shown) if shown else _first(data.hand)
    marks = [*(shown.marks if shown else ()), *_points(data)]
    others = list(_cache.ports().values()) if data.takes_points else []
    disc = voyage_map(
        _cache.polar_ground(),
        polar_lines(
            drawn,
            ends,
            label=messages.OWN_TRACK_MAP if shown else messages.OWN_TRACK_MAP_EMPTY,
            ports=[DrawnPort(one.id, one.name, one.lon, one.lat) for one in others],
            marks=marks,
        ),
        frame="polar",
        raised=sorted(shown.report.nm_by_state) if shown else (),
        takes_points=data.takes_points,
    )
    with st.container(key="voyage-disc"):
        _components.panel(disc, key="voyage-polar", packed=True, on_press=on_press)
    if shown is None:
        st.caption(messages.VOYAGE_CREDIT)
        return
    with st.container(key="track-under", horizontal=True, vertical_alignment="bottom"):
        near = shown.report.nearest
        named = _cache.catalogue().features.get(near.feature) if near else None
        _components.panel(legend(named.name if named else ""), key="track-legend")
        with st.container(key="track-said"):
            st.caption(said_of_drawing(shown))
            st.caption(messages.VOYAGE_CREDIT)
    _strip(shown, drawn, ends)


def _strip(shown: Measured, drawn: list[DrawnLine], ends: list[DrawnPort]) -> None:
    if all(lat > NORTHMOST_DEG for _, lat in shown.drawn):
        st.caption(messages.OWN_TRACK_BEYOND)
        return
    window = strip_around(drawn).in_steps_of(_WHOLE_DEG)
    strip = voyage_map(
        _cache.world_ground(window),
        world_lines(drawn, ends, window, label=messages.OWN_TRACK_STRIP, marks=shown.marks),
        frame="world",
    )
    with st.container(key="voyage-world"):
        _components.panel(strip, key="voyage-strip", packed=True)


def said_of_drawing(shown: Measured) -> str:
    """Return with how many points the track is drawn."""
    drawn, count = min(len(shown.drawn), shown.track.n_points), shown.track.n_points
    pattern = messages.OWN_TRACK_DRAWN if drawn < count else messages.OWN_TRACK_DRAWN_ALL
    return pattern.format(drawn=f"{drawn:,}", count=f"{count:,}")


def lines(shown: Measured | None) -> list[DrawnLine]:
    """Return the track, lit, and under it the named route that is nearest to it."""
    if shown is None:
        return []
    track = DrawnLine(
        "track",
        shown.drawn,
        role="lit",
        name=messages.OWN_TRACK_ALONG,
        named=(shown.drawn,),
    )
    near = shown.report.nearest
    positions = _route(near.feature, near.variant, shown.drawn) if near else ()
    return [track, DrawnLine("nearest", positions, role="usual")] if positions else [track]


def _route(feature: str, variant: str, beside: tuple[Position, ...]) -> tuple[Position, ...]:
    """Return a named route with longitudes in the same turn as the track beside it."""
    shape = _cache.catalogue().shapes(feature).get(variant)
    if shape is None:
        return ()
    return in_turn_of(join_track(shape), beside)


def _first(hand: HandTrack) -> list[DrawnPort]:
    """Return the one point that is set before there is a track."""
    return [DrawnPort("start", messages.OWN_TRACK_ENDS[0], *at) for at in hand.positions[:1]]


def ends_of(shown: Measured) -> list[DrawnPort]:
    """Return start and end with the names of the ports that they are near to."""
    places = (shown.drawn[0], shown.drawn[-1])
    named = zip(("start", "end"), shown.ends, messages.OWN_TRACK_ENDS, places, strict=True)
    return [DrawnPort(key, port or word, *at) for key, port, word, at in named]


def _points(data: OwnTrackData) -> list[DrawnMark]:
    """Return the points between the ends while they are set by hand."""
    if not data.takes_points:
        return []
    return [
        DrawnMark(lon, lat, title=messages.OWN_TRACK_POINT_ROW.format(number=i, lon=lon, lat=lat))
        for i, (lon, lat) in enumerate(data.hand.positions, 1)
    ]
