"""Components shared by pages: panels of markup, page header, the map."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import partial
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from secrets import token_hex
from typing import NoReturn

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager
from streamlit_folium import st_folium

from geo import messages
from geo.catalogue.records import Feature
from geo.characters import replace_surrogates
from geo.draw.css import theme_css, tone_css
from geo.draw.flags import flag_address
from geo.draw.frames import FRAMES
from geo.draw.layers import LAYER_BY_ID, layers_on
from geo.draw.leaflet import base_map, scene_group
from geo.draw.palette import PALETTES, Palette
from geo.draw.scene import Scene
from geo.escape import Markup
from geo.markup.lists import connection_notes, notice_list
from geo.view import View, valid_id
from pages import _cache, _state
from pages._static import LEAFLET_ADDRESS, script_address

_WEB = Path(__file__).parent / "web"
_PARTS = files("geo.markup") / "web"
MAP_HEIGHT_PX = 660
_SHEETS = ("page.css", "layout.css", "pages.css", "narrow.css")
_NOTICE_LINES = 2
_NO_SCRIPT = "export default function () {\n}\n"


def open_atlas() -> NoReturn:
    """End this run and go to the map."""
    st.switch_page("pages/atlas.py")


def _theme() -> str:
    """Return the reader's theme."""
    return "dark" if st.context.theme.type == "dark" else "light"


def palette() -> Palette:
    """Return the colours of the reader's theme."""
    return PALETTES[_theme()]


def _read_asset(name: str, folder: Traversable = _WEB) -> str:
    """Return a script or sheet of ours; '' where it cannot be read, which the page then says."""
    try:
        return (folder / name).read_text(encoding="utf-8")
    except (OSError, ValueError):
        return ""


def panel_css(theme: str) -> str:
    """Return the sheet of the panels in a theme: no reader's text is in it."""
    shared = _read_asset("parts.css", _PARTS)
    return "\n".join([f":host{{{theme_css(theme)}}}", tone_css(), shared, _read_asset("panel.css")])


# One component per theme: a component's style sheet is fixed when it is declared.
_PANELS = {
    name: st.components.v2.component(
        f"arctic_panel_{name}",
        js=_read_asset("panel.js") or _NO_SCRIPT,
        css=panel_css(name),
    )
    for name in PALETTES
}
_CONTENTS = {
    name: st.components.v2.component(
        f"arctic_contents_{name}",
        js=_read_asset("contents.js") or _NO_SCRIPT,
        css=panel_css(name),
    )
    for name in PALETTES
}
_CONNECTION = st.components.v2.component(
    "arctic_connection",
    js=_read_asset("connection.js") or _NO_SCRIPT,
    css=_read_asset("connection.css") or "\n",
)


def panel(
    markup: Markup,
    *,
    key: str,
    scroll: str = "",
    from_map: bool = False,
    selected: str | None = None,
    on_press: Callable[[object], None] | None = None,
) -> None:
    """Show markup; a click on anything in it that names a feature selects that feature.

    Parameters
    ----------
    markup
        What `geo.escape` has made; a plain string is refused by its type.
    scroll
        When this word changes, the panel scrolls to its current or first highlighted passage.
    selected
        The selected feature, for lists elsewhere on the page that are not sent again.
    on_press
        What is done with a click instead of selecting its feature.
    """
    theme = _theme()
    data = {
        "html": str(markup),
        "kind": key,
        "scroll": scroll,
        "from": "map" if from_map else "",
        "selected": selected,
        "since": None if selected is None else _state.selected_since(selected),
    }
    full_key = f"{key}_{theme}"
    _PANELS[theme](key=full_key, data=data, on_click_change=_on_click(full_key, on_press))


def contents(markup: Markup) -> None:
    """Show a list of contents; it marks the subject that is being read."""
    theme = _theme()
    _CONTENTS[theme](key=f"contents_{theme}", data={"kind": "contents", "html": str(markup)})


def _on_click(key: str, on_press: Callable[[object], None] | None = None) -> Callable[[], None]:
    def clicked() -> None:
        value = _state.value_of(key)
        (on_press or partial(handle_click, on_map=False))(getattr(value, "click", None))

    return clicked


def handle_click(click: object, *, on_map: bool) -> None:
    """Select the feature that a click names, if it exists; ignore anything else."""
    if not isinstance(click, dict):
        return
    feature = str(click.get("feature", click.get("id", "")))
    number = click.get("n")
    if not _state.is_newer_press(number if isinstance(number, int) else 0):
        return
    if feature in _cache.catalogue().features:
        _state.select(
            feature,
            passage=valid_id(click.get("passage")),
            variant=valid_id(click.get("variant")),
            on_map=on_map,
        )


def handle_tool(press: object) -> None:
    """Change the frame or the layers as the tools on the map say; ignore what does not exist."""
    if not isinstance(press, dict):
        return
    if (frame := valid_id(press.get("frame"))) in FRAMES:
        _state.change(frame=frame)
    if isinstance(layers := press.get("layers"), list):
        _state.switch_layers({valid_id(layer) for layer in layers} & LAYER_BY_ID.keys())


def show_map(scene: Scene, view: View) -> None:
    """Show the map; a click on a feature selects it and leaves the map where it is."""
    frame = view.frame
    chart = _cache.chart(frame)
    full_key = f"map-{frame}"

    def clicked() -> None:
        value = _state.value_of(full_key)
        handle_tool(value)
        handle_click(value, on_map=True)

    st_folium(
        base_map(
            chart,
            palette(),
            messages.MAP_NAME[frame],
            leaflet=LEAFLET_ADDRESS,
            script=script_address(_cache.chart_script(frame)),
        ),
        key=full_key,
        height=MAP_HEIGHT_PX,
        use_container_width=True,
        returned_objects=[],
        feature_group_to_add=scene_group(
            scene, layers_on(view.shown, view.hidden), press=_state.last_press()
        ),
        on_change=clicked,
    )


def style_page() -> None:
    """Apply the page's style sheet; our own constants, no user text."""
    _rerun_without_pages_navigation()
    theme = _theme()
    sheet = "\n".join([f":root{{{theme_css(theme)}}}", *map(_read_asset, _SHEETS)])
    st.html(f"<style>{sheet}</style>")


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
        panel(notice_list([_shortened(notice) for notice in notices]), key="notices")


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
