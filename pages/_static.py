"""The addresses under which the map finds Leaflet and its charts: beside the app, nowhere else.

Leaflet's own files are served by a component that only hosts files, from this server, under any
base path; no content network is asked. The address of such a component holds the name of the module
that declares it. A chart is served from memory, as Streamlit serves pictures.
"""

import mimetypes
import threading
from types import SimpleNamespace
from typing import cast

from streamlit import runtime
from streamlit.components.v1 import declare_component
from streamlit.runtime.scriptrunner import ScriptRunContext, add_script_run_ctx
from xstatic.pkg import leaflet

from geo.draw.assets import Chart

# A machine with a bad registry would serve scripts as plain text, and browsers refuse those.
mimetypes.add_type("application/javascript", ".js")
mimetypes.add_type("text/css", ".css")

declare_component("leaflet_files", path=leaflet.BASE_DIR)
LEAFLET_ADDRESS = f"../{__name__}.leaflet_files"
_SCRIPT = "application/javascript"
_KEEPER = "arctic-passages-charts"
_ROOT = "../.."
"""From a component's page to the app's root, whatever the base path."""


def chart_address(chart: Chart) -> str:
    """Return where the browser finds a chart's script, relative to a component's page.

    Streamlit drops a file in memory when no session refers to it, which would be between two runs
    of the only reader. So the chart is handed in by a thread under a name that no session has and
    that never ends; a file that is gone all the same is handed in again at the next run.
    """
    files = runtime.get_instance().media_file_mgr
    made: list[str] = []

    def hand_in() -> None:
        place = f"chart-{chart.frame.id}"
        made.append(files.add(chart.script, _SCRIPT, place, file_name=chart.file))

    thread = threading.Thread(target=hand_in)
    add_script_run_ctx(thread, cast("ScriptRunContext", SimpleNamespace(session_id=_KEEPER)))
    thread.start()
    thread.join()
    (address,) = made
    return f"{_ROOT}{address}" if address.startswith("/") else address
