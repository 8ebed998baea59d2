"""Commands: `python -m geo.measure zone|waters|build`.

- `zone --lon LON --lat LAT` or `zone --points FILE.csv` (columns name, lon, lat) prints one JSON
  line per point: name, lon, lat, zone, states.
- `waters [FEATURE]` prints one JSON line per feature, variant and area of a zone: state, zone,
  zone_id, nm, share, length_nm; with `--order` one line per stretch along the track instead.
- `build` computes the overlay table anew.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from geo.catalogue.features import load_catalogue
from geo.catalogue.records import DATA
from geo.errors import GeoError, ZoneError
from geo.measure.overlay import overlay, tracks
from geo.measure.waters import TABLE, Waters, load_waters
from geo.measure.zones import describe_points, load_zones

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return 0, or 2 after a plain sentence on what is wrong."""
    options = _parser().parse_args(arguments)
    try:
        for record in options.run(options):
            print(json.dumps(record, ensure_ascii=False))
    except BrokenPipeError:
        # The reader of a pipe has seen enough.
        sys.stderr.close()
    except GeoError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m geo.measure", description="Whose waters?")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    zone = commands.add_parser("zone", help="the zone at a point or at the points of a CSV file")
    zone.add_argument("--lon", type=float, help="longitude in degrees, east positive")
    zone.add_argument("--lat", type=float, help="latitude in degrees, north positive")
    zone.add_argument("--points", type=Path, metavar="FILE.csv", help="columns name, lon, lat")
    zone.set_defaults(run=_zone)
    waters = commands.add_parser("waters", help="nautical miles by state and zone of each way")
    waters.add_argument("feature", nargs="?", metavar="FEATURE", help="id of a route or corridor")
    waters.add_argument("--order", action="store_true", help="stretches in order along the track")
    waters.set_defaults(run=_waters)
    build = commands.add_parser("build", help=f"compute {TABLE} anew")
    build.set_defaults(run=_build)
    return parser


def _zone(options: argparse.Namespace) -> Iterator[dict[str, Any]]:
    one = options.lon is not None and options.lat is not None
    if options.points is not None and options.lon is None and options.lat is None:
        names, lon, lat = read_points(options.points)
    elif one and options.points is None:
        names, lon, lat = [""], np.array([options.lon]), np.array([options.lat])
    else:
        raise ZoneError("Give either --lon with --lat, or --points FILE.csv.")
    yield from describe_points(names, lon, lat, load_zones())


def read_points(path: Path) -> tuple[list[str], Any, Any]:
    """Read a CSV file of points.

    Columns lon and lat in degrees, name if there is one; others are left alone.

    Raises
    ------
    ZoneError
        When the file, a column or a number is missing; the line is named.
    """
    try:
        table = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise ZoneError(f"{path.name}: there is no such file.") from error
    except (OSError, ValueError) as error:
        raise ZoneError(f"{path.name} is not a readable CSV file ({error}).") from error
    table.columns = [str(column).strip().lower() for column in table.columns]
    lacking = [column for column in ("lon", "lat") if column not in table]
    if lacking:
        raise ZoneError(
            f"{path.name} lacks the column(s) {', '.join(lacking)}; the first line must name "
            "name, lon and lat, separated by commas."
        )
    numbers = table[["lon", "lat"]].apply(pd.to_numeric, errors="coerce")
    wrong = np.flatnonzero(numbers.isna().any(axis=1))
    if len(wrong):
        lines = ", ".join(str(row + 2) for row in wrong[:10])
        raise ZoneError(f"{path.name}: lon or lat is not a number in line(s) {lines}.")
    names = list(table["name"]) if "name" in table else [""] * len(table)
    return names, numbers["lon"].to_numpy(float), numbers["lat"].to_numpy(float)


def _waters(options: argparse.Namespace) -> Iterator[dict[str, Any]]:
    waters = load_waters()
    if waters.missing:
        raise ZoneError(waters.missing)
    if options.feature is not None:
        waters.require(options.feature)
    for feature in [options.feature] if options.feature else waters.features():
        for variant in waters.variants(feature):
            yield from _records(waters, feature, variant, in_order=options.order)


def _records(
    waters: Waters, feature: str, variant: str, *, in_order: bool
) -> Iterator[dict[str, Any]]:
    length = round(waters.length_nm(feature, variant), 2)
    rows = (waters.stretches if in_order else waters.totals)(feature, variant)
    for row in rows.to_dict("records"):
        record = {
            "feature": feature, "variant": variant, "state": row["state"] or None,
            "zone": row["zone"], "zone_id": row["zone_id"] or None,
            "nm": round(float(row["nm"]), 2),
        }  # fmt: skip
        if in_order:
            record |= {"from_nm": row["from_nm"], "to_nm": row["to_nm"]}
        else:
            record["share"] = round(float(row["share"]), 5)
        yield record | {"length_nm": length}


def _build(options: argparse.Namespace) -> Iterator[dict[str, Any]]:
    del options
    table = overlay(tracks(load_catalogue(strict=False)), load_zones(), DATA)
    table.to_csv(DATA / TABLE, index=False)
    yield {"written": TABLE, "stretches": len(table), "features": table["feature"].nunique()}


if __name__ == "__main__":
    sys.exit(main())
