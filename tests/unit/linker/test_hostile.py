"""Text that is made to be slow: the time must grow with the length and no faster."""

import re
import sys
from pathlib import Path

import pytest

from geo.errors import ArticleError
from geo.linker.budget import MAX_NAMES, Budget
from geo.linker.evaluate import load_gold
from geo.linker.lexicon import Lexicon
from geo.linker.links import find_article_mentions
from geo.linker.worker_pool import Worker
from geo.text.articles import article_from_text
from tests.pace import assert_within, within

GOLD = Path(__file__).parents[2] / "data/gold"
SHAPES = {
    "spaces": " ", "line feeds": "\n", "one word": "a", "hyphens": "-", "zero width": "\u200b",
    "marks": "\u0301\u0323", "soft hyphens": "a\u00ad", "broken words": "a- ", "dots": "U.S.",
    "brackets": "(", "names": "Russia ", "lists": "Moscow and ", "commas": "Moscow, ",
    "near names": "Northern Sea ", "capitals": "Foo ", "initials": "J. ", "seas": "Kara and ",
    "short": "US ", "direction marks": "\u202e", "lines of names": "Russia\n", "Chinese": "中国",
    "letters and marks": "e\u0301", "quotes": '"', "bylines": "By ", "digits": "1",
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_the_time_grows_no_faster_than_the_text(shape: str, lexicon: Lexicon) -> None:
    """Quadratic cost for 75,000 characters would take eight seconds and more."""
    piece = SHAPES[shape]
    text = f"Russia {piece * (75_000 // len(piece))}"
    budget = Budget(mentions=sys.maxsize)
    with within(3):
        find_article_mentions(article_from_text(text, name="a.txt"), lexicon, budget)


def test_a_million_spaces_with_a_name_behind_are_read_at_once(lexicon: Lexicon) -> None:
    text = " " * 1_000_000 + "Russia"
    with within(2):
        found = find_article_mentions(article_from_text(text, name="a.txt"), lexicon)
    assert [(m.start, m.end) for m in found] == [(1_000_000, 1_000_006)]


FILES = {
    "names.txt": "Russia ", "dots.txt": "U.S. ", "near.txt": "Northern Sea ", "us.txt": "US NAVY ",
    "list.txt": "Moscow, Beijing, ", "lines.txt": "Russia\n\n", "capitals.txt": "Foo Bar Russia ",
    "persons.txt": "Chad Smith, Georgia, 42, ", "marks.txt": "Norge\u0301 ", "row.txt": "Oslo-Rome",
    "setext.md": "a\n=\n", "keys.md": "a: b\n", "links.md": "[Russia](a) ", "h1.html": "<h1>Russia",
}  # fmt: skip


def read_or_refuse(name: str, size: int) -> None:
    """Give so many bytes of a shape to a worker, as a server does."""
    raw = (FILES[name] * (size // len(FILES[name]))).encode()[:size]
    raw = b"<html><body>" + raw[20:] if name.endswith("html") else raw
    refused = ""
    with Worker() as worker:
        try:
            worker.read(raw, name=name)
        except ArticleError as error:
            refused = str(error)
    assert not refused or re.fullmatch(rf"{name}: it .*; add it in parts.*", refused)


@pytest.mark.parametrize("name", FILES)
def test_200_kb_are_read_and_linked_in_a_second_of_computing_or_refused(name: str) -> None:
    assert_within(1, lambda: read_or_refuse(name, 200_000))


@pytest.mark.slow
@pytest.mark.parametrize("name", ["names.txt", "dots.txt", "h1.html"])
def test_2_mb_are_read_and_linked_in_ten_seconds_of_computing_or_refused(name: str) -> None:
    with within(10):
        read_or_refuse(name, 2_090_000)


def news(size: int) -> bytes:
    """Return so many bytes of the texts that the linker is scored with."""
    one = "\n\n".join(gold.text for gold in load_gold(GOLD))
    return (f"{one}\n\n" * (size // len(one) + 1)).encode()[:size].rpartition(b".")[0] + b"."


def read_news(size: int) -> None:
    with Worker() as worker:
        assert worker.read(news(size), name="news.txt").links


def test_200_kb_of_news_are_read_in_a_second_of_computing() -> None:
    assert_within(1, lambda: read_news(200_000))


@pytest.mark.slow
def test_600_kb_of_news_are_read() -> None:
    read_news(600_000)


def test_a_list_of_names_is_refused_soon(lexicon: Lexicon) -> None:
    """What is refused in the end must not be read to its end."""
    article = article_from_text("Russia " * 100_000, name="a.txt")
    budget = Budget(names=MAX_NAMES)
    with pytest.raises(ArticleError, match="it is a list of names"):
        find_article_mentions(article, lexicon, budget)
    assert budget.looked_at < 2 * MAX_NAMES
