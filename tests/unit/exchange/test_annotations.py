"""Web Annotations: both selectors find the same words again."""

import json
from typing import Any

import pytest

from geo.errors import ExportError
from geo.exchange.annotations import make_annotations
from tests.unit.exchange.views import hostile_article, seeds, shipped, snapshot_of


def made(**options: Any) -> dict[str, Any]:
    collection: dict[str, Any] = json.loads(make_annotations(snapshot_of(**options)))
    return collection


def test_position_and_quotation_name_the_same_words() -> None:
    # What UTF-8 cannot hold, half a pair, is written as one question mark: offsets stay.
    text = hostile_article().text.encode("utf-8", "replace").decode()
    items = made()["first"]["items"]
    assert len(items) == made()["total"] > 50
    for item in items:
        position, quotation = item["target"]["selector"]
        start, end = position["start"], position["end"]
        assert text[start:end] == quotation["exact"]
        assert text[:start].endswith(quotation["prefix"])
        assert text[end:].startswith(quotation["suffix"])
        assert text.find(quotation["prefix"] + quotation["exact"] + quotation["suffix"]) >= 0


def test_the_target_is_the_publishers_page_with_the_articles_hash() -> None:
    (article,) = seeds()
    item = made(catalogue=shipped(), articles=[article])["first"]["items"][0]
    assert item["target"]["source"]["id"] == article.url
    assert item["target"]["source"]["sha256"] == article.sha256


def test_a_text_without_an_address_is_named_by_its_hash() -> None:
    source = made()["first"]["items"][0]["target"]["source"]
    assert source["id"].startswith("ni:///sha-256;")
    assert len(source["id"]) == len("ni:///sha-256;") + 43


def test_the_body_leads_to_the_feature_and_tags_it() -> None:
    identifying, tag = made()["first"]["items"][0]["body"]
    assert identifying["source"]["id"] == "https://map.example/?feature=RU"
    assert tag == {"type": "TextualBody", "purpose": "tagging", "value": "RU"}


def test_every_annotation_has_an_id_of_its_own() -> None:
    items = made()["first"]["items"]
    assert len({item["id"] for item in items}) == len(items)


def test_context_licence_and_date_are_in_the_file() -> None:
    collection = made()
    assert collection["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert "MIT" in collection["provenance"]["licence"]
    assert collection["generated"] == "2026-11-22T00:00:00Z"


def test_no_file_is_made_without_links() -> None:
    with pytest.raises(ExportError, match="no passage mentions"):
        made(articles=[])
