"""Features and links of a view as CSV: UTF-8 with a BOM, so that spreadsheets read the names.

Date, licence, sources and address are columns of each row: a table that is split or joined keeps
them, and there are no comment lines to skip. A text cell that a spreadsheet could take for a
formula is prefixed with an apostrophe; numbers stay numbers.
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from geo import messages
from geo.catalogue.records import Feature
from geo.draw.layers import layer_of
from geo.exchange.annotations import text_around
from geo.exchange.cite import VERSION
from geo.exchange.snapshot import ViewSnapshot, line_nm, source_text
from geo.geodesy import midpoint

_FORMULA_SIGNS = tuple("=+-@\t\r\n＝＋－＠")
Cell = str | int | float

FEATURE_COLUMNS = (
    "id",
    "variant",
    "name",
    "variant_name",
    "layer",
    "kind",
    "type",
    "status",
    "precision",
    "on_map",
    "nations",
    "rules",
    "lon",
    "lat",
    "length_nm",
    "note",
    "other_names",
    "address",
    "last_checked",
    "sources",
    "licence",
    "made",
)
LINK_COLUMNS = (
    "article",
    "headline",
    "publisher",
    "date",
    "passage",
    "prefix",
    "quote",
    "suffix",
    "start",
    "end",
    "feature",
    "name",
    "kind",
    "rule",
    "selection",
    "address",
    "source",
    "sha256",
    "licence",
    "made",
)


def features_csv(snapshot: ViewSnapshot) -> bytes:
    """Return the features of a view, a row per variant; lon and lat are of a point on or in it.

    Raises
    ------
    ExportError
        Nothing is shown.
    """
    snapshot.require_features()
    rows = (row for feature in snapshot.features for row in _feature_rows(snapshot, feature))
    return _to_csv(FEATURE_COLUMNS, rows)


def links_csv(snapshot: ViewSnapshot) -> bytes:
    """Return every mention of a feature shown, a row each; offsets are code points of the text.

    Raises
    ------
    ExportError
        No passage names a feature shown.
    """
    snapshot.require_links()
    return _to_csv(LINK_COLUMNS, _link_rows(snapshot))


def sheet_csv(columns: Sequence[str], rows: Iterable[Mapping[str, Cell]]) -> bytes:
    """Return a table of the app as a file, with the columns in this order."""
    return _to_csv(columns, rows)


def creator_line(snapshot: ViewSnapshot) -> str:
    """Return the app, its version and the date in one line."""
    return f"{messages.APP} {VERSION}, {snapshot.day.isoformat()}. {messages.NOT_FOR_NAVIGATION}."


def _feature_rows(snapshot: ViewSnapshot, feature: Feature) -> Iterable[dict[str, Cell]]:
    shapes = snapshot.catalogue.shapes(feature.id)
    names = {variant.slug: variant.name for variant in feature.variants}
    for slug in shapes or ("",):
        row: dict[str, Cell] = {
            "id": feature.id,
            "variant": slug,
            "name": feature.name,
            "variant_name": names.get(slug, ""),
            "layer": layer_of(feature).title,
            "kind": feature.kind,
            "type": feature.type,
            "status": feature.status,
            "precision": feature.precision,
            "on_map": snapshot.place_phrase(feature.id),
            "nations": snapshot.nations(feature, slug),
            "rules": snapshot.rules_phrase(feature, slug),
            "note": feature.note,
            "other_names": "; ".join(n.text for n in feature.all_names() if n.text != feature.name),
            "address": snapshot.address_of_feature(feature.id, variant=slug),
            "last_checked": feature.last_checked,
            "sources": " | ".join(source_text(source) for source in feature.sources),
            "licence": messages.LICENCE_NOTE,
            "made": creator_line(snapshot),
        }
        if slug in shapes:
            lon, lat = midpoint(shapes[slug])
            row |= {"lon": round(lon, 4), "lat": round(lat, 4)}
            if (length_nm := line_nm(feature, shapes[slug])) is not None:
                row["length_nm"] = length_nm
        yield row


def _link_rows(snapshot: ViewSnapshot) -> Iterable[dict[str, Cell]]:
    for link, mention in snapshot.mentions:
        article, passage = snapshot.passages[link.passage]
        prefix, suffix = text_around(article, mention)
        yield {
            "article": article.id,
            "headline": article.headline,
            "publisher": article.publisher,
            "date": article.date.isoformat() if article.date else "",
            "passage": passage.id,
            "prefix": prefix,
            "quote": mention.surface,
            "suffix": suffix,
            "start": mention.start,
            "end": mention.end,
            "feature": link.feature,
            "name": snapshot.catalogue.features[link.feature].name,
            "kind": mention.kind,
            "rule": mention.rule,
            "selection": snapshot.selection.get((link.feature, passage.id), ""),
            "address": snapshot.address_of_feature(link.feature, passage=passage.id),
            "source": article.url,
            "sha256": article.sha256,
            "licence": messages.LICENCE_NOTE,
            "made": creator_line(snapshot),
        }


def escape_formula(cell: Cell) -> Cell:
    """Return a cell that no spreadsheet takes for a formula; numbers are unchanged."""
    if not isinstance(cell, str):
        return cell
    first = cell.lstrip(" \u00a0\ufeff")[:1]
    return f"'{cell}" if first and first in _FORMULA_SIGNS else cell


def _to_csv(columns: Sequence[str], rows: Iterable[Mapping[str, Cell]]) -> bytes:
    sheet = io.StringIO(newline="")
    writer = csv.DictWriter(sheet, columns, lineterminator="\r\n", restval="")
    writer.writeheader()
    for row in rows:
        writer.writerow({column: escape_formula(value) for column, value in row.items()})
    return sheet.getvalue().encode("utf-8-sig", "replace")
