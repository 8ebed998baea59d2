"""What a run needs, imported and read while the first browser is still loading Streamlit itself."""

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module

import streamlit as st

_MODULES = (
    *("folium.plugins", "geo.draw.leaflet", "geo.markup.cards", "geo.markup.lists"),
    "geo.markup.waters_table",
)
"""None that declares a component: Streamlit knows where to keep it only in a run."""


@asynccontextmanager
async def warmed_up(_: st.App) -> AsyncIterator[None]:
    """Start to warm up as the server starts; it answers meanwhile."""
    threading.Thread(target=warm_up, name="warm-up", daemon=True).start()
    yield


def warm_up() -> None:
    """Import the map's library and our own modules, and fill the caches that a first page reads.

    A run that comes meanwhile waits for what is being made, and makes nothing twice. What fails
    here fails again in that run, which says so.
    """
    try:
        for module in _MODULES:
            import_module(module)
        cache = import_module("pages._cache")
        cache.chart_script("polar")
        cache.reasons()
        cache.seed_links()
        cache.data_problems()
    except Exception:  # noqa: BLE001  whatever it is, the first run meets it too
        return
