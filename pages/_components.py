"""Components shared by pages: panels of markup, page header, the map."""

from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from functools import partial
from hashlib import sha256
from importlib.resources import files
from secrets import token_hex
from typing import NoReturn
from zlib import compress

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager
from streamlit_folium import st_folium

from geo import messages
from geo.catalogue.records import Feature
from geo.characters import replace_surrogates
from geo.draw.css import ice_css, tone_css
from geo.draw.flags import flag_address
from geo.draw.frames import FRAMES
from geo.draw.layers import LAYER_BY_ID
from geo.draw.leaflet import base_map, scene_group
from geo.draw.scene import Scene
from geo.draw.voyage_css import voyage_css
from geo.escape import Markup
from geo.markup.lists import connection_notes, notice_list
from geo.view import MONTHS, View, is_position, valid_id
from pages import _cache, _elsewhere, _sheet, _state
from pages._sheet import read_asset
from pages._static import LEAFLET_ADDRESS, script_address

_PARTS = files("geo.markup") / "web"
MAP_HEIGHT_PX = 660
_SCRIPTS = (
    "page.js",
    "panel.js",
    "voyages.js",
    "voyage-map.js",
    "season-page.js",
    "season.js",
    "season-day.js",
    "dropping.js",
    "reading.js",
    "beginning.js",
    "contents.js",
    "menu.js",
)
_PANEL_SHEETS = (
    *("panel.css", "beginning.css", "voyages.css", "track.css"),
    *("season.css", "season-when.css", "season-ice.css", "season-map.css", "season-day.css"),
    *("season-charts.css", "season-polaris.css", "season-claims.css"),
)
_NOTICE_LINES = 2
_NO_SCRIPT = "export default function () {\n}\n"


def open_atlas() -> NoReturn:
    """End this run and go to the map."""
    st.switch_page("pages/atlas.py")


def panel_css() -> str:
    """Return the sheet of the panels, whose colours are the page's: no reader's text is in it."""
    shared = read_asset("parts.css", _PARTS)
    sheets = map(read_asset, _PANEL_SHEETS)
    return "\n".join([tone_css(), ice_css(), shared, *sheets, voyage_css()])


def _page_script() -> str:
    """Return the script that shows every part of a page; one that does nothing if unreadable."""
    parts = [read_asset(name) for name in (*_SCRIPTS, "parts.js")]
    return "\n".join(parts) if all(parts) else _NO_SCRIPT


# Script and style sheet come with the page, once; what each part is sent is its data.
_PAGE = st.components.v2.component("arctic_page", js=_page_script())
_PART = st.components.v2.component("arctic_part", js=read_asset("part.js") or _NO_SCRIPT)
_CONNECTION = st.components.v2.component(
    "arctic_connection",
    js=read_asset("connection.js") or _NO_SCRIPT,
    css=read_asset("connection.css") or "\n",
)


def panel(
    markup: Markup,
    *,
    key: str,
    kind: str = "",
    packed: bool = False,
    on_press: Callable[[object], None] | None = None,
) -> None:
    """Show markup; a click on anything in it that names a feature selects that feature.

    Parameters
    ----------
    markup
        What `geo.escape` has made; a plain string is refused by its type.
    kind
        What it is for the script; its key unless stated.
    on_press
        What is done with a press that the script reports; by default it selects a feature.
    packed
        Whether it is compressed: for what a press brings anew. What stays as it is need not be, as
        Streamlit sends large parts only once.
    """
    data = {"kind": kind or key}
    if packed:
        data["packed"] = b64encode(compress(str(markup).encode())).decode()
    else:
        data["html"] = str(markup)
    act = _elsewhere.or_else(on_press or _select)
    _PART(key=key, data=data, on_press_change=lambda: act(_press_of(key)))
    _elsewhere.go()


def presses(
    view: View, sections: Sequence[tuple[str, Sequence[str]]], shown: Mapping[str, str]
) -> None:
    """Receive what a reader does on the page, and say what is selected.

    Only this part of the page runs then: the map and the articles have drawn it by themselves.

    Parameters
    ----------
    sections
        The passages that come first in the articles, by title.
    shown
        What is on the map.
    """
    said = {
        "kind": "presses",
        "feature": view.feature,
        "variant": view.variant,
        "passage": view.passage,
        "sections": [[title, list(passages)] for title, passages in sections],
        "others": messages.OTHERS,
        "listed": _digest(shown),
        "press": _state.last_press(),
        "since": _state.selected_since(),
    }
    _PART(key="presses", data=said, on_press_change=_pressed)
    _elsewhere.go()


def _pressed() -> None:
    handle_press(_press_of("presses"))


def handle_press(press: object) -> None:
    """Do what a press on map, card, articles or list asks for, if it is newer than those before."""
    if isinstance(press, dict) and _state.is_newer_press(press.get("n")):
        _use_tool(press)
        _elsewhere.or_else(partial(handle_click, move=False))(press)


def listing(shown: Mapping[str, str]) -> None:
    """Say what the list holds: the page asks for another when the map shows other features."""
    _PART(key="listing", data={"kind": "listing", "listed": _digest(shown)})


def _digest(shown: Mapping[str, str]) -> str:
    return sha256(repr(sorted(shown.items())).encode()).hexdigest()[:12]


