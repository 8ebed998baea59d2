"""The mode “Your own track” of Voyages: a file dropped on the page, or points set by hand."""

import math
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import NamedTuple

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from geo import messages
from geo.draw.voyage_lines import DrawnLine, from_disc
from geo.exchange.project_track import MOST_POINTS
from geo.markup.voyages.track import headline, method_row, notices, opening, zones_table
from geo.markup.voyages.track_depths import depths
from geo.markup.voyages.track_lanes import lanes
from geo.markup.voyages.track_words import called
from geo.measure.own_track import limits
from geo.measure.own_track.straits import passed_straits
from geo.measure.voyages.records import Ship
from geo.voyage_view import OWN_TRACK
from pages import (
    _cache,
    _components,
    _own_track_data,
    _own_track_files,
    _own_track_map,
    _state,
    _upload,
    _voyage_inputs,
)
from pages._context import PageContext
from pages._own_track_data import NEW, Measured, OwnTrackData

_PAIR = 2
_UNITS = (
    (86_400.0, messages.OWN_TRACK_DAYS),
    (3_600.0, messages.OWN_TRACK_HOURS),
    (60.0, messages.OWN_TRACK_MINUTES),
    (1.0, messages.OWN_TRACK_SECONDS),
)


class Beside(NamedTuple):
    """What stands beside the track: shows the table, and the lines of it on the maps."""

    show: Callable[[], None]
    lines: Sequence[DrawnLine]


def is_open() -> bool:
    """Return whether the page shows the reader's own track in place of two ports."""
    return _state.current_voyage().show == OWN_TRACK


def entry() -> None:
    """Show the quiet entry to the mode, at the end of the strip."""
    with st.container(key="voyage-own-entry"):
        st.button(messages.OWN_TRACK, type="tertiary", key="own-track-open", on_click=_open)


def _open() -> None:
    _state.change_voyage(show=OWN_TRACK)


def _close() -> None:
    _state.change_voyage(show="")
    _own_track_data.change(takes_points=False, problem="")


def show(
    context: PageContext,
    found: Sequence[str],
    ship: Ship,
    wrong: str,
    beside: Beside,
) -> None:
    """Show the mode: strip, maps, and what was measured.

    Parameters
    ----------
    found
        Notices on the address.
    ship, wrong
        The last ship that is possible, and what is wrong with the one asked for.
    beside
        What stands beside the track.
    """
    data = _own_track_data.current()
    with st.container(key="voyage-page"):
        with st.container(key="track-strip"):
            fresh = _strip(data)
        with st.container(key="voyage-own-entry"):
            label = messages.OWN_TRACK_BACK
            st.button(label, type="tertiary", key="own-track-close", on_click=_close)
        map_side, text_side = st.container(key="voyage-maps"), st.container(key="voyage-text")
        with text_side:
            _components.show_notices([*found, *context.problems])
            if wrong:
                with st.container(key="voyage-wrong"):
                    st.text(wrong)
            place = st.empty()
        if fresh is not None:
            with place.container():
                _read(fresh)
            st.rerun()
        with text_side:
            _text(context, data, ship, beside.show)
        with map_side:
            _own_track_map.maps(data, beside.lines, pressed)


def _strip(data: OwnTrackData) -> UploadedFile | None:
    """Show what is known of the file, and what can be done; return a file that was just chosen."""
    fresh = None
    with st.container(horizontal=True, vertical_alignment="center", key="track-bar"):
        shown = data.shown
        if shown is not None:
            with st.container(key="track-file"):
                st.text(shown.track.name)
                st.text(facts(shown))
        if data.of_file is not None:
            with st.container(key="track-replace"):
                fresh = _uploader(messages.OWN_TRACK_REPLACE)
        if data.of_file is not None or data.hand.positions or data.offered is not None:
            st.button(
                messages.OWN_TRACK_REMOVE, key="track-remove", on_click=_own_track_data.remove_all
            )
        if shown is not None:
            _voyage_inputs.draught(_state.current_voyage())
        st.toggle(
            f":material/edit: {messages.OWN_TRACK_PENCIL}",
            value=data.takes_points,
            key=_state.bind("track-pencil", data.takes_points),
            on_change=_switch_pencil,
        )
        st.caption(messages.OWN_TRACK_NEVER_STORED)
    with st.container(key="track-over"):
        st.text(messages.OWN_TRACK_DROP_ANYWHERE)
    return fresh


def _uploader(label: str) -> UploadedFile | None:
    """Show the uploader; it is another one after each file, so that the file's memory is freed."""
    turn = _state.stored("track_turn", 0)
    return st.file_uploader(
        label,
        key=f"track-file-{turn}",
        max_upload_size=limits.FILE_BYTES // limits.MB,
        label_visibility="visible",
    )


