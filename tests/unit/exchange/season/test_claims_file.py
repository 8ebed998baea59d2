"""The file of numbers: a row for each claim, with its verdict and where it came from."""

import csv
import io
from datetime import date

from geo.exchange.season.claims import COLUMNS, claims_csv
from geo.linker.claims.claim import Claim
from geo.markup.season.claims import Checked
from geo.measure.claims.facts import DIFFERS, Beside, Check
from geo.text.articles import article_from_text


def test_a_row_holds_what_is_said_what_stands_beside_it_and_the_verdict() -> None:
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
    made = claims_csv(
        [Checked(claim, article, check)],
        lambda _: "Northern Sea Route",
        address="https://a.example/season",
        day=date(2026, 12, 1),
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
