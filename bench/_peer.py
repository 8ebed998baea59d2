"""The page of comparison: an empty Streamlit page with an st_folium map of one line."""

from typing import Any, ClassVar

import folium
from streamlit_folium import st_folium

from bench._leaflet import ADDRESS


class _Map(folium.Map):
    default_js: ClassVar = [("leaflet", f"{ADDRESS}/leaflet.js")]
    default_css: ClassVar = [("leaflet", f"{ADDRESS}/leaflet.css")]


def main() -> None:
    """Show the map."""
    shown = _Map([70, 60], zoom_start=3, tiles=None)
    line: Any = folium.PolyLine
    line([(69, 33), (77, 68), (78, 104), (66, -170)]).add_to(shown)
    st_folium(shown, height=660, use_container_width=True, returned_objects=[])


main()
