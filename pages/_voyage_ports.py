"""The two ports of a voyage: chosen from a list, by any name, or said not to be known."""

from functools import partial
from typing import NamedTuple

import streamlit as st

from geo import messages
from geo.errors import UnknownPortError
from geo.measure.voyages.ports import find_port
from geo.voyage_view import VoyageView
from pages import _cache, _state

_UNKNOWN = "voyage_unknown_port"


class Unknown(NamedTuple):
    """A text that no port was found by, and the pair of ports that was shown then."""

    end: str
    message: str
    near: tuple[str, ...]
    pair: tuple[str, str]


def ends(view: VoyageView) -> None:
    """Show the two ports and the button that swaps them."""
    with st.container(horizontal=True, vertical_alignment="center", key="voyage-ends"):
        _port("origin", messages.VOYAGE_FROM, view)
        st.button(
            messages.VOYAGE_SWAP,
            icon=":material/swap_horiz:",
            key="voyage-swap",
            on_click=_swap,
            disabled=not (view.origin or view.destination),
        )
        _port("destination", messages.VOYAGE_TO, view)


def _port(end: str, label: str, view: VoyageView) -> None:
    labels = _cache.port_labels()
    chosen = getattr(view, end)
    shown = next((name for name, port in labels.items() if port == chosen), None)
    key = _state.bind(f"voyage-{end}", shown)
    st.selectbox(
        label,
        list(labels),
        index=list(labels).index(shown) if shown else None,
        placeholder=messages.VOYAGE_PORT,
        filter_mode="contains",
        accept_new_options=True,
        key=key,
        on_change=partial(_choose, end, key),
    )


def _choose(end: str, key: str) -> None:
    text = str(_state.value_of(key) or "").strip()
    try:
        port = _found(text) if text else ""
    except UnknownPortError as error:
        _state.store(_UNKNOWN, Unknown(end, str(error), error.near, _pair()))
    else:
        _take(end, port)


def _found(text: str) -> str:
    """Return the port that is meant, or else the first that the list offers for a part of a name.

    Raises
    ------
    UnknownPortError
        When the list offers none.
    """
    try:
        return find_port(text, _cache.catalogue()).id
    except UnknownPortError:
        part = text.casefold()
        offered = (port for name, port in _cache.port_labels().items() if part in name.casefold())
        if (first := next(offered, None)) is None:
            raise
        return first


def _take(end: str, port: str) -> None:
    _state.store(_UNKNOWN, None)
    _state.change_voyage(**{end: port, "way": "", "tracks": {}, "beside": ()})


def _pair() -> tuple[str, str]:
    view = _state.current_voyage()
    return view.origin, view.destination


def _swap() -> None:
    origin, destination = _pair()
    _state.change_voyage(origin=destination, destination=origin)


def unknown() -> None:
    """Say which port is not known, and offer those that may be meant."""
    missed: Unknown | None = _state.stored(_UNKNOWN, None)
    if missed is None or missed.pair != _pair():
        return
    with st.container(key="voyage-unknown-port"):
        st.text(missed.message)
        with st.container(horizontal=True, key="voyage-near-ports"):
            for name in missed.near:
                port = find_port(name, _cache.catalogue()).id
                st.button(name, key=f"voyage-near-{port}", on_click=_take, args=(missed.end, port))
