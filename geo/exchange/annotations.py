"""The links of a view as W3C Web Annotations in JSON-LD: a span of an article, and its feature.

The target is the publisher's page (or, where a text has none, the name of its hash by RFC 6920)
with two selectors: position in code points of the text that the hash belongs to, and quotation.

Source: Web Annotation Data Model, https://www.w3.org/TR/annotation-model/ .
"""

import base64
import json
from typing import Any

from geo import words
from geo.exchange.cite import VERSION
from geo.exchange.geojson import provenance
from geo.exchange.shown import Shown
from geo.text.articles import Article, Passage
from geo.text.links import Link
from geo.text.mentions import Mention
from geo.view import View

_SIDE = 32
_CONTEXT = [
    "http://www.w3.org/ns/anno.jsonld",
    {
        "sha256": "http://spdx.org/rdf/terms#checksumValue",
        "rule": "http://purl.org/dc/terms/description",
        "title": "http://purl.org/dc/terms/title",
        "provenance": {"@id": "http://purl.org/dc/terms/provenance", "@type": "@json"},
    },
]


def make_annotations(shown: Shown) -> bytes:
    """Return an AnnotationCollection with one Annotation for each mention, in UTF-8 JSON-LD.

    Raises
    ------
    ExportError
        No passage names a feature shown.
    """
    shown.require_links()
    items = [_annotation(shown, link, mention) for link, mention in shown.mentions]
    page = {"id": f"{shown.address}#page=1", "type": "AnnotationPage", "startIndex": 0}
    collection = {
        "@context": _CONTEXT,
        "id": shown.address,
        "type": "AnnotationCollection",
        "label": f"{words.APP}: {shown.sentence}",
        "generator": _generator(shown),
        "generated": f"{shown.day.isoformat()}T00:00:00Z",
        "provenance": provenance(shown),
        "total": len(items),
        "first": {**page, "items": items},
    }
    text = json.dumps(collection, ensure_ascii=False, indent=1, allow_nan=False)
    return text.encode("utf-8", "replace")


def _generator(shown: Shown) -> dict[str, str]:
    return {
        "id": shown.base or "https://arctic-passages.invalid/",
        "type": "Software",
        "name": f"{words.APP} {VERSION}",
    }


def _annotation(shown: Shown, link: Link, mention: Mention) -> dict[str, Any]:
    article, passage = shown.passages[link.passage]
    feature = shown.catalogue.features[link.feature]
    return {
        "id": _identity(shown, passage, mention),
        "type": "Annotation",
        "motivation": "identifying",
        "rule": mention.rule,
        "body": [
            {
                "type": "SpecificResource",
                "purpose": "identifying",
                "source": {
                    "id": shown.address_of(View(feature=link.feature)),
                    "type": "Dataset",
                    "title": feature.name,
                },
            },
            {"type": "TextualBody", "purpose": "tagging", "value": link.feature},
        ],
        "target": {
            "source": source_of(article),
            "selector": [
                {"type": "TextPositionSelector", "start": mention.start, "end": mention.end},
                {
                    "type": "TextQuoteSelector",
                    "prefix": article.text[max(0, mention.start - _SIDE) : mention.start],
                    "exact": article.text[mention.start : mention.end],
                    "suffix": article.text[mention.end : mention.end + _SIDE],
                },
            ],
        },
    }


def _identity(shown: Shown, passage: Passage, mention: Mention) -> str:
    there = shown.address_of(View(feature=mention.target, passage=passage.id))
    return f"{there}#char={mention.start},{mention.end}"


def source_of(article: Article) -> dict[str, str]:
    """Return the article as a target's source: its address, or else the name of its hash."""
    source = {"id": article.url or _hash_name(article), "type": "Text", "sha256": article.sha256}
    return source | ({"title": article.headline} if article.headline else {})


def _hash_name(article: Article) -> str:
    digest = base64.urlsafe_b64encode(bytes.fromhex(article.sha256)).decode().rstrip("=")
    return f"ni:///sha-256;{digest}"
