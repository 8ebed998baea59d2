"""Duration and size of each export, and how long it blocks other sessions.

Exports run in a thread of the server; another thread that tries to wake every 5 ms shows how long a
session could be blocked.
"""

import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from geo.catalogue.features import Catalogue, load_catalogue
from geo.catalogue.relations import highlighted_by
from geo.draw.chart import make_chart
from geo.draw.frames import FRAMES
from geo.draw.scene import make_scene
from geo.exchange.annotations import make_annotations
from geo.exchange.figure import FORMS, SIZES, make_figure
from geo.exchange.geojson import make_geojson
from geo.exchange.geopackage import make_geopackage
from geo.exchange.kml import make_kml
from geo.exchange.snapshot import ViewSnapshot
from geo.exchange.tables import features_csv, links_csv
from geo.exchange.takeaway import make_takeaway
from geo.linker.api import default_lexicon
from geo.linker.links import link_article
from geo.markup.passages import ReadingPane
from geo.measure.roles import reasons_by_feature
from geo.measure.transits import load_transits
from geo.measure.waters import load_waters
from geo.text.articles import load_articles
from geo.view import View

SEEDS = Path(__file__).parent.parent / "seeds"
TAKEAWAY_S, FIGURE_S, DATA_S = 2.0, 5.0, 2.0
_WAKE_S = 0.005


def first_view(catalogue: Catalogue) -> ViewSnapshot:
    """Return the first page's view: the whole polar chart and the articles that ship."""
    chart = make_chart(FRAMES["polar"], catalogue)
    articles, _ = load_articles(SEEDS)
    lexicon = default_lexicon()
    links = [link for article in articles for link in link_article(article, lexicon)]
    view, waters = View(), load_waters()
    everything = frozenset(catalogue.features)
    named = {link.feature for link in links}
    scene = make_scene(catalogue, view, chart, visible=everything, named=named)
    return ViewSnapshot(
        catalogue=catalogue,
        chart=chart,
        scene=scene,
        pane=ReadingPane(
            articles=articles,
            links=links,
            view=view,
            shown=everything,
            highlighted=highlighted_by(catalogue.features, view.feature),
            name_of=lambda identity: catalogue.feature(identity).name,
        ),
        reasons=reasons_by_feature(catalogue, waters.coastal_nm),
        waters=waters,
        transits=load_transits(),
        sentence="The first view.",
        base="https://map.example/",
        day=datetime.now(UTC).date(),
    )


def measure(make: Callable[[], bytes]) -> tuple[int, float, float]:
    """Return bytes, seconds, and the longest wait of another thread in milliseconds."""
    longest = 0.0
    done = threading.Event()

    def wake() -> None:
        nonlocal longest
        while not done.is_set():
            before = time.perf_counter()
            time.sleep(_WAKE_S)
            longest = max(longest, time.perf_counter() - before - _WAKE_S)

    other = threading.Thread(target=wake)
    other.start()
    begun = time.perf_counter()
    size = len(make())
    seconds = time.perf_counter() - begun
    done.set()
    other.join()
    return size, seconds, longest * 1000


def figures(snapshot: ViewSnapshot) -> dict[str, tuple[Callable[[], bytes], float]]:
    """Return the maker of each export and its budget in seconds."""

    def figure(form: str, size: str) -> Callable[[], bytes]:
        made = {"form": form, "size": size}
        return lambda: make_figure(snapshot, **made)  # type: ignore[arg-type]

    data = (make_geojson, make_geopackage, make_kml, features_csv, links_csv, make_annotations)
    wanted: dict[str, tuple[Callable[[], bytes], float]] = {
        "takeaway": (
            lambda: make_takeaway(snapshot),
            TAKEAWAY_S,
        )
    }
    for form in FORMS:
        for size in SIZES:
            wanted[f"figure-{form}-{size}"] = (figure(form, size), FIGURE_S)
    for make in data:
        wanted[make.__name__.removeprefix("make_")] = (lambda make=make: make(snapshot), DATA_S)  # type: ignore[misc]
    return wanted


def main() -> Iterator[dict[str, Any]]:
    """Yield seconds, size and the longest wait of another thread for each export."""
    snapshot = first_view(load_catalogue())
    for what, (make, budget_s) in figures(snapshot).items():
        size, seconds, stall_ms = measure(make)
        note = f"budget {budget_s:.0f} s; another thread waited {stall_ms:.0f} ms at most"
        yield _figure(f"{what}_s", round(seconds, 3), "s", note)
        yield _figure(f"{what}_kb", round(size / 1000), "kB", "the file's size")


def _figure(figure: str, value: float, unit: str, note: str) -> dict[str, Any]:
    return {"figure": f"exchange_{figure}", "value": value, "unit": unit, "n": 1, "note": note}
