"""What a run needs, imported and read while the first browser is still loading Streamlit itself."""

import gc
import sys
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
_kept = {"modules": 0}


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
        cache.search_entries("polar")
        cache.reasons()
        cache.seed_links()
        cache.data_problems()
    except Exception:  # noqa: BLE001  whatever it is, the first run meets it too
        return
    keep_for_good()


def keep_for_good() -> None:
    """Take what is loaded out of the search for garbage, if there is more of it than last time.

    After each run Streamlit looks through every object of the process, and all readers wait
    meanwhile: more than half of what a press took. Modules, and the catalogue and charts that come
    with them, stay anyhow; what readers make later is still looked through.
    """
    count = len(sys.modules)
    if count > _kept["modules"]:
        _kept["modules"] = count
        gc.collect()
        gc.freeze()
