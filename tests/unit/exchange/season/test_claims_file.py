"""The file of numbers: a row for each claim, with its verdict and where it came from."""

import csv
import io
from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from pypdf import PdfReader

from geo import messages
from geo.draw.figure import FORMS, SIZES, Form, Size
from geo.exchange.season.claims import COLUMNS, claims_csv
from geo.exchange.season.claims_figure import make_claims_figure
from geo.linker.claims.claim import Claim
from geo.markup.season.claims import Checked, Read, Shown
from geo.measure.claims.facts import DIFFERS, Beside, Check
from geo.text.articles import article_from_text

DAY = date(2026, 12, 1)


def checked() -> Checked:
    """Return a number of an article that differs from ours."""
    article = article_from_text(
        "A season\n\nThe route is over 3,500 nautical miles long.", name="a.txt"
    )
    start = article.text.index("over 3,500")
    end = start + len("over 3,500 nautical miles")
    claim = Claim(
        "p.1", start, end, "length", 3500.0, None, "nm", "nsr",
        precision="least", rule="a way is long", sentence=(start - 13, end + 6),
    )  # fmt: skip
    check = Check(DIFFERS, (Beside("drawn", 2060.0, 2697.0, "nm", "7"),), 803.0)
    return Checked(claim, article, check)


def test_a_row_holds_what_is_said_what_stands_beside_it_and_the_verdict() -> None:
    made = claims_csv(
        [checked()],
        lambda _: "Northern Sea Route",
        address="https://a.example/season",
        day=DAY,
    )
    (row,) = csv.DictReader(io.StringIO(made.decode("utf-8-sig")))
    assert tuple(row) == COLUMNS
    assert row["quote"].strip() == "The route is over 3,500 nautical miles long."
    assert (row["low"], row["high"], row["unit"]) == ("3500", "", "nm")
    assert (row["verdict"], row["gap"]) == ("differs", "803")
    assert row["beside"] == "2,060 to 2,697 nm, 7 ways as drawn"
    assert row["rule"] == "a way is long"
    assert row["address"] == "https://a.example/season"


def test_no_claims_leave_the_head_alone() -> None:
    made = claims_csv([], str).decode("utf-8-sig")
    assert made.strip() == ",".join(COLUMNS)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("size", SIZES)
def test_the_sheet_holds_quote_date_what_we_have_and_verdict(form: Form, size: Size) -> None:
    one = checked()
    article = replace(one.article, date=date(2025, 2, 26), publisher="The Paper")
    shown = Shown(
        Read(article, (one._replace(article=article),), ()), lambda _: "Northern Sea Route"
    )
    make = partial(
        make_claims_figure, shown, form=form, size=size, address="https://a.example", day=DAY
    )
    file = make()
    assert file.startswith({"pdf": b"%PDF", "svg": b"<?xml", "png": b"\x89PNG"}[form])
    assert file == make()
    if form == "pdf":
        (sheet,) = PdfReader(io.BytesIO(file)).pages
        text = " ".join(sheet.extract_text().split())
        for words in (
            "over 3,500 nautical miles", "The Paper, 26 February 2025", "Northern Sea Route",
            "2,060 to 2,697 nm, 7 ways as drawn", "Differs by 803 nm", "Of 1 number, 1 differs",
            "https://a.example",
        ):  # fmt: skip
            assert words in text, words


def test_a_sheet_says_how_many_numbers_it_has_no_room_for() -> None:
    one = checked()
    shown = Shown(Read(one.article, (one,) * 60, ()), str)
    file = make_claims_figure(shown, form="pdf", size="16-9", address="", day=DAY)
    (sheet,) = PdfReader(io.BytesIO(file)).pages
    text = sheet.extract_text()
    there = text.count("Differs by 803 nm")
    assert 5 < there < 60
    assert messages.FIGURE_MORE.format(count=60 - there) in text
