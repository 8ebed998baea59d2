"""The parts of the About page: prose, sources, marks."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from geo import messages
from geo.catalogue.records import Feature, Source
from geo.markup.about import (
    anchor_of,
    citations,
    contents,
    data_fingerprint,
    deployment,
    last_checks,
    prose,
    sources,
    unique_sources,
)
from tests import shipped


def feature(identity: str, *sources: Source) -> Feature:
    return Feature(
        id=identity,
        kind="route",
        name=identity,
        status="observed",
        precision="schematic",
        note="",
        sources=sources,
    )


def test_paragraphs_are_separated_by_blank_lines_and_lines_are_joined() -> None:
    assert "<p>one two</p><p>three</p>" in prose("\none\ntwo\n\nthree\n")


def test_what_a_paragraph_is_about_is_set_apart_at_its_beginning() -> None:
    assert "<p><strong>Port state: </strong>the port is" in prose("Port state: the port is here.")
    assert "<strong>" not in prose("It is not at the beginning of this one, but later on: here.")


def test_the_contents_lead_to_the_anchor_of_each_subject() -> None:
    made = contents(["Sources and licences", "<b>"])
    assert 'href="#sources-and-licences"' in made
    assert "<b>" not in made


def test_every_subject_of_a_page_has_an_anchor_of_its_own() -> None:
    for titles in (messages.ABOUT_PARTS, messages.HOSTING_PARTS):
        anchors = {anchor_of(title) for title in titles}
        assert "" not in anchors
        assert len(anchors) == len(titles)


def test_sources_are_rows_under_the_heads_of_their_columns() -> None:
    made = sources(shipped.catalogue())
    tables = re.findall(r'<table class="sources".*?</table>', made)
    assert len(tables) == len(messages.SOURCE_GROUPS)
    for table in tables:
        heads = re.findall(r'<th scope="col">(.*?)</th>', table)
        assert heads == list(messages.SOURCE_HEADS)
        body = table.split("<tbody>")[1]
        assert body.count("<td>") == body.count("<tr>") * (len(heads) - 1)


def test_the_oldest_and_the_latest_check_stand_by_kinds_of_features() -> None:
    known = shipped.catalogue()
    changed = {
        "nsr": replace(known.features["nsr"], last_checked="2020-02-03"),
        "psr-central": replace(known.features["psr-central"], last_checked="2031-04-05"),
    }
    made = last_checks(replace(known, features={**known.features, **changed}))
    rows = [re.sub(r"<[^>]+>", "|", row) for row in re.findall(r"<tr>.*?</tr>", made)]
    assert len(rows) == len(messages.SOURCE_GROUPS) + 1
    (routes,) = [row for row in rows if "Routes and corridors" in row]
    count = len(known.of_kind("route", "corridor"))
    assert f"|3 February 2020||5 April 2031||{count}|" in routes
    assert "<code>python -m geo facts --older-than 12</code>" in made


def test_words_in_backticks_become_code_and_markup_is_shown_as_written() -> None:
    markup = prose("run `make <b>` & see")
    assert "<code>make &lt;b&gt;</code>" in markup
    assert "<b>" not in markup


def test_gaps_in_the_prose_are_filled() -> None:
    assert "at least 1 mile" in prose("at least {nm:g} mile", nm=1.0)


def test_the_same_source_with_another_confidence_counts_as_one() -> None:
    seen = Source("Title", "Publisher", confidence="checked")
    told = Source("Title", "Publisher", confidence="not checked", retrieved="2026-11-22")
    assert list(unique_sources([feature("a", seen), feature("b", told)]).values()) == [2]


def test_a_feature_that_names_a_source_twice_counts_once() -> None:
    source = Source("Title", "Publisher")
    assert list(unique_sources([feature("a", source, source)]).values()) == [1]


def test_sources_that_differ_in_date_are_listed_separately() -> None:
    found = unique_sources([feature("a", Source("T", date="2013"), Source("T", date="2020"))])
    assert len(found) == 2


def test_the_fingerprint_of_the_data_follows_names_and_bytes(tmp_path: Path) -> None:
    folders = [tmp_path / name for name in ("one", "same", "other", "renamed")]
    for folder, file, text in zip(
        folders, ("a.csv", "a.csv", "a.csv", "b.csv"), ("x", "x", "y", "x"), strict=True
    ):
        folder.mkdir()
        (folder / file).write_text(text, encoding="utf-8")
    one, same, other, renamed = (data_fingerprint(folder) for folder in folders)
    assert one == same
    assert len({one, other, renamed}) == 3


def test_without_a_deployed_copy_the_pages_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messages, "DEPLOYED_AT", "")
    assert messages.NOT_DEPLOYED in deployment()
    assert messages.CITE_NO_ADDRESS in citations("2026-11-22")[0]


def test_the_address_of_a_deployed_copy_is_on_the_hosting_page(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(messages, "DEPLOYED_AT", "https://copy.example.org/")
    assert 'href="https://copy.example.org/"' in deployment()
