"""Text that is made to be slow: the time must grow with the length and no faster."""

import time

import pytest

from geo.text.articles import article_from_text
from geo.text.lexicon import Lexicon
from geo.text.links import find_article_mentions
from tests.pace import within

SHAPES = {
    "spaces": " ", "line feeds": "\n", "one word": "a", "hyphens": "-", "zero width": "\u200b",
    "marks": "\u0301\u0323", "soft hyphens": "a\u00ad", "broken words": "a- ", "dots": "U.S.",
    "brackets": "(", "names": "Russia ", "lists": "Moscow and ", "commas": "Moscow, ",
    "near names": "Northern Sea ", "capitals": "Foo ", "initials": "J. ", "seas": "Kara and ",
    "loud": "US ", "direction marks": "\u202e", "lines of names": "Russia\n", "Chinese": "中国",
    "letters and marks": "e\u0301", "quotes": '"', "bylines": "By ", "digits": "1",
}  # fmt: skip


def seconds(text: str, lexicon: Lexicon) -> float:
    start = time.process_time()
    find_article_mentions(article_from_text(f"Russia {text}", name="a.txt"), lexicon)
    return time.process_time() - start


@pytest.mark.parametrize("shape", SHAPES)
def test_ten_times_the_text_takes_about_ten_times_as_long(shape: str, lexicon: Lexicon) -> None:
    piece = SHAPES[shape]
    short = piece * (4_000 // len(piece))
    long = piece * (40_000 // len(piece))
    assert seconds(long, lexicon) <= 30 * seconds(short, lexicon) + 0.05


def test_a_million_spaces_with_a_name_behind_are_read_at_once(lexicon: Lexicon) -> None:
    text = " " * 1_000_000 + "Russia"
    with within(2):
        found = find_article_mentions(article_from_text(text, name="a.txt"), lexicon)
    assert [(m.start, m.end) for m in found] == [(1_000_000, 1_000_006)]
