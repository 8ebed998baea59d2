import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import ArticleError
from geo.text.normalise import decode, normalise, show_name

PIECES = "a b \n \r \r\n e\u0301 \u0301 \u0323 Å A\u030a ﬁ 🧊 한 \u1112 \u1161 \u11ab".split(" ")  # noqa: SIM905
TEXTS = st.lists(st.sampled_from([*PIECES, " "]), max_size=40).map("".join)


def test_line_ends_become_line_feeds_and_letters_are_composed() -> None:
    assert normalise("a\r\nb\rc\nA\u030a").text == "a\nb\nc\nÅ"


@given(TEXTS)
def test_the_text_is_what_unicode_calls_composed(text: str) -> None:
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    assert normalise(text).text == unicodedata.normalize("NFC", plain)


@given(TEXTS, st.integers(0, 60), st.integers(0, 60))
def test_a_span_leads_back_to_the_same_words_in_the_given_text(text: str, a: int, b: int) -> None:
    done = normalise(text)
    start, end = sorted((min(a, len(done.text)), min(b, len(done.text))))
    first, last = done.to_given(start, end)
    assert 0 <= first <= last <= len(text)
    assert done.to_given(0, len(done.text)) == (0, len(text))
    if start < end:
        assert normalise(text[first:last]).text == done.text[start:end]


def test_a_letter_with_thousands_of_marks_stays_as_it_came() -> None:
    text = "a" + "\u0301\u0323" * 5_000
    assert normalise(text).text == text


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Ísland".encode(), "utf-8"),
        (b"\xef\xbb\xbf" + "Ísland".encode(), "utf-8"),
        (b"\xff\xfe" + "Ísland".encode("utf-16-le"), "utf-16-le"),
        (b"\xfe\xff" + "Ísland".encode("utf-16-be"), "utf-16-be"),
        ("Ísland".encode("cp1252"), "cp1252 (guessed)"),
    ],
)
def test_the_encoding_is_found_and_named(raw: bytes, expected: str) -> None:
    assert decode(raw, name="a.txt") == ("Ísland", expected)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"ab\x00cd", "zero bytes"),
        (b"%PDF-1.7", "PDF"),
        (b"PK\x03\x04rest", "zip"),
        (b"\xff\xfea", "UTF-16"),
        (b"\x81\x8d\x8f", "neither"),
        (b"a\x01\x02\x03" * 10, "control"),
        (b"x" * 2_000_001, "2 MB"),
    ],
)
def test_what_is_not_text_is_refused_in_a_sentence_that_names_the_file(
    raw: bytes, said: str
) -> None:
    with pytest.raises(ArticleError, match=said) as caught:
        decode(raw, name="odd.txt")
    assert str(caught.value).startswith("odd.txt: ")


def test_a_file_name_is_shown_short_and_without_direction_marks() -> None:
    assert show_name("a\u202etxt.exe") == "a?txt.exe"
    assert len(show_name("x" * 5_000)) == 80
    assert show_name("") == "unnamed file"
