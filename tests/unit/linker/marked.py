"""Sentences with their mentions marked `[[surface|target]]`, as in the gold set."""

import pytest

from geo.linker.evaluate import read_gold_text
from geo.linker.lexicon import Lexicon
from geo.linker.mentions import find_mentions


def check(marked: str, lexicon: Lexicon) -> None:
    gold = read_gold_text(marked, name="case", part="case")
    found = find_mentions(gold.text, lexicon)
    assert [(m.surface, m.target) for m in found] == [
        (gold.text[start:end], target) for start, end, target in sorted(gold.spans)
    ]
    assert {(m.start, m.end, m.target) for m in found} == gold.spans
    assert all(gold.text[m.start : m.end] == m.surface for m in found)


def sentences(block: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("marked", [line.strip() for line in block.strip().split("\n")])
