"""Variant spellings of a name: compass abbreviations, inflected forms of other languages."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

from geo.linker.russian import decline

if TYPE_CHECKING:
    from geo.linker.lexicon import Name

_SPELT = frozenset({"name", "demonym", "historic", "place-in-state"})
_GENITIVE = frozenset({"no", "da", "sv"})
_LANDS = frozenset({"place", "region"})
_ENDINGS = ("y", "iy", "ii", "ij", "i")
_ADJECTIVE = re.compile(rf"\b([A-Z][a-z]+sk)({'|'.join(_ENDINGS)}|ogo)\b")
_SOFT = re.compile(r"l(?=[^aeiouyl])")
"""Where the Russian form of an adjective almost always has a soft sign."""
_LETTER = {"north": "N", "south": "S", "east": "E", "west": "W"}
_COMPASS = re.compile(
    r"(?:(?P<first>north|south)(?:[- ]?(?P<second>east|west))?|(?P<alone>east|west))(?:ern)?\b",
    re.IGNORECASE,
)
_HEADS = {"route": ("Rte", "Rt"), "strait": ("Str",), "straits": ("Strs",)}


def spellings(name: "Name") -> Iterator["Name"]:
    """Yield other spellings of a name, without the name itself.

    English words of the compass as letters ("NW Passage", "N W Passage", "E Siberian Sea") and in
    one word or two ("North Western Passage"), "Rte" and "Str"; Russian names in their cases;
    Norwegian, Danish and Swedish ones in the genitive, and places and lands too, which have one
    name in these languages and in English ("Murmansks havn"); Russian adjectives in English with
    each ending and the soft sign ("Vil'kitskii Strait"). Dots between letters are handled by the
    matcher.
    """
    if not name.target or name.rule not in _SPELT or (name.case == "exact" and name.lang != "ru"):
        return
    if name.lang == "en":
        yield from _abbreviated(name)
        yield from _romanised(name)
        if name.kind in _LANDS and (name.rule, name.case) == ("name", "proper"):
            yield from _genitive(name)
    elif name.lang == "ru":
        yield from (replace(name, text=text) for text in decline(name.text) if text != name.text)
    elif name.lang in _GENITIVE:
        yield from _genitive(name)


def _genitive(name: "Name") -> Iterator["Name"]:
    if name.text[-1:] not in "sxz)":
        yield replace(name, text=f"{name.text}s")


def _romanised(name: "Name") -> Iterator["Name"]:
    found = _ADJECTIVE.search(name.text)
    if found is None:
        return
    stem, ending = found.groups()
    endings = _ENDINGS if ending in _ENDINGS else (ending,)
    for form in product((stem, _SOFT.sub("l'", stem)), endings):
        text = name.text[: found.start()] + "".join(form) + name.text[found.end() :]
        if text != name.text:
            yield replace(name, text=text)


def _abbreviated(name: "Name") -> Iterator["Name"]:
    pieces: list[tuple[str, ...]] = []
    done = 0
    for found in _WORDS.finditer(name.text):
        pieces += [(name.text[done : found.start()],), _forms(found.group(), name.text)]
        done = found.end()
    for parts in product(*pieces, (name.text[done:],)):
        text = "".join(parts)
        if text != name.text:
            has_letter = any(len(word) == 1 for word in text.split())
            yield replace(name, text=text, case="proper" if has_letter else name.case)


def _forms(word: str, text: str) -> tuple[str, ...]:
    if heads := _HEADS.get(word.lower()):
        return (word, *heads)
    found = _COMPASS.fullmatch(word)
    if found is None or text.endswith(word) or not word[0].isupper():
        return (word,)
    first = (found["first"] or found["alone"]).lower()
    second = (found["second"] or "").lower()
    if not second:
        return word, _LETTER[first]
    one, two = _LETTER[first], _LETTER[second]
    end = "ern" if word.endswith("ern") else ""
    whole, apart = f"{first}{second}{end}".title(), f"{first} {second}{end}".title()
    return word, whole, apart, one + two, f"{one} {two}", f"{first[:3].title()} {second}{end}"


_WORDS = re.compile(rf"\b(?:{_COMPASS.pattern}|routes?\b|straits?\b)", re.IGNORECASE)
