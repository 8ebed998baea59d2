"""The parts of the About page: prose, sources, marks."""

from pathlib import Path

import pytest

from geo import messages
from geo.catalogue.records import Feature, Source
from geo.markup.about import citations, data_fingerprint, hosting, prose, unique_sources


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
    markup = prose({"Title": "\none\ntwo\n\nthree\n"})
    assert "<h2>Title</h2><p>one two</p><p>three</p>" in markup


def test_words_in_backticks_become_code_and_markup_is_shown_as_written() -> None:
    markup = prose({"T": "run `make <b>` & see"})
    assert "<code>make &lt;b&gt;</code>" in markup
    assert "<b>" not in markup


def test_gaps_in_the_prose_are_filled() -> None:
    assert "at least 1 mile" in prose({"T": "at least {nm:g} mile"}, nm=1.0)


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
    assert messages.NOT_DEPLOYED in hosting()
    assert messages.CITE_NO_ADDRESS in citations("2026-11-22")[0]


def test_the_address_of_a_deployed_copy_is_on_the_hosting_page(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(messages, "DEPLOYED_AT", "https://copy.example.org/")
    assert 'href="https://copy.example.org/"' in hosting()
