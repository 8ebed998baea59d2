"""Details of a card in plain words: names for ids, words for codes, dates spelt out."""

import html
import re

import pytest

from geo import messages
from geo.catalogue.records import Feature
from geo.escape import Markup, element
from geo.markup.details import detail_rows, kind_words, plain_dates, precision_words
from tests import shipped


def link(identity: str) -> Markup:
    return element("a", f"Name of {identity}", data_feature=identity)


def rows_of(**details: object) -> list[str]:
    feature = Feature("a", "zone", "A", "official", "computed", "", details=details)
    return [
        " ".join(html.unescape(re.sub(r"<[^>]*>", " ", row)).split())
        for row in detail_rows(feature, link)
    ]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2012-07-28", "28 July 2012"),
        ("2025-09", "September 2025"),
        ("2018", "2018"),
        ("signed 1990-06-01, in force 1991-12-05", "signed 1 June 1990, in force 5 December 1991"),
        ("2012-13-45", "2012-13-45"),
        ("St.prp. nr. 51 (2005-2006)", "St.prp. nr. 51 (2005-2006)"),
        ("in 1903-1906", "in 1903-1906"),
    ],
)
def test_dates_are_spelt_out_and_nothing_else_is_taken_for_one(written: str, said: str) -> None:
    assert plain_dates(written) == said


def test_ids_codes_and_amounts_are_in_words() -> None:
    assert rows_of(zone="eez", states=["CA", "US"], area_km2=20916, line="claimed", gate="x") == [
        "zone economic zone",
        "states Name of CA , Name of US",
        "area, km² 20,916",
        "line claimed by one side",
    ]
    assert rows_of(corridor="psr", checked=False) == [
        "corridor Name of psr",
        "checked against a source no",
    ]


@pytest.mark.parametrize(
    ("identity", "kind", "precision"),
    [
        ("murmansk", "Port", "Position from a published list"),
        ("alaska-lng", "Project", "Approximate position"),
        ("hudson-bay", "Bay", "Digitised from published limits"),
        ("siberia", "Region", "Schematic: not for measuring"),
        ("psr", "Programme", "From official coordinates"),
        ("nsr-straits", "Dispute, law of straits", "Schematic: not for measuring"),
        ("nsr", "Route", "Schematic: not for measuring"),
    ],
)
def test_a_feature_is_called_what_it_is(identity: str, kind: str, precision: str) -> None:
    feature = shipped.catalogue().feature(identity)
    assert kind_words(feature) == kind
    assert precision_words(feature) == precision


def test_no_detail_of_the_catalogue_shows_an_id_or_a_code() -> None:
    known = {*shipped.catalogue().features} - set(messages.STATUSES)
    codes = {code for code in messages.ZONES if "_" in code} | {"eez", "computed"}
    for feature in shipped.catalogue().features.values():
        for row in detail_rows(feature, lambda identity: element("a", "", data_feature=identity)):
            said = re.sub(r"<[^>]*>", "|", row).strip("|").split("|")
            assert not {part for part in said if "-" in part} & known, (feature.id, row)
            assert not set(said) & codes, (feature.id, row)
