"""The addresses under which the map finds Leaflet and its charts: beside the app, nowhere else.

A component that only hosts files serves them from this server, under any base path; no content
network is asked. The address of such a component holds the name of the module that declares it.
"""

import mimetypes
import tempfile
from pathlib import Path

from streamlit.components.v1 import declare_component
from xstatic.pkg import leaflet

# A machine with a bad registry would serve scripts as plain text, and browsers refuse those.
mimetypes.add_type("application/javascript", ".js")
mimetypes.add_type("text/css", ".css")

CHARTS = Path(tempfile.mkdtemp(prefix="arctic-passages-"))
"""Where this process keeps the charts that it has drawn."""

declare_component("leaflet_files", path=leaflet.BASE_DIR)
declare_component("chart_files", path=str(CHARTS))
LEAFLET_ADDRESS = f"../{__name__}.leaflet_files"
CHARTS_ADDRESS = f"../{__name__}.chart_files"
