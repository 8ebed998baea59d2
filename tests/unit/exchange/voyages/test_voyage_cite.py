"""Citations of a voyage: sentence, method, searoute, day and address."""

import re

import pytest

from geo.exchange.voyages.cite import cite_voyage_bibtex, cite_voyage_plain
from geo.exchange.voyages.words import sources_of
from geo.markup.voyages.sentence import headline_text
from geo.measure.voyages.api import measure_voyage
from tests import shipped
from tests.unit.exchange.voyages.samples import ADDRESS, DAY, hostile, measured


@pytest.mark.parametrize("lit", ["", "nsr", "suez"])
def test_the_plain_citation_has_all_that_finds_the_voyage_again(lit: str) -> None:
    said = cite_voyage_plain(measured(), ADDRESS, DAY, lit=lit)
    assert said.startswith("Arctic Passages, version ")
    assert headline_text(measured(), lit) in said
    assert "eodesic lengths of schematic tracks; " in said
    assert " of published figures" in said
    assert "searoute 1.6.0" in said
    assert "Not for navigation" in said
    assert said.endswith(f"22 November 2026. {ADDRESS}")
    assert ".." not in said


def test_the_bibtex_entry_is_of_type_misc_and_its_signs_are_escaped() -> None:
    said = cite_voyage_bibtex(measured(), ADDRESS, DAY)
    assert said.startswith("@misc{arcticpassages2026rotterdamyokohama,\n")
    assert said.endswith("\n}\n")
    for field in ("year = {2026}", "month = {nov}", "day = {22}", "urldate = {2026-11-22}"):
        assert f"  {field}," in said
    assert f"url = {{{ADDRESS}}}" in said
    assert not re.search(r"(?<!\\)%", said.replace(ADDRESS, ""))
    assert said.count("{") - said.count("\\{") == said.count("}") - said.count("\\}")


def test_hostile_names_do_not_leave_their_field() -> None:
    said = cite_voyage_bibtex(hostile(), ADDRESS, DAY)
    assert said.startswith("@misc{arcticpassages2026startend,\n")
    assert r"\{\{7*7\}\}\$x\textasciicircum{}2\$" in said


def test_the_source_of_a_limit_of_draught_is_named_once() -> None:
    def titles(origin: str, destination: str) -> list[str]:
        found = measure_voyage(origin, destination, catalogue=shipped.catalogue())
        return [source.title for source in sources_of(found) if "Draught" in source.title]

    several = titles("Saint Petersburg", "Vladivostok")
    assert len(set(several)) == len(several)
    assert [title.split(":")[0] for title in several if "Route T" in title] == ["Draught"]
    one = titles("Rotterdam", "Saint Petersburg")
    assert [title.split(":")[0] for title in one] == [
        "Draught on Kiel Canal", "Draught on Øresund", "Draught on Great Belt"
    ]  # fmt: skip