@st.fragment
def map_position(usual_month: int) -> None:
    """Keep the address up to date while the reader moves the map; nothing is drawn.

    Parameters
    ----------
    usual_month
        The month whose ice the map shows unless the reader chooses one; it is not written.
    """
    data = {"kind": "position", "month": _state.current().month or usual_month}
    _PART(key="position", data=data, on_press_change=lambda: _moved(usual_month))
    _state.write_address()


def _moved(usual_month: int) -> None:
    moved = _press_of("position")
    if not isinstance(moved, dict):
        return
    if (at := moved.get("at")) == "" or is_position(at):
        _state.place_map(str(at))
    if str(month := moved.get("month")) in MONTHS:
        chosen = int(str(month))
        _state.place_month(0 if chosen == usual_month else chosen)


def month(shown: int, *, press: int, on_press: Callable[[object], None]) -> None:
    """Tell the page which month is shown, and receive the one that the reader moves to.

    Parameters
    ----------
    press
        The number of the last press that was answered: the page ignores what is older than its own.
    """
    data = {"kind": "month", "month": shown, "press": press}
    _PART(key="month", data=data, on_press_change=lambda: on_press(_press_of("month")))


def _press_of(key: str) -> object:
    return getattr(_state.value_of(key), "press", None)


def _select(press: object) -> None:
    handle_click(press, move=True)


def handle_click(click: object, *, move: bool) -> None:
    """Select the feature that a click names, if it exists, or none; ignore anything else."""
    if not isinstance(click, dict):
        return
    feature = click.get("feature")
    if isinstance(feature, str) and (not feature or feature in _cache.catalogue().features):
        _state.select(
            feature,
            passage=valid_id(click.get("passage")),
            variant=valid_id(click.get("variant")),
            move=move,
        )


def _use_tool(press: Mapping[str, object]) -> None:
    if (frame := valid_id(press.get("frame"))) in FRAMES:
        _state.change(frame=frame, at="")
    if isinstance(layers := press.get("layers"), list):
        _state.switch_layers({valid_id(layer) for layer in layers} & LAYER_BY_ID.keys())
        _state.note_drawn()


def show_map(scene: Scene, frame: str) -> None:
    """Show the map."""
    st_folium(
        base_map(
            _cache.chart(frame),
            messages.MAP_NAME[frame],
            leaflet=LEAFLET_ADDRESS,
            script=script_address(_cache.chart_script(frame)),
            ice=script_address(_cache.ice_script()),
        ),
        key=f"map-{frame}",
        height=MAP_HEIGHT_PX,
        use_container_width=True,
        returned_objects=[],
        feature_group_to_add=scene_group(
            scene, press=_state.last_press(), since=_state.selected_since()
        ),
    )


def open_page() -> None:
    """Begin a page: its style sheet, and the script that shows its parts."""
    _elsewhere.go()
    style_page()
    script_page()


def style_page() -> None:
    """Apply the page's style sheet where documents do not link to it; no user text is in it."""
    _rerun_without_pages_navigation()
    if not _sheet.linked_address():
        st.html(f"<style>{_sheet.page_css()}</style>")


def script_page() -> None:
    """Add the script that shows every part of the page; parts that come earlier wait for it."""
    data = {"kind": "page", "css": panel_css(), "sheet": _sheet.linked_address()}
    _PAGE(key="page", data=data)


def _rerun_without_pages_navigation() -> None:
    """Rerun through `dashboard.py` if Streamlit opened the page without it.

    On a fresh server Streamlit uses its older `pages/` navigation until `dashboard.py` has run
    once; a first visitor with a link to another page than the Atlas would see our modules listed in
    the sidebar.
    """
    if PagesManager.uses_pages_directory:
        PagesManager.uses_pages_directory = False
        st.rerun()


def show_notices(notices: Sequence[str]) -> None:
    """Show each notice as plain text, long ones truncated."""
    if not notices:
        return
    with st.container(border=True, key="problems"):
        for notice in notices:
            st.text(_shortened(notice))


def show_small_notices(notices: Sequence[str]) -> None:
    """Show notices compactly, long ones truncated."""
    if notices:
        shown = notice_list([_shortened(notice) for notice in notices])
        panel(shown, key="small-notices", kind="notices")


def _shortened(notice: str) -> str:
    lines = replace_surrogates(notice).splitlines()
    more = len(lines) - _NOTICE_LINES
    tail = [messages.MORE_PROBLEMS.format(count=more)] if more > 0 else []
    return "\n".join([*lines[:_NOTICE_LINES], *tail])


def nation_label(feature: Feature) -> str:
    """Return a nation's flag image and its name."""
    return f"![]({flag_address(feature.id)}) {feature.name}"


# The interval does not matter: while a page has a fragment with `run_every`, Streamlit's frontend
# requests a full run whenever it reconnects. So a server that was restarted, or whose session has
# expired, learns the view from the address before the first click.
@st.fragment(run_every=timedelta(days=1))
def keep_connected(*, has_own: bool) -> None:
    """Reconnect the page after a lost connection, and report what was lost.

    Parameters
    ----------
    has_own
        Whether the session has the reader's own articles or edits, which would be lost.
    """
    data = {"kind": "connection", "says": connection_notes(), "run": token_hex(8)}
    _CONNECTION(key="connection", data=data | {"hasOwn": has_own})
