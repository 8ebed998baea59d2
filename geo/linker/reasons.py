"""Signals in words: what each of them says about a name, in plain English.

A signal is a short key (`-1=in`, `+1:company|town`). `describe` reads the keys; words that a text
brings stand between quotation marks. What follows `|` is the group of the name: it does not change
what is said.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from geo.linker.block import Candidate

LISTS = {
    "aboard": "a word for being on board",
    "adverb": "an adverb",
    "before-region": "a word that leads to a region",
    "body-inner": "a field that an office of a state has",
    "body-strict": "a word for an office of a state",
    "city-is": "a word that describes a town",
    "company": "a word of company names",
    "company-strong": "a word for a kind of company",
    "cooking": "a word of cooking",
    "copula": "a form of “to be”",
    "counting": "a word that counts",
    "direction": "a direction or a period",
    "english": "a small English word",
    "firm-verb": "a verb of companies",
    "geo-head": "a word for a place in nature or a town",
    "given": "a first name",
    "given-word": "a first name that is also a word",
    "how-well": "a word for how well a language is spoken",
    "in-place": "a word for being in a place",
    "language-noun": "a word about language",
    "language-suffix": "“speaking” or “language”",
    "language-verb": "a verb of speaking or learning",
    "maker": "a word that leads to a company or a club",
    "month": "a month or a day",
    "motion": "a word for moving",
    "owner": "a word such as “my”",
    "part-of-city": "a part of a city or a direction",
    "personal-title": "a title such as “Mrs”",
    "place-prep": "a preposition of places",
    "polished": "an article or a pronoun",
    "relative-of": "a word for a relative",
    "sentence-word": "a small word of sentences",
    "ship": "a kind of ship",
    "ship-prefix": "letters before a ship’s name",
    "ship-type": "a type of ship",
    "subject-common": "a word of the sea and its shores",
    "suppressed-prefix": "a prefix such as “sub”",
    "title": "a title or an office",
    "urban": "a word of cities",
    "us-before": "a preposition",
    "us-pronoun-before": "a word before “us”",
    "us-pronoun-verb": "a verb before “us”",
    "us-state": "an American state or a Canadian province",
    "way-start": "“from” or “between”",
}
"""What the words of each list in geo/text/data/words.csv are; one without a label is quoted."""
_GRAMMAR = frozenset(
    {"before-region", "city-is", "copula", "counting", "english", "polished", "sentence-word"}
    | {"us-before", "us-pronoun-before", "us-pronoun-verb"}
)
"""Lists whose label says nothing beside the word itself."""
_GROUPS = {
    "arctic": "the Arctic",
    "land": "a region",
    "letters": "an abbreviation",
    "office": "an office or an older name",
    "people": "a people or an adjective",
    "state": "a state",
    "town": "a town",
    "water": "waters or a route",
}
_KINDS = {"group": "a group of states", "place": "a town", "sea": "a sea", "strait": "a strait"}
_RULES = {
    "abbreviation": "an abbreviation",
    "capital": "a capital",
    "demonym": "a people or an adjective",
    "historic": "a former name",
    "name": "a full name",
}
_CODES = {
    "america": "a continent too",
    "common": "a common word too",
    "first-name": "a first name too",
    "first-name-rare": "a rare first name too",
    "friars": "a monk too",
    "georgia": "an American state too",
    "need-port": "a person or another town too",
    "need-the": "a word too unless “the” stands before it",
    "needs-target": "an abbreviation of other things too",
    "surname": "a surname too",
    "washington": "a person or an American state too",
    "with-chad": "a first name too",
    "with-jordan": "a first name too",
}
_TEXT = {
    "accent": "written with its accent",
    "accent-left-out": "written without its accent",
    "alone": "no other name in the text",
    "code&capital-after": "a capitalised word after what may be a person’s name",
    "code&capital-before": "a capitalised word before what may be a person’s name",
    "age": "an age after it",
    "code-named": "its full name elsewhere in the text",
    "code-not-named": "its full name nowhere in the text",
    "defined-otherwise": "the text says that these letters mean something else",
    "elided": "its last word shared with another name",
    "foreign": "a name in another language",
    "initial": "an initial before it",
    "leads": "a prefix that is tied to a name",
    "leads-nowhere": "a prefix that is tied to no name",
    "letters-named": "its full name elsewhere in the text",
    "letters-not-named": "its full name nowhere in the text",
    "local": "the words beside it, taken together",
    "no-other-name": "the text calls this by no other name",
    "number": "a number after it",
    "once": "the word stands in the text once",
    "opens": "first word of its sentence",
    "otherwise": "how its other names in the text read",
    "owns": "a possessive ending",
    "prefix": "a prefix tied to it",
    "rest": "how the other names of the text read",
    "same": "how the same word reads elsewhere in the text",
    "same-high": "how the same word reads elsewhere in the text",
    "same-low": "how the same word reads elsewhere in the text",
    "tied": "joined to another name",
    "topic": "what the text is about",
    "us-states": "American states in the text",
    "waters": "seas, straits and routes in the text",
}
_ALONE_ON_LINE = "alone on its line"
_LINES = {
    "caps": "in a line of capitals",
    "caseless": "in a text without capitals",
    "prose": "in running text",
    "title": "in a headline or title",
}
_CASES = {"small": "written with a small letter", "caps": "written in capitals"}
STEPS = ("-1", "+1", "-2", "+2")
"""The places beside a name, the nearest first."""
_SIDES = {
    "-1": "before it",
    "+1": "after it",
    "-2": "two words before it",
    "+2": "two words after it",
}
_TIES = {
    "and": "“and” between it and {other}",
    "comma": "in a list with {other}",
    "dash": "a dash between it and {other}",
    "mark": "a mark between it and {other}",
    "near": "{other} a few words away",
    "next": "{other} directly beside it",
}
_MARKS = {
    "": "a space",
    "n": "a line break",
    "q": "a quotation mark",
    "end": "nothing",
    "|": "a bar",
    "/": "a slash",
    ".": "a full stop",
    "(": "a bracket",
    ")": "a bracket",
    "-": "a hyphen",
    "&": "an ampersand",
    "`": "a backtick",
}
_PLAIN = frozenset({"<", ">", "line:prose", "words:1"})
_LONGEST = 24
_NEAR = 4
"""A word that counts as nearby is at most so many words away."""
_BARE = "no noun after it"
_BESIDE = re.compile(r"([+-][12])(~?)(\^?)(=|:|\$|digits|name|\?)(.*)\Z")
_FAMILIES = {
    **{start: start for start in ("bare:", "case:", "line:", "run<", "run>", "tied", "<", ">")},
    **dict.fromkeys(("name:", "kind:", "rule:", "words:"), "kind of name"),
    **dict.fromkeys(("is:", "code:"), "the word itself"),
}
"""By the beginning of signals under what they are added together."""


def describe(signal: str) -> str:
    """Return what a signal says, without its group, as words that read after "kept:"."""
    if signal.startswith("alone|"):
        return _ALONE_ON_LINE
    base = _base(signal)
    if base in _TEXT:
        return _TEXT[base]
    if found := _BESIDE.match(base):
        return _beside(*found.groups())
    if base[:1] in {"<", ">"}:
        return f"{_mark(base[1:])} {'before' if base[0] == '<' else 'after'} it"
    start, value = _split(base)
    return _READ[start](value) if start in _READ else quoted(base)


def is_plain(signal: str) -> bool:
    """Whether a signal says what is usual: a space beside the name, running text, one word."""
    return _base(signal) in _PLAIN


@lru_cache(maxsize=8192)
def family(signal: str) -> str:
    """Return under what the signals are added together that speak of the same thing."""
    if found := _BESIDE.match(signal):
        return found[1]
    if signal.startswith("near="):
        return signal
    return next((_FAMILIES[one] for one in _FAMILIES if signal.startswith(one)), "") or describe(
        signal
    )


def word_beside(step: str, candidate: Candidate, strongest: str) -> str:
    """Return in words what stands at a step from a name, and why it counts if a list says so."""
    at = _place(step, candidate)
    said = f"{quoted(candidate.block.tokens.slice(at, at + 1))} {_SIDES[step]}"
    found = _BESIDE.match(_base(strongest))
    if found and found[4] == ":" and found[5] not in _GRAMMAR:
        return f"{said}, {_label(found[5])}"
    return f"{said}, with a capital" if found and found[3] else said


def step_of(near: str, candidate: Candidate) -> str:
    """Return the step at which the word of a `near=` signal stands, '' where it is farther."""
    tokens, low = candidate.block.tokens, near.removeprefix("near=")
    return next((step for step in STEPS if tokens.low(_place(step, candidate)) == low), "")


def word_near(near: str, candidate: Candidate) -> str:
    """Return in words what a `near=` signal says, its word as the text writes it."""
    tokens, match, low = candidate.block.tokens, candidate.match, near.removeprefix("near=")
    around = range(max(0, match.first - _NEAR), min(len(tokens), match.last + _NEAR))
    at = next((at for at in around if tokens.lows[at] == low), None)
    return describe(near if at is None else f"near={tokens.slice(at, at + 1)}")


def _place(step: str, candidate: Candidate) -> int:
    match, steps = candidate.match, int(step)
    return match.first + steps if steps < 0 else match.last + steps - 1


def quoted(word: str) -> str:
    """Return a word between quotation marks, without signs that keys are made of, cut if long."""
    bare = re.sub(r"[|~$:=^]+", " ", word).strip()
    return f"“{bare if len(bare) <= _LONGEST else bare[:_LONGEST] + '…'}”"


def _base(signal: str) -> str:
    """Return a signal without its group: `|` may also be the mark beside a name."""
    if signal[:1] in {"<", ">"} and signal[1:] != "|":
        return signal[:2] if signal[1:3] == "||" else signal.partition("|")[0]
    return signal if signal[:1] in {"<", ">"} else signal.partition("|")[0]


def _split(base: str) -> tuple[str, str]:
    found = re.match(r"([a-z-]+[<>]?)[:=]?(.*)\Z", base)
    return (found[1], found[2]) if found else (base, "")


def _beside(step: str, mark: str, capital: str, sign: str, value: str) -> str:
    where = _SIDES[step]
    beyond = " and a mark between" if mark else ""
    upper = " with a capital" if capital else ""
    if sign == "=":
        return f"{quoted(value)} {where}{beyond}"
    if sign == ":":
        return f"{_label(value)}{upper} {where}{beyond}"
    if sign == "$":
        return f"a word that ends in {quoted(value)}{upper} {where}{beyond}"
    if sign == "digits":
        most = "a year or a large number" if value in {"4", "5"} else "a number"
        return f"{most} {where}{beyond}"
    return f"{'another name' if sign == 'name' else 'another word'}{upper} {where}{beyond}"


def _label(name: str) -> str:
    return LISTS.get(name) or f"a word of the list {quoted(name)}"


def _mark(mark: str) -> str:
    if mark in _MARKS:
        return _MARKS[mark]
    name = unicodedata.name(mark, "").lower() if len(mark) == 1 else ""
    return f"{'an' if name[:1] in 'aeiou' else 'a'} {name}" if name else "another mark"


def _run(side: str) -> Callable[[str], str]:
    def said(value: str) -> str:
        if value.isdigit():
            return f"capitalised words directly {side} it"
        return f"{_label(value)} among the capitalised words {side} it"

    return said


def _tie(value: str) -> str:
    tie, _, group = value.partition(":")
    other = _GROUPS.get(group, "another name")
    return _TIES.get(tie, _TEXT["tied"]).format(other=other)


def _bare(value: str) -> str:
    _, sign, before = value.partition("-1")
    if not sign:
        return _BARE
    word = quoted(before[1:]) if before[0] == "=" else _label(before[1:])
    return f"{word} before it and {_BARE}"


def _case(value: str) -> str:
    return _CASES.get(value.partition("=")[0], "written in another way than usual")


def _code(value: str) -> str:
    if value.startswith("home-"):
        return "it is a place elsewhere too"
    return f"it is {_CODES.get(value, 'something else too')}"


def _size(value: str) -> str:
    return {"1": "a name of one word", "2": "a name of two words"}.get(
        value, "a name of three words or more"
    )


_READ: dict[str, Callable[[str], str]] = {
    "near": lambda value: f"{quoted(value)} nearby",
    "is": lambda value: f"how {quoted(value)} is mostly used",
    "code": _code,
    "name": lambda value: f"it is the name of {_GROUPS.get(value, 'a feature')}",
    "kind": lambda value: f"it is the name of {_KINDS.get(value, f'a {value}')}",
    "rule": lambda value: f"it is {_RULES.get(value, 'a name of its kind')}",
    "words": _size,
    "line": lambda value: _LINES.get(value, "how its line is written"),
    "case": _case,
    "bare": _bare,
    "tied": _tie,
    "tied<": _tie,
    "tied>": _tie,
    "run<": _run("before"),
    "run>": _run("after"),
    "prefix": lambda value: f"{quoted(value)} tied to it",
    "suffix": lambda value: f"{quoted(value)} tied to it",
}
