"""Natural Earth's outlines, read from the npm package world-atlas without GDAL.

The package is not in this repository. To get it, in an empty folder::

    npm pack world-atlas@2.0.2
    tar -xf world-atlas-2.0.2.tgz        # the files lie in ./package

and hand that folder to the build commands as `--world-atlas`. The data are Natural Earth 4.1.0
(public domain); the package around them is under the ISC licence.

The files are TopoJSON whose rings were stitched over 180 degrees for use on a globe, so longitudes
jump there. Here they are unwrapped ring by ring: Russia's mainland runs on from 27 to 190 degrees.
Cut them with `geo.geodesy.cut_at_antimeridian` before storing them.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Literal

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import shapely
from shapely import MultiPolygon, Polygon
from shapely.affinity import translate

from geo.errors import CatalogueError
from geo.geodesy import HALF_TURN_DEG, TURN_DEG, WGS84

Scale = Literal["10m", "50m"]
Ring = npt.NDArray[np.float64]

SHA256 = {
    "countries-10m.json": "3bc6f1d367a9bcec479841bae0e76092f512838411d0cef124e92eec4db45f79",
    "countries-50m.json": "04342cdc1e3016bcd7db1630de95684d67b79fe3c8c460321e87aef469502394",
    "land-10m.json": "9b9f584709c119d63fbadf484ce425260497697b7166be7a2fe360e8c0b171a8",
    "land-50m.json": "619477ff690c086885e45cb91707d783805561bd75ae8e437b7d4694b0204e0f",
}
_DECIMALS = 5
_MIN_RING = 4


def read_countries(folder: Path, *, scale: Scale) -> gpd.GeoDataFrame:
    """Return the countries of world-atlas, one row each.

    Columns: `code` (ISO 3166-1 numeric as text, empty where Natural Earth gives none), `name`
    (Natural Earth's short name) and `geometry` (EPSG:4326, longitudes unwrapped: no part begins
    west of 180 W, some run on beyond 180 E). Neighbours share their border vertices exactly.

    Raises
    ------
    CatalogueError
        When the file is missing or is not the one of world-atlas 2.0.2.
    """
    return _read_layer(folder, f"countries-{scale}.json", "countries")


def read_land(folder: Path, *, scale: Scale) -> gpd.GeoDataFrame:
    """Return the land of world-atlas as one row per polygon; else as `read_countries`."""
    frame = _read_layer(folder, f"land-{scale}.json", "land")
    return frame.explode(ignore_index=True)


def _read_layer(folder: Path, file_name: str, layer: str) -> gpd.GeoDataFrame:
    """Decode one object of one TopoJSON file into a frame."""
    topology = _load(folder / file_name)
    arcs = [np.round(arc, _DECIMALS) for arc in decode_arcs(topology)]
    shapes = list(_shapes(topology["objects"][layer]))
    return gpd.GeoDataFrame(
        {
            "code": [str(shape.get("id", "")) for shape in shapes],
            "name": [str(shape.get("properties", {}).get("name", "")) for shape in shapes],
        },
        geometry=[_to_multipolygon(shape, arcs) for shape in shapes],
        crs=WGS84,
    )


def _load(path: Path) -> dict[str, Any]:
    """Read a file of the package after verifying its checksum."""
    if not path.is_file():
        raise CatalogueError(
            f"{path.name} is missing in the world-atlas folder; `npm pack world-atlas@2.0.2` "
            "brings it."
        )
    raw = path.read_bytes()
    if hashlib.sha256(raw).hexdigest() != SHA256[path.name]:
        raise CatalogueError(
            f"{path.name} is not the file of world-atlas 2.0.2 (its SHA-256 differs); "
            "`npm pack world-atlas@2.0.2` brings the right one."
        )
    topology: dict[str, Any] = json.loads(raw)
    return topology


def decode_arcs(topology: dict[str, Any]) -> list[Ring]:
    """Turn the quantised differences of a TopoJSON file's arcs into degrees."""
    scale = np.asarray(topology["transform"]["scale"])
    origin = np.asarray(topology["transform"]["translate"])
    return [np.cumsum(np.asarray(arc), axis=0) * scale + origin for arc in topology["arcs"]]


def _shapes(node: dict[str, Any]) -> Iterable[dict[str, Any]]:
    """Yield the polygonal shapes of a TopoJSON object."""
    if node["type"] == "GeometryCollection":
        for child in node["geometries"]:
            yield from _shapes(child)
    else:
        yield node


def _to_multipolygon(shape: dict[str, Any], arcs: list[Ring]) -> MultiPolygon:
    """Build one shape's polygons, each in unwrapped longitudes."""
    stitched = ([stitch(ring, arcs) for ring in rings] for rings in polygon_arcs(shape))
    # Quantising has shrunk some islets of the 10m files to a line; they hold no area.
    areas = ([ring for ring in rings if len(ring) >= _MIN_RING] for rings in stitched)
    return MultiPolygon([_to_polygon(rings) for rings in areas if rings])


def polygon_arcs(shape: dict[str, Any]) -> list[list[list[int]]]:
    """Return the polygons of a shape, each a list of rings, each a list of arcs; maybe none."""
    arcs = shape.get("arcs", [])
    return [arcs] if shape["type"] == "Polygon" else list(arcs)


def _to_polygon(rings: list[Ring]) -> Polygon:
    """Build one polygon: holes shifted to their shell, nothing west of 180 W."""
    shell, *holes = (unwrap_ring(ring) for ring in rings)
    middle = (shell[:, 0].min() + shell[:, 0].max()) / 2
    beside = [_shift_by_turns(hole, middle) for hole in holes]
    polygon = Polygon(shell, beside)
    if polygon.bounds[0] < -HALF_TURN_DEG:
        polygon = translate(polygon, xoff=TURN_DEG)
    # The shift by a whole turn leaves digits beyond the fifth that would part shared borders.
    return shapely.transform(polygon, lambda xy: np.round(xy, _DECIMALS))


def _shift_by_turns(ring: Ring, lon: float) -> Ring:
    """Shift a ring by multiples of 360 degrees to lie as near to a longitude as possible."""
    turns = np.round((lon - ring[:, 0].mean()) / TURN_DEG)
    moved: Ring = ring + np.array([turns * TURN_DEG, 0.0])
    return moved


def stitch(arc_ids: Sequence[int], arcs: list[Ring]) -> Ring:
    """Join arcs into a ring; a negative index means the arc `~n` reversed."""
    runs = [arcs[n] if n >= 0 else arcs[~n][::-1] for n in arc_ids]
    return np.vstack([runs[0], *(run[1:] for run in runs[1:])])


def unwrap_ring(ring: Ring) -> Ring:
    """Return a closed ring with unwrapped longitudes.

    A ring that goes once round the globe encloses a pole; it is closed along that pole, the one
    on the side of its mean latitude.
    """
    lon = np.unwrap(ring[:, 0], period=TURN_DEG)
    lon = lon - np.floor((lon.min() + HALF_TURN_DEG) / TURN_DEG) * TURN_DEG
    closed = np.column_stack([lon, ring[:, 1]])
    if abs(lon[-1] - lon[0]) < HALF_TURN_DEG:
        return closed
    pole = float(np.sign(ring[:, 1].mean()) * 90)
    return np.vstack([closed, [lon[-1], pole], [lon[0], pole], closed[:1]])
