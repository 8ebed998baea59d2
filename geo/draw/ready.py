"""Charts made beforehand: a first visitor need not wait until shapes are drawn and names placed.

`python -m geo.draw.ready` (`make charts` and `make overlay` call it) writes them to `data/` with a
checksum of all that a chart is made from: the catalogue's files, the land, and the code that draws.
A chart whose checksum is another one, or whose file is damaged, is made anew.
"""

import gzip
import hashlib
import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from geo.catalogue.features import Catalogue, load_catalogue
from geo.draw.chart import LAND, Chart, Exit, Tick, make_chart, names_on
from geo.draw.frames import FRAMES, Frame
from geo.draw.packed import Shapes
from geo.draw.placement import Spot
from geo.errors import DAMAGE
from geo.manifest import ROOT, checksum_of

DATA = Path(__file__).parent / "data"
CODE = (
    *("geo/geodesy", "geo/catalogue/features", "geo/catalogue/records", "geo/catalogue/schema"),
    "geo/catalogue/relations",
    *("geo/draw/camera", "geo/draw/chart", "geo/draw/frames", "geo/draw/graticule"),
    *("geo/draw/label_types", "geo/draw/naming", "geo/draw/packed", "geo/draw/placement"),
    *("geo/draw/ready", "geo/draw/styles", "geo/draw/type_lines"),
)
"""The modules that decide what a chart is."""

_AS_THEY_ARE = (
    *("label_lines", "label_zooms", "extents", "lines"),
    *("anchors", "rim", "boxes", "places", "ranks", "starts", "views"),
)
_LEVEL = 9


def load_chart(
    frame: Frame, catalogue: Catalogue, *, land: Path = LAND, folder: Path = DATA
) -> Chart:
    """Return a frame's chart as it was made beforehand, or made now where that is another one."""
    return read_chart(frame, catalogue, land=land, folder=folder) or make_chart(
        frame, catalogue, land=land
    )


def read_chart(
    frame: Frame, catalogue: Catalogue, *, land: Path = LAND, folder: Path = DATA
) -> Chart | None:
    """Return a frame's chart from its file; None where it was made from something else."""
    if not catalogue.checksum:
        return None
    try:
        written = json.loads(gzip.decompress(_path(frame, folder).read_bytes()))
        if written["made_from"] != checksum(catalogue, land):
            return None
        return _from_json(frame, catalogue, written)
    except DAMAGE:
        return None


def checksum(catalogue: Catalogue, land: Path = LAND) -> str:
    """Return the checksum of all that a chart is made from.

    Raises
    ------
    OSError
        A file cannot be read.
    """
    code = [ROOT / f"{module}.py" for module in CODE]
    return hashlib.sha256(f"{catalogue.checksum} {checksum_of([land, *code])}".encode()).hexdigest()


def to_bytes(chart: Chart, made_from: str) -> bytes:
    """Return what is written of a chart."""
    text = json.dumps(_to_json(chart) | {"made_from": made_from}, separators=(",", ":"))
    return gzip.compress(text.encode(), compresslevel=_LEVEL, mtime=0)


def _path(frame: Frame, folder: Path) -> Path:
    return folder / f"{frame.id}.json.gz"


def _to_json(chart: Chart) -> dict[str, Any]:
    return {
        **{part: getattr(chart, part) for part in _AS_THEY_ARE},
        "shapes": {identity: shapes.packed for identity, shapes in chart.shapes.items()},
        "ground": chart.ground.packed,
        "spots": {
            identity: [[spot.side, spot.line] for spot in spots]
            for identity, spots in chart.spots.items()
        },
        "exits": {
            identity: {slug: [[one.at, one.to] for one in found] for slug, found in tracks.items()}
            for identity, tracks in chart.exits.items()
        },
        "ticks": [[tick.at, tick.text] for tick in chart.ticks],
    }


def _from_json(frame: Frame, catalogue: Catalogue, written: dict[str, Any]) -> Chart:
    return Chart(
        frame=frame,
        shapes={identity: Shapes(_pairs(packed)) for identity, packed in written["shapes"].items()},
        ground=Shapes(_pairs(written["ground"])),
        names=names_on(catalogue),
        label_lines=_pairs(written["label_lines"]),
        label_zooms=written["label_zooms"],
        anchors=_pairs(written["anchors"]),
        places={identity: _tuples(places) for identity, places in written["places"].items()},
        spots={
            identity: tuple(Spot(_tuples(line), side) for side, line in spots)
            for identity, spots in written["spots"].items()
        },
        starts=_pairs(written["starts"]),
        ranks=written["ranks"],
        extents=written["extents"],
        rim=_pairs(written["rim"]),
        boxes=_pairs(written["boxes"]),
        views=_pairs(written["views"]),
        lines=tuple(written["lines"]),
        exits={
            identity: {
                slug: tuple(Exit(tuple(at), to) for at, to in found)
                for slug, found in tracks.items()
            }
            for identity, tracks in written["exits"].items()
        },
        ticks=tuple(Tick(tuple(at), text) for at, text in written["ticks"]),
    )


def _pairs(lists: Mapping[str, list[Any]]) -> dict[str, Any]:
    return {name: tuple(values) for name, values in lists.items()}


def _tuples(lists: Iterable[list[Any]]) -> tuple[Any, ...]:
    return tuple(tuple(values) for values in lists)


def main() -> None:
    """Write the charts again."""
    catalogue = load_catalogue()
    made_from = checksum(catalogue)
    DATA.mkdir(exist_ok=True)
    for frame in FRAMES.values():
        path = _path(frame, DATA)
        path.write_bytes(to_bytes(make_chart(frame, catalogue), made_from))
        sys.stdout.write(f"{path.relative_to(ROOT)}: {path.stat().st_size:,} bytes\n")


if __name__ == "__main__":
    main()
