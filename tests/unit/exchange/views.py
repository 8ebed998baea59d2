"""Views ready to leave, of a small catalogue with hostile words and of the shipped one."""

import json
import tempfile
from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from geo.catalogue.features import Catalogue, load_catalogue
from geo.catalogue.relations import highlighted_by
from geo.draw.chart import Chart, make_chart
from geo.draw.frames import FRAMES
from geo.draw.scene import make_scene
from geo.exchange.snapshot import ViewSnapshot
from geo.linker.api import default_lexicon
from geo.linker.links import link_article
from geo.markup.passages import ReadingPane
from geo.measure.roles import reasons_by_feature, visible_features
from geo.measure.transits import load_transits
from geo.measure.waters import load_waters
from geo.text.articles import Article, article_from_text, load_articles
from geo.view import View
from tests import shipped as loaded

ROOT = Path(__file__).parents[3]
HOSTILE: list[str] = json.loads((ROOT / "tests/data/hostile.json").read_text(encoding="utf-8"))
BAD = "</script><img src=x onerror=top.__hit=1>{{7*7}}$x^2$`\\"
DAY = date(2026, 11, 22)
CHECKED = "2026-11-21"
BASE = "https://map.example/"


def _feature(identity: str, kind: str, geometry: object, **more: object) -> dict[str, object]:
    common = {"status": "observed", "precision": "schematic", "note": f"=1+1 {BAD}"}
    common["last_checked"] = CHECKED
    sources = [{"title": f"Source {BAD}", "licence": "CC0", "url": "https://source.example/a"}]
    own = {"id": identity, "kind": kind, "name": identity, "sources": sources, **more}
    return {"type": "Feature", "properties": common | own, "geometry": geometry}


def _ring(west: float, south: float, east: float, north: float) -> list[list[float]]:
    """Return a ring that turns clockwise, against the rule of RFC 7946."""
    return [[west, south], [west, north], [east, north], [east, south], [west, south]]


def _line(*parts: object) -> dict[str, object]:
    return {"type": "MultiLineString", "coordinates": parts}


_WAY = _line([[150, 40], [170, 68], [180, 69]], [[-180, 69], [-170, 66]])
_HOLED = {"type": "Polygon", "coordinates": [_ring(60, 70, 100, 80), _ring(70, 72, 90, 78)]}
_OVER = {
    "type": "MultiPolygon",
    "coordinates": [[_ring(170, 60, 180, 70)], [_ring(-180, 60, -170, 70)]],
}
_ENDS = [{"name": f"Port {BAD}", "lon": 150, "lat": 40}, {"name": "Strait", "lon": -170, "lat": 66}]
FEATURES = [
    _feature(
        "nsr",
        "route",
        _WAY,
        name="Northern Sea Route",
        status="official",
        variant="main",
        variant_name="@Main",
        waypoints=_ENDS,
    ),
    _feature("nsr", "route", _line([[30, 70], [90, 80], [90, 90]]), variant="polar"),
    _feature("RU", "state", _OVER, name="Russia", precision="digitised"),
    _feature("pole", "dispute", {"type": "Point", "coordinates": [0, 90]}, name=BAD),
    _feature("IR", "state", {"type": "Point", "coordinates": [53, 32]}, name="Iran"),
    _feature("ring", "zone", _HOLED, details={"zone": "eez"}),
    _feature("pair", "group", None, members=["RU", "nsr"], name="Pair"),
]
ARTICLE = (
    "Tests of \t text\n\nShips from Russia and Iran sail the Northern Sea Route.\n\n"
    "=Russia looks on.\n\n"
    "Nothing is named in this paragraph, which is left out.\n\n"
    + "\n\n".join(f"Ships from Russia {words}" for words in HOSTILE)
)


@cache
def small() -> Catalogue:
    """Return the small catalogue."""
    folder = Path(tempfile.mkdtemp())
    body = {"type": "FeatureCollection", "features": FEATURES}
    (folder / "data.geojson").write_text(json.dumps(body), encoding="utf-8")
    return load_catalogue(folder)


def shipped() -> Catalogue:
    """Return the catalogue that ships."""
    return loaded.catalogue()


def charted(catalogue: Catalogue, frame: str) -> Chart:
    """Return a catalogue's chart."""
    return _small_chart(frame) if catalogue is small() else loaded.chart(frame)


@cache
def _small_chart(frame: str) -> Chart:
    return make_chart(FRAMES[frame], small())


def hostile_article() -> Article:
    """Return an article that tries everything."""
    return article_from_text(ARTICLE, name="brought <b>.txt")


def seeds() -> Sequence[Article]:
    """Return the articles that ship."""
    return load_articles(ROOT / "seeds")[0]


def snapshot_of(
    view: View | None = None,
    *,
    catalogue: Catalogue | None = None,
    articles: Sequence[Article] | None = None,
    base: str = BASE,
) -> ViewSnapshot:
    """Return a view ready to export, by default of the small catalogue and the hostile article."""
    view = view or View()
    catalogue = catalogue or small()
    articles = [hostile_article()] if articles is None else articles
    links = [link for one in articles for link in link_article(one, default_lexicon())]
    waters = load_waters()
    reasons = reasons_by_feature(catalogue, waters.coastal_nm)
    visible = visible_features(catalogue, reasons, view.nations, match=view.match, role=view.role)
    chart = charted(catalogue, view.frame)
    named = {link.feature for link in links}

    def name_of(identity: str) -> str:
        found: Any = catalogue.features.get(identity)
        return str(found.name) if found else identity

    return ViewSnapshot(
        catalogue=catalogue,
        chart=chart,
        scene=make_scene(catalogue, view, chart, visible=visible, named=named),
        pane=ReadingPane(
            articles,
            links,
            view,
            visible,
            highlighted_by(catalogue.features, view.feature),
            name_of,
        ),
        reasons=reasons,
        waters=waters,
        transits=load_transits(),
        sentence="One route, as a test.",
        base=base,
        day=DAY,
    )
