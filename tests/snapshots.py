"""What readers get, as text by name: files, pages and addresses, to be compared with what was.

`python -m tests.snapshots FOLDER` writes all of it to a folder, so that two commits can be compared
with `diff -r`; with `--keep` it also notes the checksums in `tests/data/snapshots.csv`, which
`tests/contract/test_snapshots.py` compares. Run it after a change that readers are meant to see.
"""

import csv
import hashlib
import json
import re
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pandas as pd
from streamlit.testing.v1 import AppTest

from geo.exchange.annotations import make_annotations
from geo.exchange.cite import cite_bibtex, cite_plain, embed_snippet
from geo.exchange.figure import make_figure
from geo.exchange.geojson import make_geojson
from geo.exchange.geopackage import make_geopackage
from geo.exchange.kml import make_kml
from geo.exchange.project import to_project
from geo.exchange.snapshot import ViewSnapshot
from geo.exchange.tables import features_csv, links_csv
from geo.exchange.takeaway import make_takeaway
from geo.linker.api import default_lexicon
from geo.linker.edits import Edit
from geo.linker.links import link_article
from geo.text.readers import read_pasted
from geo.text.user_articles import user_article
from geo.view import View, from_query, to_address
from pages._context import known_ids
from tests.repository import ROOT
from tests.unit.exchange.views import (
    ARTICLE,
    DAY,
    seeds,
    shipped,
    snapshot_of,
)

KEPT = ROOT / "tests" / "data" / "snapshots.csv"
VIEWS = {
    "all": "",
    "russia": "nation=RU&hide=ports",
    "corridors": "nation=RU&nation=CN&match=all&feature=psr",
    "variant": "feature=nsr&variant=shokalsky&show=ports&show=cities",
    "beyond": "feature=ankara&show=cities&hide=seas",
    "mercator": "feature=nwp&frame=mercator",
    "sponsored": "nation=CN&role=sponsor",
    "dispute": "feature=nwp-straits&nation=US",
}
ADDRESSES = (
    *VIEWS.values(),
    "nation=ru&nation=XX&nation=NO&nation=NO",
    "feature=nowhere&variant=main",
    "feature=nsr&variant=nowhere",
    "feature=NSR&frame=globe&match=some",
    "nation=RU&role=administrator&role=owner",
    "show=zones&hide=zones&hide=clouds",
    "feature=RU&passage=000-4307505dd1a9bba4.3",
    "feature=RU&passage=000-4307505dd1a9bba4.999&article=none",
    "article=000-4307505dd1a9bba4&nation=US&embed=true&with=articles",
    "feature=%3Cb%3E&nation=%00&article=../../etc",
)
PAGES = {
    "atlas": ("", "feature=nsr", "nation=RU&feature=psr-central&frame=mercator", "feature=IS"),
    "evidence": ("", "feature=RU", "nation=US&match=all"),
    "names": ("",),
    "articles": ("",),
    "share": ("feature=nsr&nation=RU",),
    "about": ("",),
    "hosting": ("",),
}
_OF_THE_DAY = (
    r"\b\d{4}-\d\d-\d\d\b|\b\d{1,2} [A-Z][a-z]+ \d{4}\b"
    r"|\byear = \{\d+\},\s+month = \{\w+\},\s+day = \{\d+\}"
    r"|(?<=@misc\{arcticpassages)\d{4}|(?<=/media/)\w+[.]png"
)
"""A date in a page, which may be today's, in BibTeX too; the last is a picture that holds one."""
_FILES: dict[str, Callable[[ViewSnapshot], bytes]] = {
    "geojson": make_geojson,
    "kml": make_kml,
    "features.csv": features_csv,
    "links.csv": links_csv,
    "annotations.json": make_annotations,
}


def snapshots() -> Iterator[tuple[str, str]]:
    """Yield name and text of each snapshot."""
    for name, query in VIEWS.items():
        yield from _of_view(name, _shown(query))
    yield from _of_view("hostile", snapshot_of(View(feature="nsr")))
    yield "views/all.gpkg", _tables(make_geopackage(_shown("")))
    yield "project.json", _project()
    yield "addresses.json", _addresses()
    for page, queries in PAGES.items():
        for query in queries:
            yield f"pages/{page}-{query or 'plain'}.txt", _page(page, query)


