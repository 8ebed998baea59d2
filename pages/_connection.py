"""The line between browser and server: what a page does when it breaks, and when it is back."""

from datetime import timedelta
from pathlib import Path
from secrets import token_hex

import streamlit as st

from geo import words
from geo.escape import element

_WEB = Path(__file__).parent / "web"
_CONNECTION = st.components.v2.component(
    "arctic_connection",
    js=(_WEB / "connection.js").read_text(encoding="utf-8"),
    css=(_WEB / "connection.css").read_text(encoding="utf-8"),
)


# The day matters to nobody: as long as a page holds a fragment that runs by the clock, Streamlit's
# browser side asks for a full run whenever it is connected again. A server that was restarted, or
# that has forgotten the session, thus learns the view from the address before the first click.
@st.fragment(run_every=timedelta(days=1))
def keep_connected() -> None:
    """Bring the page back after a break, and say so while it lasts."""
    note = element("span", words.CONNECTION_LOST)
    data = {"kind": "connection", "html": str(note), "run": token_hex(8)}
    _CONNECTION(key="connection", data=data)
