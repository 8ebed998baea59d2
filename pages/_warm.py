"""What a run needs, imported and read before the server answers."""

import gc
import sys
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
    """Warm up before the server answers.

    Whoever starts the server has the first map just as soon as with an answer at once, for one
    processor does all of this; but a server that says it is well then serves at full speed.
    """
    warm_up()
    yield


def warm_up() -> None:
    """Import the map's library and our own modules, and fill the caches that a first page reads.

    What fails here fails again in the first run, which says so. Nothing of this becomes garbage, so
    none is looked for meanwhile.
    """
    gc.disable()
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
    finally:
        gc.enable()
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
