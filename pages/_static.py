"""Static files of the map: Leaflet and the charts, served by the app itself.

Leaflet's files are served by a component that only hosts files, under any base path, without a CDN.
A component's URL contains the name of the module that declares it. A chart is served from memory,
like Streamlit's media files.
"""

import mimetypes
import threading
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace
from typing import cast

from streamlit import runtime
from streamlit.components.v1 import declare_component
from streamlit.runtime.scriptrunner import ScriptRunContext, add_script_run_ctx
from xstatic.pkg import leaflet

from geo.draw.payload import ChartScript

# A machine with a bad registry would serve scripts as plain text, and browsers refuse those.
mimetypes.add_type("application/javascript", ".js")
mimetypes.add_type("text/css", ".css")


def _digest_of(folder: Path) -> str:
    """Return a few digits that change with the content of a folder's files."""
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    return sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:8]


_LEAFLET = f"leaflet_{_digest_of(Path(leaflet.BASE_DIR))}"
"""Browsers keep what is named by its content: see `KeptByContent`."""
declare_component(_LEAFLET, path=leaflet.BASE_DIR)
LEAFLET_ADDRESS = f"../{__name__}.{_LEAFLET}"
_SCRIPT = "application/javascript"
_KEEPER = "arctic-passages-charts"
_ROOT = "../.."
"""From a component's page to the app's root, for any base path."""


def script_address(script: ChartScript) -> str:
    """Return where the browser finds a chart's script, relative to a component's page.

    Streamlit drops a media file when no session refers to it, even between two runs of the only
    session. So the chart is registered from a thread, under a session id that never ends; if the
    file is gone all the same, the next run registers it again.
    """
    files = runtime.get_instance().media_file_mgr
    made: list[str] = []

    def register() -> None:
        place = f"chart-{script.frame_id}"
        made.append(files.add(script.content, _SCRIPT, place, file_name=script.name))

    thread = threading.Thread(target=register)
    add_script_run_ctx(thread, cast("ScriptRunContext", SimpleNamespace(session_id=_KEEPER)))
    thread.start()
    thread.join()
    (address,) = made
    return f"{_ROOT}{address}" if address.startswith("/") else address
