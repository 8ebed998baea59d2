"""The links of a view as W3C Web Annotations in JSON-LD: a span of an article, and its feature.

The target is the publisher's page (or, where a text has none, the name of its hash by RFC 6920)
with two selectors: position in code points of the text that the hash belongs to, and quotation.

Source: Web Annotation Data Model, https://www.w3.org/TR/annotation-model/ .
"""

import base64
import json
from typing import Any

from geo import messages
from geo.exchange.cite import VERSION
from geo.exchange.geojson import provenance
from geo.exchange.snapshot import ViewSnapshot
from geo.linker.links import Link
from geo.linker.mentions import Mention
from geo.text.articles import Article, Passage
from geo.view import View

_CONTEXT_CHARS = 32
_CONTEXT = [
    "http://www.w3.org/ns/anno.jsonld",
    {
        "sha256": "http://spdx.org/rdf/terms#checksumValue",
        "rule": "http://purl.org/dc/terms/description",
        "title": "http://purl.org/dc/terms/title",
        "provenance": {"@id": "http://purl.org/dc/terms/provenance", "@type": "@json"},
    },
]


def make_annotations(snapshot: ViewSnapshot) -> bytes:
    """Return an AnnotationCollection with one Annotation for each mention, in UTF-8 JSON-LD.

    Raises
    ------
    ExportError
        No passage names a feature shown.
    """
    snapshot.require_links()
    items = [_annotation(snapshot, link, mention) for link, mention in snapshot.mentions]
    page = {"id": f"{snapshot.address}#page=1", "type": "AnnotationPage", "startIndex": 0}
    collection = {
        "@context": _CONTEXT,
        "id": snapshot.address,
        "type": "AnnotationCollection",
        "label": f"{messages.APP}: {snapshot.sentence}",
        "generator": _generator(snapshot),
        "generated": f"{snapshot.day.isoformat()}T00:00:00Z",
        "provenance": provenance(snapshot),
        "total": len(items),
        "first": {**page, "items": items},
    }
    text = json.dumps(collection, ensure_ascii=False, indent=1, allow_nan=False)
    return text.encode("utf-8", "replace")


def _generator(snapshot: ViewSnapshot) -> dict[str, str]:
    return {
        "id": snapshot.base or "https://arctic-passages.invalid/",
        "type": "Software",
        "name": f"{messages.APP} {VERSION}",
    }


def _annotation(snapshot: ViewSnapshot, link: Link, mention: Mention) -> dict[str, Any]:
    article, passage = snapshot.passages[link.passage]
    feature = snapshot.catalogue.features[link.feature]
    prefix, suffix = text_around(article, mention)
    return {
        "id": _identity(snapshot, passage, mention),
        "type": "Annotation",
        "motivation": "identifying",
        "rule": mention.rule,
        "body": [
            {
                "type": "SpecificResource",
                "purpose": "identifying",
                "source": {
                    "id": snapshot.address_of(View(feature=link.feature)),
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
                    "prefix": prefix,
                    "exact": article.text[mention.start : mention.end],
                    "suffix": suffix,
                },
            ],
        },
    }


def text_around(article: Article, mention: Mention) -> tuple[str, str]:
    """Return the 32 characters before and after a mention, by which a changed page is searched."""
    before = article.text[max(0, mention.start - _CONTEXT_CHARS) : mention.start]
    return before, article.text[mention.end : mention.end + _CONTEXT_CHARS]


def _identity(snapshot: ViewSnapshot, passage: Passage, mention: Mention) -> str:
    there = snapshot.address_of(View(feature=mention.target, passage=passage.id))
    return f"{there}#char={mention.start},{mention.end}"


def source_of(article: Article) -> dict[str, str]:
    """Return the article as a target's source: its address, or else the name of its hash."""
    source = {"id": article.url or _hash_name(article), "type": "Text", "sha256": article.sha256}
    return source | ({"title": article.headline} if article.headline else {})


def _hash_name(article: Article) -> str:
    digest = base64.urlsafe_b64encode(bytes.fromhex(article.sha256)).decode().rstrip("=")
    return f"ni:///sha-256;{digest}"
