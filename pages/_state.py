"""The view in session state and query parameters; the only module that accesses either."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from time import time
from typing import Any, Generic, TypeVar

import streamlit as st

from geo.draw.layers import ICE, LAYERS
from geo.season_view import KnownSeason, SeasonView, from_season_query, to_season_query
from geo.view import Known, View, from_query, to_query
from geo.voyage_view import KnownVoyages, VoyageView, from_voyage_query, to_voyage_query

T = TypeVar("T")
V = TypeVar("V")
K = TypeVar("K")
_VIEW = "view"
_WRITTEN = "written_query"
_PAGE = "page_of_query"
_NOTICES = "notices"
_CAMERA = "camera_request"
_SINCE = "selected_since"
_CHANGED = "view_changed"
_PRESS = "last_press"
_DRAWN = "drawn_view"
_FROM_ADDRESS = "view_from_address"
_KEPT_KEYS = ("with",)
VOYAGES, SEASON = "voyages", "season"
"""The pages whose address holds a view of their own in place of the map's."""


def open_view(known: Known, *, page: str) -> View:
    """Return the view of this run and sync the address with it.

    An address that this session did not write (a link, Back, an edit) wins. Going to another page
    drops the query, and then the session's view stays; so it does when something on the page has
    just changed it, since a slow browser may still hold the address of before.
    """
    changed_here = st.session_state.pop(_CHANGED, False)
    if page in {VOYAGES, SEASON}:
        st.session_state[_PAGE] = page
        return current()
    query = _query()
    moved = st.session_state.get(_PAGE) not in {None, page} and not query
    fresh = _VIEW not in st.session_state
    is_foreign = query != st.session_state.get(_WRITTEN) and not moved and not changed_here
    if fresh or is_foreign:
        view, notices = from_query(query, known)
        changed = (view.feature, view.at) != (current().feature, current().at)
        st.session_state[_VIEW] = view
        st.session_state[_NOTICES] = notices
        st.session_state[_FROM_ADDRESS] = True
        if fresh or changed:
            _move_camera()
    st.session_state[_PAGE] = page
    write_address()
    return current()


class _PageView(Generic[V, K]):
    """The view of a page that has an address of its own."""

    def __init__(
        self,
        page: str,
        default: V,
        parse: Callable[[dict[str, list[str]], K], tuple[V, list[str]]],
        serialise: Callable[[V], list[tuple[str, str]]],
    ) -> None:
        self._page, self._default = page, default
        self._parse, self._serialise = parse, serialise

    def open(self, known: K) -> V:
        """Return the view of this run and sync the address with it; `open_view` comes after it.

        As in `open_view` an address that this session did not write wins, and one without a query,
        of another page, leaves the session's view as it is.
        """
        changed_here = st.session_state.pop(self._key("changed"), False)
        query = _query()
        moved = st.session_state.get(_PAGE) not in {None, self._page} and not query
        written = st.session_state.get(self._key("written"))
        is_foreign = query != written and not moved and not changed_here
        if self._key("view") not in st.session_state or is_foreign:
            st.session_state[self._key("view")], found = self._parse(query, known)
            st.session_state[self._key("notices")] = found
        self.write()
        return self.current()

    def write(self) -> None:
        """Sync the address with the view.

        Where a part of the page runs alone this is all that follows a change: its mark must not
        wait for the next run of the whole page, which may be for Back.
        """
        st.session_state.pop(self._key("changed"), None)
        st.session_state[self._key("written")] = _write(self._serialise(self.current()))

    def current(self) -> V:
        """Return the session's view."""
        view: V = st.session_state.get(self._key("view"), self._default)
        return view

    def change(self, **fields: Any) -> None:  # noqa: ANN401  the view's own fields
        """Change fields of the view; for callbacks, before the page runs."""
        changed: Any = self.current()
        st.session_state[self._key("view")] = replace(changed, **fields)
        st.session_state[self._key("notices")] = []
        st.session_state[self._key("changed")] = True

    def place(self, **fields: Any) -> None:  # noqa: ANN401  the view's own fields
        """Note what a part of the page has changed by itself; the page does not run for it."""
        placed: Any = self.current()
        st.session_state[self._key("view")] = replace(placed, **fields)

    def notices(self) -> Sequence[str]:
        """Return the notices on the last address."""
        found: Sequence[str] = st.session_state.get(self._key("notices"), ())
        return found

    def _key(self, part: str) -> str:
        return f"{self._page}_{part}"


