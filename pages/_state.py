"""The view in the session and in the address; the only reader and writer of either."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from time import time
from typing import Any, TypeVar

import streamlit as st

from geo.draw.layers import LAYER_BY_ID
from geo.view import Known, View, from_query, to_query

T = TypeVar("T")
_VIEW = "view"
_WRITTEN = "written_query"
_PAGE = "page_of_query"
_NOTICES = "notices"
_LOOK = "look_number"
_SINCE = "selected_since"
_CHANGED = "view_changed"
_LAYERS_DRAWN = "layers_drawn"
_KEPT_KEYS = ("with",)


def open_view(known: Known, *, page: str) -> View:
    """Return the view of this run and bring the address into line with it.

    An address that this session did not write (a link, Back, an edit) wins. Going to another page
    drops the query, and then the session's view stays; so it does when something on the page has
    just changed it, since a slow browser may still hold the address of before.
    """
    changed_here = st.session_state.pop(_CHANGED, False)
    query = {key: st.query_params.get_all(key) for key in st.query_params}
    moved = st.session_state.get(_PAGE) not in {None, page} and not query
    fresh = _VIEW not in st.session_state
    is_foreign = query != st.session_state.get(_WRITTEN) and not moved and not changed_here
    if fresh or is_foreign:
        view, notices = from_query(query, known)
        changed = not fresh and view.feature != current().feature
        st.session_state[_VIEW] = view
        st.session_state[_NOTICES] = notices
        if fresh or changed:
            _look_anew()
    st.session_state[_PAGE] = page
    write_address()
    return current()


def current() -> View:
    """Return the session's view."""
    view: View = st.session_state.get(_VIEW, View())
    return view


def selected_since(feature: str) -> float:
    """Return when this selection was made, in seconds; the same as long as it stays.

    The browser may be shown an older selection after a newer one.
    """
    known, since = st.session_state.get(_SINCE, (None, 0.0))
    if known != feature:
        since = time()
        st.session_state[_SINCE] = (feature, since)
    return float(since)


def notices() -> Sequence[str]:
    """Return what the last address named that is not here."""
    found: Sequence[str] = st.session_state.get(_NOTICES, ())
    return found


def write_address() -> None:
    """Bring the address into line with the view, if it is not."""
    wanted: dict[str, list[str]] = {}
    for key, value in to_query(current()):
        wanted.setdefault(key, []).append(value)
    query = {key: st.query_params.get_all(key) for key in st.query_params}
    kept = {key: values for key, values in query.items() if key in _KEPT_KEYS}
    ours = {key: values for key, values in query.items() if key not in _KEPT_KEYS}
    if ours != wanted:
        st.query_params.from_dict({**wanted, **kept})
        query = wanted | kept
    st.session_state[_WRITTEN] = query


def change(**fields: Any) -> None:  # noqa: ANN401  the view's own fields
    """Change fields of the view; meant for callbacks, before the page runs."""
    st.session_state[_VIEW] = replace(current(), **fields)
    st.session_state[_NOTICES] = []
    st.session_state[_CHANGED] = True


def select(feature: str, *, passage: str = "", variant: str = "", on_map: bool = False) -> None:
    """Select a feature, from the map or from anywhere else.

    A press on the map leaves the map where it is; one elsewhere sends it to the feature.
    """
    change(feature=feature, passage=passage, variant=variant)
    if not on_map:
        _look_anew()


def open_article(article: str) -> None:
    """Choose one article, with nothing selected."""
    change(article=article, passage="", feature="", variant="")


def clear_filter() -> None:
    """Drop the nations and the selection's passage; keep frame, layers and feature."""
    change(nations=(), match="any")


def is_embedded() -> bool:
    """Return whether another site shows this page in a frame of its own (`?embed=true`)."""
    return bool(st.context.is_embedded)


def embeds_articles() -> bool:
    """Return whether the frame asks for the articles too (`?embed=true&with=articles`)."""
    return "articles" in st.query_params.get_all("with")


def look_number() -> int:
    """Return a number that changes with each wish to see the selected feature."""
    return int(st.session_state.get(_LOOK, 0))


def _look_anew() -> None:
    st.session_state[_LOOK] = look_number() + 1


def bind(key: str, value: object) -> str:
    """Set a widget's value from the view before it is drawn, and return its key.

    The widget is given the same value as its default too: the browser hears of a value set here
    only in the run that sets it, and that run may be overtaken by the next.
    """
    if st.session_state.get(key) != value:
        st.session_state[key] = value
    return key


def layers_key(layer: str) -> str:
    """Return the key of a layer's checkbox, another one once anything else has changed the layers.

    The browser makes the checkboxes when *Layers* is opened, and goes by what it saw of each first.
    So after Back, a project file or a link they are new ones, which begin with the view's value.
    """
    layers = (current().shown, current().hidden)
    drawn, turn = st.session_state.get(_LAYERS_DRAWN, (layers, 0))
    if drawn != layers:
        turn += 1
    st.session_state[_LAYERS_DRAWN] = (layers, turn)
    return f"layer-{layer}-{turn}"


def value_of(key: str) -> Any:  # noqa: ANN401  whatever the widget holds
    """Return a widget's value; for callbacks."""
    return st.session_state.get(key)


def clear(key: str) -> None:
    """Empty a widget; for callbacks."""
    st.session_state[key] = None


def last_page() -> str:
    """Return the page that this session saw last; asked before `open_view`."""
    return str(st.session_state.get(_PAGE, ""))


def kept(name: str, default: T) -> T:
    """Return what the session keeps under a name, or the default; never shared between sessions."""
    value: T = st.session_state.get(f"kept_{name}", default)
    return value


def keep(name: str, value: object) -> None:
    """Keep a value in this session."""
    st.session_state[f"kept_{name}"] = value


def take_view(view: View, found: Sequence[str]) -> None:
    """Take over a view that a file asks for, with the notices on it."""
    st.session_state[_VIEW] = view
    st.session_state[_NOTICES] = list(found)
    st.session_state[_CHANGED] = True
    _look_anew()


def switch_layer(layer: str, key: str) -> None:
    """Switch a layer on or off by its checkbox; for callbacks."""
    view = current()
    is_default = LAYER_BY_ID[layer].on
    shown = set(view.shown) - {layer}
    hidden = set(view.hidden) - {layer}
    if value_of(key) and not is_default:
        shown.add(layer)
    elif not value_of(key) and is_default:
        hidden.add(layer)
    change(shown=tuple(sorted(shown)), hidden=tuple(sorted(hidden)))
    _, turn = st.session_state[_LAYERS_DRAWN]
    st.session_state[_LAYERS_DRAWN] = ((current().shown, current().hidden), turn)


def on_change(field: str, key: str, convert: Callable[[Any], Any] = lambda value: value) -> None:
    """Put a widget's new value into a field of the view; for callbacks."""
    change(**{field: convert(value_of(key))})
