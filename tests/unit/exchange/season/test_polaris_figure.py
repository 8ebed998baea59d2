"""The printed POLARIS sum: what it says, in each size and form, and sums beyond the scale."""

import io
from collections.abc import Mapping
from datetime import date

import pytest
from pypdf import PdfReader

from geo.exchange.season.polaris_figure import make_polaris_figure
from geo.exchange.season.sheet import FORMS, SIZES
from geo.measure.season.polaris import EXAMPLES, assess, read_polaris

ADDRESS, DAY = "https://example.org/season?class=PC7", date(2026, 11, 30)
BEGIN = {"pdf": b"%PDF", "svg": b"<?xml", "png": b"\x89PNG"}


def made(ice_class: str, mix: Mapping[str, int], form: str = "pdf", size: str = "a4") -> bytes:
    polaris, reason = read_polaris()
    assert polaris is not None, reason
    file = {"form": form, "size": size, "address": ADDRESS, "day": DAY}
    return make_polaris_figure(polaris, assess(polaris, ice_class, mix), **file)  # type: ignore[arg-type]


def words(file: bytes) -> str:
    (page,) = PdfReader(io.BytesIO(file)).pages
    return page.extract_text()


@pytest.mark.parametrize("size", SIZES)
def test_it_says_sum_mix_caveat_sources_and_address(size: str) -> None:
    text = words(made("PC7", EXAMPLES["old-ice"], size=size))
    wanted = (
        "May this ship go?", "PC7: −13: subject to special consideration.", "−13 alone",
        "−3 escorted", "Thick first-year, over 1.2", "× −2", "−10", "sum −13",
        "A sum, not a permission.", "an example, not an observation", "MSC.1/Circ.1519",
        "(seen in a stored copy)", "Not for navigation", ADDRESS,
    )  # fmt: skip
    assert [one for one in wanted if one not in text] == []


def test_sums_at_an_end_of_the_scale_stand_there_together() -> None:
    assert "30 alone, 40 escorted" in words(made("PC1", EXAMPLES["october"]))
    assert "an example" not in words(made("none", {"heavy_my": 10}))


@pytest.mark.parametrize("form", FORMS)
def test_it_is_the_same_each_time_in_each_form(form: str) -> None:
    file = made("PC7", EXAMPLES["old-ice"], form)
    assert file.startswith(BEGIN[form])
    assert file == made("PC7", EXAMPLES["old-ice"], form)
