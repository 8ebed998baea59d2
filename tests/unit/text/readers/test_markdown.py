import pytest

from geo.text.readers import read_brought
from tests.pace import within


def _text(source: str) -> str:
    return read_brought(source.encode(), name="a.md").text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("**The** *Kara* __Sea__ ~~gone~~", "The Kara Sea gone"),
        ("***all*** **bold *inside* it**", "all bold inside it"),
        ("snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"),
        (r"\*kept\* and 2\. too", "*kept* and 2. too"),
        ("[Northern Sea Route](https://x.org/a_(b) 'tip')", "Northern Sea Route"),
        ("[Kara Sea][1]\n\n[1]: https://x.org", "Kara Sea"),
        ("a ![photo](x.png) b", "a  b"),
        ("<https://x.org/a> <b>raw</b>", "https://x.org/a raw"),
        ("a<script>alert(1)</script>b<!-- c -->d<style>e</style>", "abd"),
        ("a claim[^1]\n\n[^1]: the source", "a claim\n\nthe source"),
        ("> quoted\n> further", "quoted further"),
        ("- one\n- [x] two\n1. three", "one\ntwo\nthree"),
        ("| A | B |\n|---|:-:|\n| c | d |", "A | B\nc | d"),
        ("```py\na = b * c * d\n```", "a = b * c * d"),
        ("a\n\n***\n\nb", "a\n\nb"),
        ("hard\nwrapped\nlines\n\nnext", "hard wrapped lines\n\nnext"),
        ("Dock\r\nat Sabetta", "Dock at Sabetta"),
    ],
)
def test_the_words_stay_and_the_marks_go(source: str, text: str) -> None:
    assert _text(source) == text


def test_the_first_heading_is_the_title_and_is_not_repeated() -> None:
    brought = read_brought(b"# Ice *and* ships #\n\nBody.\n\nPart\n----\nEnd.", name="a.md")
    assert brought.title == "Ice and ships"
    assert brought.text == "Body.\n\nPart\n\nEnd."


def test_front_matter_gives_title_date_people_publisher_and_address() -> None:
    source = (
        "---\ntitle: 'Ice'\ndate: 2024-05-06T10:00Z\nauthors: [A. One, \"B. Two\"]\n"
        "source: The Paper\nurl: https://x.org/a\ntags:\n  - x\n---\nBody.\n"
    )
    brought = read_brought(source.encode(), name="a.md")
    assert (brought.title, brought.date, brought.publisher) == ("Ice", "2024-05-06", "The Paper")
    assert brought.authors == ("A. One", "B. Two")
    assert brought.url == "https://x.org/a"
    assert brought.text == "Body."


def test_an_unclosed_front_matter_is_text() -> None:
    assert "title: x" in _text("---\ntitle: x\n\nBody")


def test_only_web_addresses_and_real_days_are_taken() -> None:
    source = "---\ntitle: t\nurl: javascript:alert(1)\ndate: 2024-13-45\n---\nBody."
    brought = read_brought(source.encode(), name="a.md")
    assert brought.url is None
    assert brought.date is None


@pytest.mark.parametrize(
    "shape",
    ["[", "[a](", "![", "<!--", "<script", "*a ", "**", "_", "`a", "-", " ", "|", "> ", "#", "\\"],
)
def test_markup_without_end_takes_no_time(shape: str) -> None:
    with within(2):
        _text("Words. " + (shape * 500_000)[:500_000] + "\nlast x")