def _query() -> dict[str, list[str]]:
    return {key: st.query_params.get_all(key) for key in st.query_params}


def current() -> View:
    """Return the session's view."""
    view: View = st.session_state.get(_VIEW, View())
    return view


def selected_since() -> float:
    """Return when the current selection was made, in seconds.

    The browser may receive an older selection after a newer one.
    """
    view = current()
    selection = (view.feature, view.variant, view.passage)
    known, since = st.session_state.get(_SINCE, (None, 0.0))
    if known != selection:
        since = time()
        st.session_state[_SINCE] = (selection, since)
    return float(since)


def notices() -> Sequence[str]:
    """Return the notices on the last address."""
    found: Sequence[str] = st.session_state.get(_NOTICES, ())
    return found


def write_address() -> None:
    """Sync the address with the view."""
    st.session_state[_WRITTEN] = _write(to_query(current()))


def _write(pairs: Sequence[tuple[str, str]]) -> dict[str, list[str]]:
    """Write keys and values into the address unless it holds them, and return what it holds."""
    wanted: dict[str, list[str]] = {}
    for key, value in pairs:
        wanted.setdefault(key, []).append(value)
    query = _query()
    stored = {key: values for key, values in query.items() if key in _KEPT_KEYS}
    ours = {key: values for key, values in query.items() if key not in _KEPT_KEYS}
    if ours == wanted:
        return query
    st.query_params.from_dict({**wanted, **stored})
    return wanted | stored


def change(**fields: Any) -> None:  # noqa: ANN401  the view's own fields
    """Change fields of the view, which leaves the tour; for callbacks, before the page runs."""
    st.session_state[_VIEW] = replace(current().plain, **fields)
    st.session_state[_NOTICES] = []
    st.session_state[_CHANGED] = True
    st.session_state[_FROM_ADDRESS] = False


def is_from_address() -> bool:
    """Return whether the view is of a link, of Back or of an edit, with nothing pressed since."""
    return bool(st.session_state.get(_FROM_ADDRESS))


def select(feature: str, *, passage: str = "", variant: str = "", move: bool = True) -> None:
    """Select a feature, or none; the map goes there unless it is there by itself."""
    change(feature=feature, passage=passage, variant=variant)
    if move:
        change(at="")
        _move_camera()


def place_map(at: str) -> None:
    """Note where the reader has moved the map; nothing else changes."""
    st.session_state[_VIEW] = replace(current(), at=at)


def place_month(month: int) -> None:
    """Note which month's ice the map has drawn by itself; nothing else changes."""
    was_drawn = is_drawn()
    st.session_state[_VIEW] = replace(current(), month=month)
    if was_drawn:
        note_drawn()


def show_ice(month: int) -> None:
    """Switch the ice of a month on; it is drawn on the polar map only. For callbacks."""
    before = current()
    shown = before.shown if ICE in before.shown else (*before.shown, ICE)
    hidden = tuple(one for one in before.hidden if one != ICE)
    change(frame="polar", shown=shown, hidden=hidden, month=month)


def note_drawn() -> None:
    """Note that the map has been sent, or has drawn by itself, all but the selection."""
    st.session_state[_DRAWN] = current().select("")


def is_drawn() -> bool:
    """Return whether the map shows the view, whatever is selected in it."""
    return bool(st.session_state.get(_DRAWN) == current().select(""))


def is_newer_press(number: object) -> bool:
    """Return whether a press is newer than those before, and note it."""
    is_newer = isinstance(number, int) and number > last_press()
    if is_newer:
        st.session_state[_PRESS] = number
    return is_newer


def last_press() -> int:
    """Return the number of the last press that was answered."""
    return int(st.session_state.get(_PRESS, 0))


