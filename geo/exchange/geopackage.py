"""All layers of the catalogue as one GeoPackage, with tables of sources, links and of what it is.

Source: OGC GeoPackage 1.3, https://www.geopackage.org/spec/ ; the layers are written by geopandas,
the tables by the standard library. All of it in memory: a full disk, or none, stops nothing.
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
from geo.exchange.shown import Shown, line_nm, source_text
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
    "length_nm",
    "sources",
    "licences",
]


def make_geopackage(shown: Shown) -> bytes:
    """Return every layer of the catalogue, whatever the view shows of it, as a GeoPackage.

    A layer of the map is a layer of the file; beside them stand the tables `about` (version, date,
    licence, citation), `sources` (of the whole catalogue) and `links` (of the view). The date is
    the view's, so the same view gives the same content.
    """
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        database.execute("PRAGMA temp_store = MEMORY")
        for layer in LAYERS:
            frame = _layer_frame(shown, layer)
            if len(frame):
                _add_layer(database, _layer_file(frame, layer))
        _write_table(database, "about", ("key", "value"), _about(shown))
        _write_table(database, "sources", _SOURCE_COLUMNS, _sources(shown))
        _write_table(database, "links", _LINK_COLUMNS, _links(shown))
        moment = f"{shown.day.isoformat()}T00:00:00.000Z"
        database.execute("UPDATE gpkg_contents SET last_change = ?", (moment,))
        return database.serialize()


def _layer_frame(shown: Shown, layer: Layer) -> gpd.GeoDataFrame:
    rows = [
        _row(shown, feature.id, slug)
        | {"length_nm": line_nm(feature, geometry), "geometry": geometry}
        for feature, slug, geometry in shown.catalogue.each_shape()
        if layer_of(feature) is layer
    ]
    columns = [*_FEATURE_COLUMNS, "geometry"]
    return gpd.GeoDataFrame(rows, columns=columns, geometry="geometry", crs=WGS84)


def _row(shown: Shown, identity: str, slug: str) -> dict[str, Any]:
    feature = shown.catalogue.features[identity]
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
        "nations": shown.nations(feature, slug),
        "sources": " | ".join(source_text(source) for source in feature.sources),
        "licences": "; ".join(licences),
    }


def _layer_file(frame: gpd.GeoDataFrame, layer: Layer) -> bytes:
    """Return a GeoPackage of one layer; in memory, none can be added to it."""
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

    A table's triggers come after its rows: they call functions that only GDAL brings, and its rows
    are counted and indexed already.
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


def _about(shown: Shown) -> Iterable[Row]:
    return [(key, value) for key, value in provenance(shown).items() if isinstance(value, str)]


def _sources(shown: Shown) -> Iterable[Row]:
    everything = shown.catalogue.features.values()
    unique = dict.fromkeys(source for feature in everything for source in feature.sources)
    return [tuple(getattr(source, column) for column in _SOURCE_COLUMNS) for source in unique]


def _links(shown: Shown) -> Iterable[Row]:
    for link, m in shown.mentions:
        article, passage = shown.passages[link.passage]
        yield article.id, passage.id, m.start, m.end, m.surface, link.feature, m.kind, m.rule
