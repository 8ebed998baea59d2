import pytest

from geo.text.readers.pdf.reflow import reflow
from tests.pace import within

WIDE = "These words fill the whole width of the page up to its edge"


@pytest.mark.parametrize(
    ("pages", "text"),
    [
        ([f"{WIDE}\nand go on."], f"{WIDE} and go on."),
        ([f"{WIDE}\nIt ends.\nAnother begins"], f"{WIDE} It ends.\n\nAnother begins"),
        ([f"Heading\n{WIDE}\nmore"], f"Heading\n\n{WIDE} more"),
        ([f"{WIDE}\n\nafter a blank"], f"{WIDE}\n\nafter a blank"),
        ([f"{WIDE}\n• one\n• two"], f"{WIDE}\n\n• one\n\n• two"),
        ([f"{WIDE}\n12", f"Page 13 of 20\n{WIDE}\nend"], f"{WIDE} {WIDE} end"),
        (["The Nor-\nthern Sea Route"], "The Nor\u00adthern Sea Route"),
        (["an ice-class ship, the ice-\nclass"], "an ice-class ship, the ice-class"),
        (["the US-\nRussia talks"], "the US-Russia talks"),
        (["北极航道\n很长"], "北极航道很长"),
        ([""], ""),
        ([], ""),
    ],
)
def test_lines_become_paragraphs_by_the_stated_rules(pages: list[str], text: str) -> None:
    assert reflow(pages) == text


@pytest.mark.parametrize("shape", ["a", "-", "a-", " ", "1", "\n", "a\n", "a-\n", "•\n", "北"])
def test_no_shape_of_text_takes_more_time_than_its_length(shape: str) -> None:
    with within(2):
        reflow([(shape * 500_000)[:500_000]])
