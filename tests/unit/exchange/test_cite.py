"""Citing a view, the app's own address, and what to paste into another site."""

import pytest

from geo.exchange.cite import base_of, cite_bibtex, cite_plain, embed_snippet
from geo.view import View
from tests.unit.exchange.views import snapshot_of


def test_a_citation_names_layers_versions_date_and_link() -> None:
    text = cite_plain(snapshot_of(View(feature="nsr")))
    for words in ("version 0.", "Routes", "Natural Earth 4.1.0", "22 November 2026"):
        assert words in text
    assert text.endswith("https://map.example/?feature=nsr")


def test_bibtex_closes_every_brace_and_escapes_its_signs() -> None:
    snapshot = snapshot_of(View(feature="nsr"))
    object.__setattr__(snapshot, "sentence", "50 % of a_b & {c} \\ #1 $2 ~ ^.")
    entry = cite_bibtex(snapshot)
    assert entry.startswith("@misc{arcticpassages2026nsr,")
    assert r"50 \% of a\_b \& \{c\} \textbackslash{} \#1 \$2" in entry
    bare = entry.replace(r"\{", "").replace(r"\}", "")
    assert bare.count("{") == bare.count("}")


@pytest.mark.parametrize(
    ("url", "base"),
    [
        ("http://localhost:8501/share", "http://localhost:8501/"),
        ("https://x.streamlit.app/~/+/share", "https://x.streamlit.app/"),
        ("https://x.example/maps/arctic/share/", "https://x.example/maps/arctic/"),
        ("https://x.example/", "https://x.example/"),
        ("", ""),
        ("javascript:alert(1)", ""),
    ],
)
def test_the_apps_address_is_that_of_its_page_without_the_page(url: str, base: str) -> None:
    assert base_of(url, "share") == base


def test_the_snippet_asks_for_the_embedded_view() -> None:
    bare = embed_snippet(snapshot_of(), articles=False)
    assert 'src="https://map.example/?embed=true"' in bare
    both = embed_snippet(snapshot_of(View(nations=("RU",))), articles=True)
    assert 'src="https://map.example/?nation=RU&amp;embed=true&amp;with=articles"' in both


def test_the_snippet_has_a_title_and_a_link_to_the_same_view_that_works_while_the_app_sleeps() -> (
    None
):
    snippet = embed_snippet(snapshot_of(View(feature="nsr")), articles=False)
    frame, below = snippet.split("\n")
    assert 'title="Arctic Passages: Northern Sea Route"' in frame
    assert 'href="https://map.example/?feature=nsr" target="_blank"' in below
    assert "Not for navigation" in below


def test_what_stands_in_the_title_of_the_snippet_is_escaped() -> None:
    snippet = embed_snippet(snapshot_of(View(feature="pole")), articles=False)
    assert "<img" not in snippet
