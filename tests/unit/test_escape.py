"""The escaping function: any input shows as literal text."""

import html
import json
import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from geo.errors import ExportError
from geo.escape import Markup, element, escape_text, join

HOSTILE = json.loads((Path(__file__).parents[1] / "data" / "hostile.json").read_text("utf-8"))
_ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-f]+|amp|lt|gt|quot);")
_DROPPED = re.compile("[\x00\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def normalised(text: str) -> str:
    """Return the text as the whitespace rule leaves it."""
    kept = _DROPPED.sub("", text[:20_000]).replace("\r\n", " ")
    return re.sub("[\r\n\u2028\u2029]", " ", kept)


def unescaped(markup: str) -> str:
    """Return what a browser shows; `html.unescape` agrees with it on all that we write."""
    return html.unescape(markup)


ANY_TEXT = st.text(st.characters(), max_size=200) | st.text(
    st.sampled_from("<>{}`$\\%\"'&;#x27 abc\n\r\u2028\u202e\x00"), max_size=60
)


@settings(max_examples=2000, deadline=None)
@given(ANY_TEXT)
@example("\r\n\r\n")
@example("&lt;already&gt;")
@example("\ud800")
def test_escaped_text_shows_as_itself_and_holds_no_sign_of_any_grammar(text: str) -> None:
    escaped = escape_text(text)
    assert unescaped(escaped) == normalised(text)
    bare = _ENTITY.sub("", escaped)
    assert not set(bare) & set("<>{}`$\\%\"'&")


@pytest.mark.parametrize("text", HOSTILE)
def test_each_string_of_the_corpus_is_plain_text_once_escaped(text: str) -> None:
    escaped = escape_text(text)
    assert unescaped(escaped) == normalised(text)
    assert not set(_ENTITY.sub("", escaped)) & set("<>{}`$\\%\"'&")


def test_the_corpus_is_large_without_duplicates() -> None:
    assert len(HOSTILE) >= 40
    assert len(set(HOSTILE)) == len(HOSTILE)


def test_long_text_is_cut_before_it_is_escaped() -> None:
    assert escape_text("<" * 100_000) == "&lt;" * 20_000
    assert len(escape_text("a" * 100_000)) == 20_000


@given(ANY_TEXT)
def test_text_in_an_element_is_escaped_and_markup_is_kept(text: str) -> None:
    inner = element("em", text)
    outer = element("p", inner, text, title=text)
    assert str(inner) in outer
    assert outer.count("<") == 4
    assert outer == f'<p title="{escape_text(text)}">{inner}{escape_text(text)}</p>'


def test_only_none_and_the_empty_text_are_left_out() -> None:
    assert element("p", None, "", 0, "a") == "<p>0a</p>"
    assert join("a", None, Markup("<hr>"), "<") == "a<hr>&lt;"


def test_attributes_are_written_bare_named_or_left_out() -> None:
    made = element("details", class_="a", data_feature="nsr", aria_label="x", open=True, id=None)
    assert made == '<details class="a" data-feature="nsr" aria-label="x" open></details>'
    assert element("span", width_percent=12.34567) == '<span style="width:12.346%"></span>'


@pytest.mark.parametrize("tag", ["script", "style", "iframe", "img", "form", "svg", "SCRIPT", "p "])
def test_tags_off_the_list_are_refused(tag: str) -> None:
    with pytest.raises(ExportError, match="not on the list"):
        element(tag)


@pytest.mark.parametrize("name", ["onclick", "style", "src", "srcdoc", "action", "ONERROR", "x y"])
def test_attributes_off_the_list_are_refused(name: str) -> None:
    with pytest.raises(ExportError, match="not on the list"):
        element("p", **{name: "x"})


@pytest.mark.parametrize(
    "link",
    [
        "javascript:void(0)",
        " javascript:void(0)",
        "JavaScript:void(0)",
        "data:text/html,x",
        "vbscript:x",
        "relative/path",
        "\thttps://example.org",
        "",
    ],
)
def test_links_lead_to_the_web_or_within_the_page_only(link: str) -> None:
    with pytest.raises(ExportError, match="must lead to"):
        element("a", "x", href=link)


@pytest.mark.parametrize(
    "link", ["https://example.org/a?b=c&d", "http://a", "?x=1", "#a", "/b", "./c?d=e"]
)
def test_good_links_are_kept(link: str) -> None:
    assert f'href="{html.escape(link)}"' in element("a", "x", href=link)


def test_a_width_takes_a_number_and_nothing_else() -> None:
    with pytest.raises(ValueError, match="could not convert"):
        element("span", width_percent="1;color:red")
