import pytest

from geo.text.readers import read_document
from tests.pace import within


def _text(source: str) -> str:
    return read_document(source.encode(), name="a.md").text


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
def test_markup_is_stripped_and_the_words_stay(source: str, text: str) -> None:
    assert _text(source) == text


def test_the_first_heading_is_the_title_and_is_not_repeated() -> None:
    document = read_document(b"# Ice *and* ships #\n\nBody.\n\nPart\n----\nEnd.", name="a.md")
    assert document.title == "Ice and ships"
    assert document.text == "Body.\n\nPart\n\nEnd."


def test_front_matter_gives_title_date_people_publisher_and_address() -> None:
    source = (
        "---\ntitle: 'Ice'\ndate: 2024-05-06T10:00Z\nauthors: [A. One, \"B. Two\"]\n"
        "source: The Paper\nurl: https://x.org/a\ntags:\n  - x\n---\nBody.\n"
    )
    document = read_document(source.encode(), name="a.md")
    assert (document.title, document.date, document.publisher) == ("Ice", "2024-05-06", "The Paper")
    assert document.authors == ("A. One", "B. Two")
    assert document.url == "https://x.org/a"
    assert document.text == "Body."


def test_an_unclosed_front_matter_is_text() -> None:
    assert "title: x" in _text("---\ntitle: x\n\nBody")


def test_only_web_addresses_and_real_days_are_accepted() -> None:
    source = "---\ntitle: t\nurl: javascript:alert(1)\ndate: 2024-13-45\n---\nBody."
    document = read_document(source.encode(), name="a.md")
    assert document.url is None
    assert document.date is None


@pytest.mark.parametrize(
    "shape",
    ["[", "[a](", "![", "<!--", "<script", "*a ", "**", "_", "`a", "-", " ", "|", "> ", "#", "\\"],
)
def test_unclosed_markup_takes_no_time(shape: str) -> None:
    with within(2):
        _text("Words. " + (shape * 500_000)[:500_000] + "\nlast x")