def facts(shown: Measured) -> str:
    """Return points, duration and gaps of a track: '48,212 points · 12 days · 1 gap over 6 h'."""
    track = shown.track
    said = [messages.OWN_TRACK_POINTS.format(count=f"{track.n_points:,}")]
    if track.duration is not None:
        said.append(duration_words(track.duration))
    if track.gaps:
        pattern = messages.OWN_TRACK_GAPS["one" if track.gaps == 1 else "many"]
        said.append(pattern.format(count=f"{track.gaps:,}"))
    return " · ".join(said)


def duration_words(duration: timedelta) -> str:
    """Return a duration in the largest unit that fits it twice: '12 days', '36 hours'."""
    seconds = duration.total_seconds()
    unit, words = next(
        ((size, words) for size, words in _UNITS if seconds >= _PAIR * size), _UNITS[-1]
    )
    count = round(seconds / unit)
    return f"{count:,} {words[0] if count == 1 else words[1]}"


def _read(file: UploadedFile) -> None:
    """Read and measure a file with a progress bar; after this run it is dropped."""
    bar = _upload.Bar()
    try:
        _own_track_data.read(file.getvalue(), file.name, bar.step)
    finally:
        bar.empty()
        _state.store("track_turn", _state.stored("track_turn", 0) + 1)


def _text(context: PageContext, data: OwnTrackData, ship: Ship, beside: Callable[[], None]) -> None:
    """Show what is wrong, the points, and what was measured; or how to begin."""
    if data.problem:
        _problem(data)
    if data.offered is not None:
        _offer(data)
    if data.takes_points:
        _points(data)
    if data.shown is not None:
        _answer(context, data.shown, ship, is_earlier=bool(data.failed))
        beside()
        _method(data.shown)
    elif data.offered is None and not data.takes_points:
        _components.panel(opening(), key="track-opening")
    if data.of_file is None and not data.takes_points:
        _drop()


def _problem(data: OwnTrackData) -> None:
    """Show what is wrong; of a file that was not taken also that the earlier track stays."""
    with st.container(key="track-problem"):
        st.text(data.problem)
        if data.failed and data.shown is not None:
            said = messages.OWN_TRACK_STILL.format(
                failed=data.failed,
                name=called(data.shown.track.name),
                remove=messages.OWN_TRACK_REMOVE,
            )
            st.text(said)
        if data.failed:
            close = partial(_own_track_data.change, problem="")
            st.button(messages.OWN_TRACK_CLOSE, key="track-close-problem", on_click=close)


def _drop() -> None:
    with st.container(key="track-drop"):
        fresh = _uploader(messages.OWN_TRACK_DROP)
        st.caption(messages.OWN_TRACK_FILES)
        st.caption(messages.OWN_TRACK_OR_HAND)
        st.caption(messages.OWN_TRACK_PRIVATE)
    if fresh is not None:
        _read(fresh)
        st.rerun()


def _offer(data: OwnTrackData) -> None:
    """Show which points of a file cannot be used, and offer the others."""
    track = data.offered
    if track is None:
        return
    count = f"{track.n_points:,}"
    with st.container(key="track-offer"):
        st.text(messages.OWN_TRACK_OFFERED.format(name=track.name))
        for sentence in track.skipped:
            st.text(f"{sentence[:1].upper()}{sentence[1:]}")
        st.text(messages.TRACK_TAKE_GOOD.format(count=count))
        if data.earlier is not None:
            kept = called(data.earlier.track.name)
            st.text(messages.OWN_TRACK_INSTEAD.format(name=kept))
        with st.container(horizontal=True, key="track-choice"):
            st.button(
                messages.OWN_TRACK_TAKE.format(count=count), key="track-take", on_click=_take_good
            )
            if data.earlier is not None:
                keep = partial(_own_track_data.change, offered=None, problem="")
                st.button(messages.OWN_TRACK_KEEP, key="track-keep", on_click=keep)


def _take_good() -> None:
    track = _own_track_data.current().offered
    if track is not None:
        _own_track_data.take(track, lambda _share, _text: None)


def _answer(context: PageContext, shown: Measured, ship: Ship, *, is_earlier: bool) -> None:
    """Show the sentence, the lanes, zone by zone, and what can be downloaded."""
    report, name_of = shown.report, context.name_of
    passed = passed_straits(report, _cache.catalogue())
    day = datetime.now(UTC).date()
    with st.container(key="track-answer"):
        sentence = headline(report, name_of, is_earlier=is_earlier)
        _components.panel(sentence, key="track-sentence", packed=True)
        _components.panel(method_row(report, day, name_of), key="track-method", packed=True)
        if said := [*shown.track.skipped, *shown.track.notes, *report.notes]:
            _components.panel(notices(said), key="track-notices", packed=True)
        drawing = lanes(report, name_of, ends=shown.ends)
        _components.panel(drawing, key="track-lanes", packed=True)
        if (below := depths(passed, ship)) is not None:
            _components.panel(below, key="track-depths", packed=True)
        _components.panel(zones_table(report, name_of), key="track-zones", packed=True)
    _own_track_files.files(context, shown, passed, ship, day)