def open_article(article: str) -> None:
    """Choose one article and clear the selection."""
    change(article=article, passage="", feature="", variant="")


def clear_filter() -> None:
    """Drop nations, match and role; keep frame, layers and selection."""
    change(nations=(), match="any", role="")


def choose_nations(options: Sequence[str], chosen: Sequence[str]) -> None:
    """Choose among some of the nations; the others stay as they are, and so does the order."""
    now = current().nations
    kept = tuple(code for code in now if code in chosen or code not in options)
    change(nations=(*kept, *(code for code in chosen if code not in kept)))


def is_embedded() -> bool:
    """Return whether the page is embedded in an iframe (`?embed=true`)."""
    return bool(st.context.is_embedded)


def embeds_articles() -> bool:
    """Return whether the iframe asks for the articles too (`?embed=true&with=articles`)."""
    return "articles" in st.query_params.get_all("with")


def camera_request() -> int:
    """Return a number that changes with each request to show the selected feature."""
    return int(st.session_state.get(_CAMERA, 0))


def _move_camera() -> None:
    st.session_state[_CAMERA] = camera_request() + 1


def bind(key: str, value: object) -> str:
    """Set a widget's value from the view before it is drawn, and return its key.

    The widget gets the same value as its default too: a value set here reaches the browser only in
    this run, which may be superseded by the next.
    """
    if st.session_state.get(key) != value:
        st.session_state[key] = value
    return key


def value_of(key: str) -> Any:  # noqa: ANN401  whatever the widget holds
    """Return a widget's value; for callbacks."""
    return st.session_state.get(key)


def turn(key: str) -> None:
    """Open a fold that is shut, or shut it; for callbacks."""
    st.session_state[key] = not st.session_state.get(key)


def clear(key: str) -> None:
    """Empty a widget; for callbacks."""
    st.session_state[key] = None


def last_page() -> str:
    """Return the session's previous page; call it before `open_view`."""
    return str(st.session_state.get(_PAGE, ""))


def stored(name: str, default: T) -> T:
    """Return a value stored in this session, or the default."""
    value: T = st.session_state.get(f"kept_{name}", default)
    return value


def store(name: str, value: object) -> None:
    """Store a value in this session."""
    st.session_state[f"kept_{name}"] = value


def apply_view(view: View, found: Sequence[str]) -> None:
    """Apply the view of a project file, with its notices."""
    st.session_state[_VIEW] = view
    st.session_state[_NOTICES] = list(found)
    st.session_state[_CHANGED] = True
    st.session_state[_FROM_ADDRESS] = False
    _move_camera()


def switch_layers(on: Collection[str]) -> None:
    """Switch on exactly these layers; for callbacks."""
    change(
        shown=tuple(layer.id for layer in LAYERS if layer.id in on and not layer.on),
        hidden=tuple(layer.id for layer in LAYERS if layer.on and layer.id not in on),
    )


def on_change(field: str, key: str, convert: Callable[[Any], Any] = lambda value: value) -> None:
    """Set a field of the view to a widget's new value; for callbacks."""
    change(**{field: convert(value_of(key))})


_voyage: _PageView[VoyageView, KnownVoyages] = _PageView(
    VOYAGES, VoyageView(), from_voyage_query, to_voyage_query
)
open_voyage, current_voyage = _voyage.open, _voyage.current
change_voyage, voyage_notices = _voyage.change, _voyage.notices
_season: _PageView[SeasonView, KnownSeason] = _PageView(
    SEASON, SeasonView(), from_season_query, to_season_query
)
current_season = _season.current
change_season, season_notices = _season.change, _season.notices
write_season, place_season = _season.write, _season.place


def open_season(known: KnownSeason) -> SeasonView:
    """Return the season's view of this run, as `_PageView.open` does.

    A reader who comes from another page finds it about the article that was shown there.
    """
    has_come = st.session_state.get(_PAGE) not in {None, SEASON} and not _query()
    view = _season.open(known)
    article = current().article
    if has_come and article in known.articles and article != view.article:
        _season.place(article=article, day="", month=0)
        _season.write()
    return _season.current()
