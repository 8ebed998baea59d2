"""The page of comparison: an empty Streamlit page with an st_folium map of one line."""

from typing import Any

import folium
from streamlit_folium import st_folium

from bench._leaflet import ADDRESS

_LINKS = {
    "default_js": [("leaflet", f"{ADDRESS}/leaflet.js")],
    "default_css": [("leaflet", f"{ADDRESS}/leaflet.css")],
}


def main() -> None:
    """Show the map."""
    kind: Any = type("PlainMap", (folium.Map,), _LINKS)
    shown = kind([70, 60], zoom_start=3, tiles=None)
    line: Any = folium.PolyLine
    line([(69, 33), (77, 68), (78, 104), (66, -170)]).add_to(shown)
    st_folium(shown, height=660, use_container_width=True, returned_objects=[])


main()
