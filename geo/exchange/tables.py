"""Features and links of a view as CSV: UTF-8 with a mark, so that office programs read the names.

Date, licence, sources and address stand in columns of their own in each row: a table that is cut or
joined keeps them, and no reader stumbles over lines of comment. A text cell that an office program
could take for a formula gets an apostrophe in front; numbers stay numbers.
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from geo import words
from geo.catalogue.records import Feature
from geo.draw.layers import layer_of
from geo.exchange.cite import VERSION
from geo.exchange.shown import Shown, line_nm, source_text
from geo.geodesy import midpoint
from geo.view import View

_FORMULA_SIGNS = tuple("=+-@\t\r\n＝＋－＠")
_QUOTE_SIDE = 32
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
    "lon",
    "lat",
    "length_nm",
    "note",
    "other_names",
    "address",
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


def features_csv(shown: Shown) -> bytes:
    """Return the features of a view, a row per variant; lon and lat are of a point on or in it.

    Raises
    ------
    ExportError
        Nothing is shown.
    """
    shown.require_features()
    rows = (row for feature in shown.features for row in _feature_rows(shown, feature))
    return _written(FEATURE_COLUMNS, rows)


def links_csv(shown: Shown) -> bytes:
    """Return every mention of a feature shown, a row each; offsets are code points of the text.

    Raises
    ------
    ExportError
        No passage names a feature shown.
    """
    shown.require_links()
    return _written(LINK_COLUMNS, _link_rows(shown))


def made(shown: Shown) -> str:
    """Return who made a file and when, in one line."""
    return f"{words.APP} {VERSION}, {shown.day.isoformat()}. {words.NOT_FOR_NAVIGATION}."


def _feature_rows(shown: Shown, feature: Feature) -> Iterable[dict[str, Cell]]:
    shapes = shown.catalogue.shapes(feature.id)
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
            "on_map": shown.place_words(feature.id),
            "nations": shown.nations(feature, slug),
            "note": feature.note,
            "other_names": "; ".join(n.text for n in feature.all_names() if n.text != feature.name),
            "address": shown.address_of(View(feature=feature.id, variant=slug)),
            "sources": " | ".join(source_text(source) for source in feature.sources),
            "licence": words.LICENCE_NOTE,
            "made": made(shown),
        }
        if slug in shapes:
            lon, lat = midpoint(shapes[slug])
            row |= {"lon": round(lon, 4), "lat": round(lat, 4)}
            if (length_nm := line_nm(feature, shapes[slug])) is not None:
                row["length_nm"] = length_nm
        yield row


def _link_rows(shown: Shown) -> Iterable[dict[str, Cell]]:
    for link, mention in shown.mentions:
        article, passage = shown.passages[link.passage]
        yield {
            "article": article.id,
            "headline": article.headline,
            "publisher": article.publisher,
            "date": article.date.isoformat() if article.date else "",
            "passage": passage.id,
            "prefix": article.text[max(0, mention.start - _QUOTE_SIDE) : mention.start],
            "quote": mention.surface,
            "suffix": article.text[mention.end : mention.end + _QUOTE_SIDE],
            "start": mention.start,
            "end": mention.end,
            "feature": link.feature,
            "name": shown.catalogue.features[link.feature].name,
            "kind": mention.kind,
            "rule": mention.rule,
            "selection": shown.selection.get((link.feature, passage.id), ""),
            "address": shown.address_of(View(feature=link.feature, passage=passage.id)),
            "source": article.url,
            "sha256": article.sha256,
            "licence": words.LICENCE_NOTE,
            "made": made(shown),
        }


def defused(cell: Cell) -> Cell:
    """Return a cell that no office program takes for a formula; numbers come back as they are."""
    if not isinstance(cell, str):
        return cell
    first = cell.lstrip(" \u00a0\ufeff")[:1]
    return f"'{cell}" if first and first in _FORMULA_SIGNS else cell


def _written(columns: Sequence[str], rows: Iterable[Mapping[str, Cell]]) -> bytes:
    sheet = io.StringIO(newline="")
    writer = csv.DictWriter(sheet, columns, lineterminator="\r\n", restval="")
    writer.writeheader()
    for row in rows:
        writer.writerow({column: defused(value) for column, value in row.items()})
    return sheet.getvalue().encode("utf-8-sig", "replace")
