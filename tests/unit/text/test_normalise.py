import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from geo.text.normalise import normalise

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
