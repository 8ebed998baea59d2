"""The rules that a track meets, with miles; areas that only a number tells apart in one line."""

import re
from collections.abc import Iterator

from geo import messages
from geo.escape import Markup, element
from geo.markup.voyages.numbers import whole
from geo.markup.voyages.waters import NameOf
from geo.measure.voyages.records import Variant
from geo.sentences import join_words

_NUMBERED = re.compile(r"(?P<name>.*\D) (?P<number>\d+)\Z")


def rules_of(variant: Variant, name_of: NameOf) -> Markup:
    """Return the miles under each area of rules, most first."""
    named = {name_of(regime): nm for regime, nm in variant.nm_by_regime.items() if round(nm)}
    lines = sorted(_lines(named), key=lambda line: -line[1])
    if not lines:
        return element("span", messages.VOYAGE_RULES_NONE)
    items = (
        element("li", messages.VOYAGE_RULE.format(name=name, nm=whole(nm)), title=each or None)
        for name, nm, each in lines
    )
    return element("ul", *items, class_="plain-list")


def _lines(named: dict[str, float]) -> Iterator[tuple[str, float, str]]:
    """Yield name and miles of each line, and for several areas in one the miles of each.

    Such areas share no water, so that their miles add up.
    """
    groups: dict[str, list[int]] = {}
    for name, nm in named.items():
        if numbered := _NUMBERED.match(name):
            groups.setdefault(numbered["name"], []).append(int(numbered["number"]))
        else:
            yield name, nm, ""
    for name, numbers in groups.items():
        each = {number: named[f"{name} {number}"] for number in sorted(numbers)}
        words = join_words(str(number) for number in each)
        said = messages.VOYAGE_RULES_NUMBERED if len(each) > 1 else messages.VOYAGE_RULE_NUMBERED
        miles = ", ".join(f"{number}: {whole(nm)} nm" for number, nm in each.items())
        yield said.format(name=name, numbers=words), sum(each.values()), miles
