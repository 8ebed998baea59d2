"""All layers of the catalogue as one GeoPackage, with tables of sources, links and metadata.

Source: OGC GeoPackage 1.3, https://www.geopackage.org/spec/ ; the layers are written by geopandas,
the tables by the standard library. Everything is in memory: no disk is needed.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import fields
from io import BytesIO
from typing import Any

import geopandas as gpd

from geo.catalogue.records import Source
from geo.draw.layers import LAYERS, Layer, layer_of
from geo.exchange.geojson import provenance
from geo.exchange.snapshot import ViewSnapshot, line_nm, source_text
from geo.geodesy import WGS84

Row = tuple[str | int, ...]
_LINK_COLUMNS = ["article", "passage", "start", "end", "quote", "feature", "kind", "rule"]
_WHOLE_NUMBERS = {"start", "end"}
_TABLES_OF_LAYER = """
SELECT name, sql FROM layer.sqlite_master JOIN pragma_table_list AS list USING (name)
WHERE list.schema = 'layer' AND list.type <> 'shadow' AND name NOT LIKE 'sqlite_%'
"""
_TRIGGERS_OF_LAYER = """
SELECT sql FROM layer.sqlite_master
WHERE type = 'trigger' AND name NOT IN (SELECT name FROM main.sqlite_master)
"""
_SOURCE_COLUMNS = [spec.name for spec in fields(Source)]
_FEATURE_COLUMNS = [
    "id",
    "variant",
    "variant_name",
    "name",
    "kind",
    "type",
    "status",
    "precision",
    "note",
    "nations",
    "rules",
    "length_nm",
    "last_checked",
    "sources",
    "licences",
]


def make_geopackage(snapshot: ViewSnapshot) -> bytes:
    """Return every layer of the catalogue as a GeoPackage, whatever the view shows.

    A layer of the map is a layer of the file; beside them are the tables `about` (version, date,
    licence, citation), `sources` (of the whole catalogue) and `links` (of the view). The date is
    the view's, so the same view gives the same content.
    """
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        database.execute("PRAGMA temp_store = MEMORY")
        for layer in LAYERS:
            frame = _layer_frame(snapshot, layer)
            if len(frame):
                _add_layer(database, _layer_file(frame, layer))
        _write_table(database, "about", ("key", "value"), _about(snapshot))
        _write_table(database, "sources", _SOURCE_COLUMNS, _sources(snapshot))
        _write_table(database, "links", _LINK_COLUMNS, _links(snapshot))
        moment = f"{snapshot.day.isoformat()}T00:00:00.000Z"
        database.execute("UPDATE gpkg_contents SET last_change = ?", (moment,))
        return _with_one_change(database.serialize())


def _with_one_change(file: bytes) -> bytes:
    """Return a database file with its change counter at 1.

    How often GDAL writes to a file depends on the clock; SQLite keeps count in the header, twice
    (https://www.sqlite.org/fileformat.html, 1.3.7 and 1.3.16).
    """
    one = (1).to_bytes(4, "big")
    return file[:24] + one + file[28:92] + one + file[96:]


def _layer_frame(snapshot: ViewSnapshot, layer: Layer) -> gpd.GeoDataFrame:
    rows = [
        _row(snapshot, feature.id, slug)
        | {"length_nm": line_nm(feature, geometry), "geometry": geometry}
        for feature, slug, geometry in snapshot.catalogue.each_shape()
        if layer_of(feature) is layer
    ]
    columns = [*_FEATURE_COLUMNS, "geometry"]
    return gpd.GeoDataFrame(rows, columns=columns, geometry="geometry", crs=WGS84)


def _row(snapshot: ViewSnapshot, identity: str, slug: str) -> dict[str, Any]:
    feature = snapshot.catalogue.features[identity]
    names = {variant.slug: variant.name for variant in feature.variants}
    licences = dict.fromkeys(source.licence for source in feature.sources if source.licence)
    return {
        "id": identity,
        "variant": slug,
        "variant_name": names.get(slug, ""),
        "name": feature.name,
        "kind": feature.kind,
        "type": feature.type,
        "status": feature.status,
        "precision": feature.precision,
        "note": feature.note,
        "nations": snapshot.nations(feature, slug),
        "rules": snapshot.rules_phrase(feature, slug),
        "last_checked": feature.last_checked,
        "sources": " | ".join(source_text(source) for source in feature.sources),
        "licences": "; ".join(licences),
    }


def _layer_file(frame: gpd.GeoDataFrame, layer: Layer) -> bytes:
    """Return a GeoPackage of one layer; in memory, layers cannot be appended."""
    file = BytesIO()
    frame.to_file(
        file,
        layer=layer.id,
        driver="GPKG",
        engine="pyogrio",
        geometry_type="Unknown",
        layer_options={"IDENTIFIER": layer.title, "DESCRIPTION": layer.about},
    )
    return file.getvalue()


def _add_layer(database: sqlite3.Connection, file: bytes) -> None:
    """Copy the layer of another GeoPackage, with its index and its entries; the first is the base.

    A table's triggers come after its rows: they call functions that only GDAL provides, and its
    rows are counted and indexed already.
    """
    if not database.execute("SELECT 1 FROM sqlite_master").fetchone():
        database.deserialize(file)
        return
    database.execute("ATTACH ':memory:' AS layer")
    database.deserialize(file, name="layer")
    for name, sql in database.execute(_TABLES_OF_LAYER).fetchall():
        if (name,) not in database.execute("SELECT name FROM main.sqlite_master").fetchall():
            database.execute(sql)
        database.execute(f'INSERT OR IGNORE INTO main."{name}" SELECT * FROM layer."{name}"')  # noqa: S608
    triggers = database.execute(_TRIGGERS_OF_LAYER).fetchall()
    database.execute("DETACH layer")
    for (sql,) in triggers:
        database.execute(sql)


def _write_table(
    database: sqlite3.Connection, name: str, columns: Sequence[str], rows: Iterable[Row]
) -> None:
    """Write a table without shapes and enter it in the file's contents; names are our own."""
    quoted = ", ".join(f'"{column}"' for column in columns)
    typed = ", ".join(
        f'"{column}" {"INTEGER" if column in _WHOLE_NUMBERS else "TEXT"}' for column in columns
    )
    signs = ", ".join("?" for _ in columns)
    database.execute(f'CREATE TABLE "{name}" (fid INTEGER PRIMARY KEY AUTOINCREMENT, {typed})')
    database.executemany(f'INSERT INTO "{name}" ({quoted}) VALUES ({signs})', rows)  # noqa: S608
    database.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES (?, ?, ?)",
        (name, "attributes", name),
    )


def _about(snapshot: ViewSnapshot) -> Iterable[Row]:
    return [(key, value) for key, value in provenance(snapshot).items() if isinstance(value, str)]


def _sources(snapshot: ViewSnapshot) -> Iterable[Row]:
    everything = snapshot.catalogue.features.values()
    unique = dict.fromkeys(source for feature in everything for source in feature.sources)
    return [tuple(getattr(source, column) for column in _SOURCE_COLUMNS) for source in unique]


def _links(snapshot: ViewSnapshot) -> Iterable[Row]:
    for link, m in snapshot.mentions:
        article, passage = snapshot.passages[link.passage]
        yield article.id, passage.id, m.start, m.end, m.surface, link.feature, m.kind, m.rule
