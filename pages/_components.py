"""The pieces that pages share: panels of markup, the head of a page, the map."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path
from secrets import token_hex

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager
from streamlit_folium import st_folium

from geo import words
from geo.catalogue.records import Feature
from geo.characters import whole
from geo.draw.flags import flag_address
from geo.draw.legend import dash_css
from geo.draw.maps import ChartLook, base_map, scene_group
from geo.draw.palette import PALETTES, Palette
from geo.draw.scene import Scene
from geo.escape import Markup, element
from geo.view import known_form
from pages import _cache, _state
from pages._hosts import LEAFLET_ADDRESS, chart_address

_WEB = Path(__file__).parent / "web"
MAP_HEIGHT_PX = 660
_NOTICE_LINES = 2
_NO_SCRIPT = "export default function () {\n}\n"


def palette() -> Palette:
    """Return the colours of the reader's theme."""
    return PALETTES["dark" if st.context.theme.type == "dark" else "light"]


def _inks(colours: Palette) -> str:
    """Return the palette as custom properties; our own constants, no reader's text."""
    tones = "".join(f".panel .{kind}{{--tone:{tone}}}\n" for kind, tone in colours.kinds.items())
    roots = {"lit": colours.lit, "quiet": colours.quiet_ink, "paper": colours.sea}
    roots |= {"zone": colours.kinds["zone"], "dispute": colours.kinds["dispute"]}
    root = "".join(f"--{name}:{tone};" for name, tone in roots.items())
    return f":host{{{root}}}\n{tones}{dash_css()}\n"


def _own(name: str) -> str:
    """Return a script or sheet of ours; '' where it cannot be read, which the page then says."""
    try:
        return (_WEB / name).read_text(encoding="utf-8")
    except (OSError, ValueError):
        return ""


# One component per theme: a component's style sheet is fixed when it is declared.
_PANELS = {
    name: st.components.v2.component(
        f"arctic_panel_{name}",
        js=_own("panel.js") or _NO_SCRIPT,
        css=_inks(colours) + _own("panel.css"),
    )
    for name, colours in PALETTES.items()
}
_CONNECTION = st.components.v2.component(
    "arctic_connection",
    js=_own("connection.js") or _NO_SCRIPT,
    css=_own("connection.css") or "\n",
)


def panel(
    markup: Markup,
    *,
    key: str,
    scroll: str = "",
    from_map: bool = False,
    selected: str | None = None,
) -> None:
    """Show markup; a press on anything in it that names a feature selects that feature.

    Parameters
    ----------
    markup
        What `geo.escape` has made; a plain string is refused by its type.
    scroll
        When this word changes, the panel brings its current or first lit passage into sight.
    selected
        The selected feature, for lists elsewhere on the page that are not sent again.
    """
    theme = "dark" if st.context.theme.type == "dark" else "light"
    data = {
        "html": str(markup),
        "kind": key,
        "scroll": scroll,
        "from": "map" if from_map else "",
        "selected": selected,
        "since": None if selected is None else _state.selected_since(selected),
    }
    full_key = f"{key}_{theme}"
    _PANELS[theme](key=full_key, data=data, on_press_change=_on_press(full_key))


def _on_press(key: str) -> Callable[[], None]:
    def pressed() -> None:
        value = _state.value_of(key)
        take_press(getattr(value, "press", None), on_map=False)

    return pressed


def take_press(press: object, *, on_map: bool) -> None:
    """Select what a press names, if it names a feature of ours; anything else is passed over."""
    if not isinstance(press, dict):
        return
    feature = str(press.get("feature", press.get("id", "")))
    if feature in _cache.catalogue().features:
        _state.select(
            feature,
            passage=known_form(press.get("passage")),
            variant=known_form(press.get("variant")),
            on_map=on_map,
        )


def show_map(scene: Scene, frame: str, *, key: str = "map") -> None:
    """Show the map; a press on a feature selects it and leaves the map where it is."""
    chart = _cache.chart(frame)
    look = ChartLook(name=words.MAP_NAME[frame], credit=words.CREDIT)
    full_key = f"{key}-{frame}"

    def pressed() -> None:
        take_press(_state.value_of(full_key), on_map=True)

    st_folium(
        base_map(chart, palette(), look, leaflet=LEAFLET_ADDRESS, script=chart_address(chart)),
        key=full_key,
        height=MAP_HEIGHT_PX,
        use_container_width=True,
        returned_objects=[],
        feature_group_to_add=scene_group(scene),
        on_change=pressed,
    )


def style_page() -> None:
    """Give the page its type and spacing; our own sheet, no reader's text."""
    _leave_older_navigation()
    sheet = f":root{{--quiet:{palette().quiet_ink}}}\n"
    sheet += _own("page.css")
    st.html(f"<style>{sheet}</style>")


def _leave_older_navigation() -> None:
    """Run again through `dashboard.py` when Streamlit came to the page without it.

    On a fresh server Streamlit takes any folder named `pages` for its older kind of navigation,
    until `dashboard.py` has run once; a first visitor with a link to another page than the Atlas
    would find our modules listed beside it.
    """
    if PagesManager.uses_pages_directory:
        PagesManager.uses_pages_directory = False
        st.rerun()


def show_notices(notices: Sequence[str]) -> None:
    """Show each notice as plain text; of a long one the first lines, and how many follow."""
    if not notices:
        return
    with st.container(border=True, key="problems"):
        for notice in notices:
            st.text(_shortened(notice))


def show_small_notices(notices: Sequence[str]) -> None:
    """Show notices where there is little room: the first, and the others when it is opened."""
    if not notices:
        return
    first, *others = (_shortened(notice) for notice in notices)
    if not others:
        panel(element("p", first, class_="notices"), key="notices")
        return
    title = words.NOTICES.format(count=len(notices), first=first)
    items = [element("li", notice) for notice in (first, *others)]
    opened = element("details", element("summary", title), element("ul", *items), class_="notices")
    panel(opened, key="notices")


def _shortened(notice: str) -> str:
    lines = whole(notice).splitlines()
    more = len(lines) - _NOTICE_LINES
    tail = [words.MORE_PROBLEMS.format(count=more)] if more > 0 else []
    return "\n".join([*lines[:_NOTICE_LINES], *tail])


def nation_label(feature: Feature) -> str:
    """Return a nation's drawn flag, or its two letters where none is drawn, and its name."""
    flag = flag_address(feature.id)
    return f"![]({flag}) {feature.name}" if flag else f":gray[{feature.id}] {feature.name}"


# The day matters to nobody: as long as a page holds a fragment that runs by the clock, Streamlit's
# browser side asks for a full run whenever it is connected again. A server that was restarted, or
# that has forgotten the session, thus learns the view from the address before the first click.
@st.fragment(run_every=timedelta(days=1))
def keep_connected(*, brought: bool) -> None:
    """Bring the page back after a break, and say so while it lasts, and what was lost by it.

    Parameters
    ----------
    brought
        Whether the session holds articles or edits of its reader, which would go with it.
    """
    says = {what: str(element("span", text)) for what, text in words.CONNECTION.items()}
    data = {"kind": "connection", "says": says, "run": token_hex(8), "brought": brought}
    _CONNECTION(key="connection", data=data)