def checksum(text: str) -> str:
    """Return the first part of a text's SHA-256."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def kept() -> dict[str, str]:
    """Return the noted checksums by name."""
    with KEPT.open(encoding="utf-8", newline="") as file:
        return {row["name"]: row["sha256"] for row in csv.DictReader(file)}


def _view(query: str) -> tuple[View, list[str]]:
    return from_query(parse_qs(query), known_ids(shipped(), tuple(seeds()), {}))


def _shown(query: str) -> ViewSnapshot:
    view, _ = _view(query)
    return snapshot_of(view, catalogue=shipped(), articles=seeds())


def _of_view(name: str, snapshot: ViewSnapshot) -> Iterator[tuple[str, str]]:
    for kind, make in _FILES.items():
        yield f"views/{name}.{kind}", make(snapshot).decode()
    cited = (cite_plain(snapshot), cite_bibtex(snapshot), embed_snippet(snapshot, articles=True))
    yield f"views/{name}.cite.txt", "\n".join(cited)
    if snapshot.chart.frame.id == "polar":
        yield f"views/{name}.html", _markup(make_takeaway(snapshot).decode())
    yield f"views/{name}.svg", make_figure(snapshot, form="svg").decode()


def _markup(page: str) -> str:
    """Return a page without what only the browser reads: scripts, style sheets, their hashes."""
    bare = re.sub(r"(?s)<(script|style)\b.*?</\1>", r"<\1>", page)
    return re.sub(r"sha256-[\w+/=]+", "sha256", bare).replace("><", ">\n<")


def _tables(package: bytes) -> str:
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(package)
        names = [
            name
            for (name,) in database.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'rtree_%'"
            )
        ]
        rows = [
            f"{name}: {row!r}"
            for name in sorted(names)
            for row in database.execute(f'SELECT * FROM "{name}"')  # noqa: S608  its own names
        ]
    return "\n".join(rows)


def _project() -> str:
    own = user_article(read_pasted(ARTICLE), label="brought", today=DAY)
    passage = link_article(seeds()[0], default_lexicon())[0].passage
    edits = [Edit("reject", passage, "nsr"), Edit("add", passage, "kara-sea", start=0, end=4)]
    return to_project([own], edits, View(nations=("RU",), feature="nsr"))


def _addresses() -> str:
    told = {}
    for query in ADDRESSES:
        view, notices = _view(query)
        told[query] = {"address": to_address(view), "notices": notices}
    return json.dumps(told, indent=1)


def _page(page: str, query: str) -> str:
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=240)
    for key, value in parse_qs(query).items():
        app.query_params[key] = value  # type: ignore[assignment]
    app.run()
    if page != "atlas":
        app.switch_page(f"pages/{page}.py").run()
    snapshot = [element for element in app if element.type != "html"]
    lines = [f"{element.type}: {_text_of(element)}" for element in snapshot if _text_of(element)]
    panels = [json.loads(element.proto.json) for element in app.get("bidi_component")]
    lines += [panel.get("html", "").replace("><", ">\n<") for panel in panels]
    return re.sub(_OF_THE_DAY, "DAY", "\n".join(lines))


def _text_of(element: Any) -> str:
    parts = [getattr(element, part, None) for part in ("label", "value", "options")]
    tables = [part.to_csv() if isinstance(part, pd.DataFrame) else part for part in parts]
    return " | ".join(str(part) for part in tables if part)


def main(arguments: list[str]) -> None:
    """Write every snapshot to a folder; with `--keep` note the checksums too."""
    folder = Path(arguments[0])
    sums = {}
    for name, text in snapshots():
        sums[name] = checksum(text)
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    if "--keep" in arguments:
        with KEPT.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(["name", "sha256"])
            writer.writerows(sums.items())


if __name__ == "__main__":
    main(sys.argv[1:])