def _method(shown: Measured) -> None:
    """Say what a project file leaves out, and show how it is measured."""
    if shown.track.n_points > MOST_POINTS:
        count, most = f"{shown.track.n_points:,}", f"{MOST_POINTS:,}"
        st.caption(messages.OWN_TRACK_LEFT_OUT.format(count=count, most=most))
    with st.container(key="voyage-foot"), st.expander(messages.VOYAGE_METHOD_TITLE):
        st.markdown(messages.OWN_TRACK_METHOD_TEXT)


def _switch_pencil() -> None:
    _own_track_data.change(takes_points=bool(_state.value_of("track-pencil")), problem="")


def pressed(press: object) -> None:
    """Set a point where the disc was pressed; on a port, exactly there."""
    if not isinstance(press, dict) or not _own_track_data.current().takes_points:
        return
    if port := _cache.ports().get(str(press.get("port", ""))):
        _own_track_data.set_point(port.lon, port.lat)
        return
    at = press.get("at")
    if not isinstance(at, list) or len(at) != _PAIR or not all(map(_is_number, at)):
        return
    place = from_disc(float(at[0]), float(at[1]))
    if place is None:
        _own_track_data.change(problem=messages.OWN_TRACK_OFF_DISC)
    else:
        _own_track_data.set_point(round(place[0], 4), round(place[1], 4))


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and math.isfinite(value)


def _points(data: OwnTrackData) -> None:
    """Show the points that are set by hand: chosen, added, moved and removed without a pointer."""
    positions = data.hand.positions
    choices = [NEW, *range(len(positions))]
    with st.container(key="track-points"):
        is_new = data.point == NEW
        said = messages.OWN_TRACK_PRESS_MOVES.format(number=data.point + 1)
        st.caption(messages.OWN_TRACK_PRESS if is_new else said)
        with st.container(horizontal=True, vertical_alignment="bottom", key="track-point-fields"):
            st.selectbox(
                messages.OWN_TRACK_POINT,
                choices,
                index=choices.index(data.point),
                format_func=partial(_point_label, positions),
                key=_state.bind("track-point", data.point),
                on_change=_choose_point,
            )
            lon, lat = (0.0, 75.0) if is_new else positions[data.point]
            if is_new and positions:
                lon, lat = positions[-1]
            version = f"{len(data.hand.before)}-{len(positions)}-{data.point}"
            for name, label, value, most in (
                ("lon", messages.OWN_TRACK_LON, lon, 360.0),
                ("lat", messages.OWN_TRACK_LAT, lat, 90.0),
            ):
                st.number_input(
                    label,
                    min_value=-most,
                    max_value=most,
                    value=float(value),
                    step=0.1,
                    format="%.4f",
                    key=f"track-{name}-{version}",
                )
            give = partial(_given, version)
            if is_new:
                _act(messages.OWN_TRACK_ADD, "track-add", partial(give, _own_track_data.set_point))
            else:
                _act(
                    messages.OWN_TRACK_MOVE, "track-move", partial(give, _own_track_data.set_point)
                )
                _act(
                    messages.OWN_TRACK_INSERT,
                    "track-insert",
                    partial(give, _own_track_data.insert_point),
                )
                _act(
                    messages.OWN_TRACK_REMOVE_POINT,
                    "track-drop-point",
                    _own_track_data.remove_point,
                )
            _act(
                messages.OWN_TRACK_UNDO,
                "track-undo",
                _own_track_data.undo,
                disabled=not data.hand.before,
            )
        if len(positions) == 1:
            st.caption(messages.OWN_TRACK_ONE_MORE)


def _act(label: str, key: str, act: Callable[[], None], *, disabled: bool = False) -> None:
    st.button(label, key=key, on_click=act, disabled=disabled)


def _given(version: str, act: Callable[[float, float], None]) -> None:
    lon, lat = (_state.value_of(f"track-{name}-{version}") for name in ("lon", "lat"))
    if lon is not None and lat is not None:
        act(float(lon), float(lat))


def _point_label(positions: tuple[tuple[float, float], ...], at: int) -> str:
    if not 0 <= at < len(positions):
        return messages.OWN_TRACK_NEW_POINT
    lon, lat = positions[at]
    return messages.OWN_TRACK_POINT_ROW.format(number=at + 1, lon=lon, lat=lat)


def _choose_point() -> None:
    point = _state.value_of("track-point")
    _own_track_data.change(point=NEW if point is None else int(point), problem="")
