"""Commands: `arctic-passages zone|waters|voyage|track|season|polaris|build`.

The same as `python -m geo.measure`.

- `zone --lon LON --lat LAT` or `zone --points FILE.csv` (columns name, lon, lat) prints one JSON
  line per point: name, lon, lat, zone, states; on land also sovereign and land. Rows that hold no
  point are named at the end, with exit code 2; docs/zones.md says what is taken.
- `waters [FEATURE]` prints one JSON line per feature, variant and area of a zone: state, zone,
  zone_id, nm, share, length_nm; with `--order` one line per segment along the track instead. With
  `--rules` the lines are of the areas of rules along it: regime, nm, share, length_nm.
- `voyage --from PORT --to PORT` or `voyage --pairs FILE.csv` (columns origin, destination) prints
  one JSON line per pair: origin, destination, usual, ways; docs/voyages.md lists the fields. A pair
  that cannot be measured is a line with `error`, and with `near` where a port is not known.
- `track FILE` prints one JSON object for a track in GeoJSON, GPX, KML or CSV: its miles, the zones
  and rules along it in order, its straits and the nearest named route. What was left out of the
  file is named in `skipped`.
- `season [VARIANT]` prints one JSON line per way of the Northwest Passage and category of ships:
  variant, category, zones, nm_by_zone, spans (from, to), days, deciding. By date in Canadian law,
  worked out by this project; not an official version.
- `polaris --class PC7 --ice TYPE=TENTHS ...` prints one JSON object: the sum of a mix of ice for an
  ice class by POLARIS, what it allows and at what speed; with `--escort` behind an icebreaker.
- `build` recomputes the overlay table of a checkout.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geo import messages, release, shell
from geo.catalogue.features import load_catalogue
from geo.catalogue.records import DATA
from geo.errors import GeoError, TrackError, VoyageError, ZoneError
from geo.measure.overlay import overlay, tracks
from geo.measure.own_track.measuring import measure_track
from geo.measure.own_track.reading import read_track
from geo.measure.points import BadPointsError, read_point, read_points
from geo.measure.season import polaris_command
from geo.measure.season.days import written
from geo.measure.season.law import load_law
from geo.measure.transits import load_transits
from geo.measure.voyages.api import STRAITS, check_shut, read_pairs, record_of_pair
from geo.measure.voyages.records import VIAS, Ship
from geo.measure.voyages.shares import nm_by_waters, nm_of_rest
from geo.measure.voyages.ships import FUELS, check_ship, ice_speed_for
from geo.measure.waters import TABLE, Waters, load_waters
from geo.measure.zones import describe_points, load_zones

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Mapping, Sequence


def main(arguments: Sequence[str] | None = None, *, prog: str = "python -m geo.measure") -> int:
    """Run a command; return 0, or 2 after an error message."""
    given = _with_values(sys.argv[1:] if arguments is None else arguments)
    options = _parser(prog).parse_args(list(given))
    shell.report_damaged_files(sys.stderr)
    try:
        for record in _COMMANDS[options.command](options):
            print(json.dumps(record, ensure_ascii=False))
    except GeoError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def _with_values(arguments: Sequence[str]) -> Iterator[str]:
    """Join --lon and --lat with their values, so that "-70,5" is not parsed as an option."""
    rest = iter(arguments)
    for word in rest:
        value = next(rest, None) if word in {"--lon", "--lat"} else None
        yield word if value is None else f"{word}={value}"


def _parser(prog: str) -> argparse.ArgumentParser:
    parser, commands = shell.make_parser(prog, _COMMANDS)
    zone = commands["zone"]
    zone.add_argument("--lon", help="longitude in degrees, east positive, -360 to 360")
    zone.add_argument("--lat", help="latitude in degrees, north positive")
    zone.add_argument("--points", type=Path, metavar="FILE.csv", help="columns name, lon, lat")
    waters = commands["waters"]
    waters.add_argument("feature", nargs="?", metavar="FEATURE", help="id of a route or corridor")
    waters.add_argument("--order", action="store_true", help="segments in order along the track")
    _add_voyage(commands["voyage"])
    waters.add_argument("--rules", action="store_true", help="areas of rules instead of zones")
    season = commands["season"]
    season.add_argument("variant", nargs="?", metavar="VARIANT", help="way, as route-4")
    track = commands["track"]
    track.add_argument("file", type=Path, metavar="FILE", help="GeoJSON, GPX, KML or CSV")
    polaris_command.add_arguments(commands["polaris"])
    return parser


def _zone(options: argparse.Namespace) -> Iterator[dict[str, Any]]:
    one = options.lon is not None and options.lat is not None
    wrong: ZoneError | None = None
    if options.points is not None and options.lon is None and options.lat is None:
        try:
            names, lon, lat = read_points(options.points)
        except BadPointsError as error:
            wrong, (names, lon, lat) = error, error.points
    elif one and options.points is None:
        names, lon, lat = read_point(options.lon, options.lat)
    else:
        raise ZoneError("Give either --lon with --lat, or --points FILE.csv.")
    yield from describe_points(names, lon, lat, load_zones())
    if wrong:
        raise wrong


def _waters(options: argparse.Namespace) -> Iterator[dict[str, Any]]:
    waters = load_waters()
    if waters.missing:
        raise ZoneError(waters.missing)
    if options.feature is not None:
        waters.require(options.feature)
    for feature in [options.feature] if options.feature else waters.features():
        for variant in waters.variants(feature):
            make = _rules if options.rules else _records
            yield from make(waters, feature, variant, in_order=options.order)


def _records(
    waters: Waters, feature: str, variant: str, *, in_order: bool
) -> Iterator[dict[str, Any]]:
    length = round(waters.length_nm(feature, variant), 2)
    rows = (waters.segments if in_order else waters.totals)(feature, variant)
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


def _rules(
    waters: Waters, feature: str, variant: str, *, in_order: bool
) -> Iterator[dict[str, Any]]:
    transits = load_transits()
    if transits.missing:
        raise ZoneError(transits.missing)
    length = round(waters.length_nm(feature, variant), 2)
    track = {"feature": feature, "variant": variant}
    if in_order:
        for row in transits.regimes(feature, variant).to_dict("records"):
            miles = {name: round(float(row[name]), 2) for name in ("nm", "from_nm", "to_nm")}
            yield track | {"regime": row["water"]} | miles | {"length_nm": length}
        return
    for regime, nm in transits.regime_nm(feature, variant).items():
        known = {"regime": regime, "nm": round(nm, 2), "share": round(min(nm / length, 1.0), 5)}
        yield track | known | {"length_nm": length}


def _add_voyage(command: argparse.ArgumentParser) -> None:
    command.add_argument("--from", dest="origin", metavar="PORT", help="any name or UN/LOCODE")
    command.add_argument("--to", dest="destination", metavar="PORT", help="any name or UN/LOCODE")
    command.add_argument("--pairs", type=Path, metavar="FILE.csv", help="origin, destination")
    ship = Ship()
    for name, value, what in (
        ("speed", ship.speed_kn, "knots in open water"),
        ("ice-speed", None, "knots in ice; the speed in open water at most"),
        ("draught", ship.draught_m, "metres"),
        ("fuel-a-day", ship.fuel_t_day, "tonnes of fuel a day"),
    ):
        command.add_argument(f"--{name}", type=float, default=value, metavar="N", help=what)
    command.add_argument("--fuel", default=ship.fuel, help=", ".join(FUELS))
    command.add_argument(
        "--shut", action="append", default=[], metavar="NAME", help=", ".join((*VIAS, *STRAITS))
    )


def _voyage(options: argparse.Namespace) -> Iterator[dict[str, Any]]:
    ship = Ship(
        speed_kn=options.speed,
        ice_speed_kn=(
            ice_speed_for(options.speed, Ship().ice_speed_kn)
            if options.ice_speed is None
            else options.ice_speed
        ),
        draught_m=options.draught,
        fuel_t_day=options.fuel_a_day,
        fuel=options.fuel,
    )
    check_ship(ship)
    shut = check_shut([name.strip() for each in options.shut for name in each.split(",")])
    if options.pairs is not None and options.origin is None and options.destination is None:
        pairs = list(read_pairs(options.pairs))
    elif options.pairs is None and options.origin is not None and options.destination is not None:
        pairs = [(options.origin, options.destination)]
    else:
        raise VoyageError("Give either --from with --to, or --pairs FILE.csv.")
    catalogue = load_catalogue(strict=False)
    for origin, destination in pairs:
        yield record_of_pair(origin, destination, ship, shut, catalogue)


def _track(options: argparse.Namespace) -> Iterator[dict[str, Any]]:
    path: Path = options.file
    try:
        data = path.read_bytes()
    except OSError as error:
        raise TrackError(
            messages.TRACK_NOT_OPENED.format(name=path, why=error.strerror or error)
        ) from error
    track = read_track(data, path.name)
    report = measure_track(track, catalogue=load_catalogue(), zones=load_zones())
    sys.stderr.writelines(f"{sentence}\n" for sentence in track.skipped)
    rest = nm_of_rest(report.stretches)
    hours = None if track.duration is None else round(track.duration.total_seconds() / 3600, 2)
    yield {
        "name": track.name, "points": track.n_points, "hours": hours, "gaps": track.gaps,
        "nm": round(report.nm, 2),
        "nm_by_state": _rounded(report.nm_by_state),
        "nm_by_waters": _rounded(nm_by_waters(report.stretches)),
        "nm_by_regime": _rounded(report.nm_by_regime),
        "nm_joint": round(rest["joint"], 2),
        "nm_disputed": round(rest["disputed"], 2),
        "nm_high_seas": round(report.high_seas_nm, 2),
        "nm_not_assessed": round(report.not_assessed_nm, 2),
        "nm_over_land": round(report.land_nm, 2),
        "stretches": [
            {
                "from_nm": round(one.from_nm, 2), "to_nm": round(one.to_nm, 2),
                "state": one.state or None, "zone": one.zone, "zone_id": one.zone_id or None,
                "letter": letter or None,
            }
            for one, letter in zip(report.stretches, report.letters, strict=True)
        ],
        "rules": [asdict(one) for one in report.rules],
        "straits": [
            {"strait": one.water, "from_nm": one.from_nm, "to_nm": one.to_nm}
            for one in report.straits
        ],
        "nearest": None if report.nearest is None else asdict(report.nearest),
        "skipped": list(track.skipped),
        "notes": [*track.notes, *report.notes],
    }  # fmt: skip


def _rounded(miles: Mapping[str, float]) -> dict[str, float]:
    return {name: round(nm, 2) for name, nm in miles.items()}


def _season(options: argparse.Namespace) -> Iterator[dict[str, Any]]:
    law = load_law()
    if law.missing:
        raise ZoneError(law.missing)
    if options.variant not in {None, *law.variants()}:
        known = ", ".join(law.variants())
        raise ZoneError(messages.LAW_NO_WAY.format(name=options.variant, known=known))
    for one in law.windows:
        if options.variant in {None, one.variant}:
            yield {
                "variant": one.variant, "category": one.category,
                "zones": [crossed.zone for crossed in one.zones],
                "nm_by_zone": {crossed.zone: round(crossed.nm, 1) for crossed in one.zones},
                "spans": [[written(span.first), written(span.last)] for span in one.spans],
                "days": one.days, "deciding": list(one.deciding),
            }  # fmt: skip


def _build(options: argparse.Namespace) -> Iterator[dict[str, Any]]:
    del options
    release.checkout("`build`")
    table = overlay(tracks(load_catalogue(strict=False)), load_zones(), DATA)
    table.to_csv(DATA / TABLE, index=False)
    yield {"written": TABLE, "segments": len(table), "features": table["feature"].nunique()}


_COMMANDS = {
    "zone": _zone,
    "waters": _waters,
    "voyage": _voyage,
    "track": _track,
    "season": _season,
    "polaris": polaris_command.run,
    "build": _build,
}

if __name__ == "__main__":
    sys.exit(shell.run(main))
