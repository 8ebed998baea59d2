"""Leaflet's files served beside the page of comparison: a component that only hosts them."""

from streamlit.components.v1 import declare_component
from xstatic.pkg import leaflet

declare_component("files", path=leaflet.BASE_DIR)
ADDRESS = f"../{__name__}.files"
