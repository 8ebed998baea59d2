"""Sentences as frames: what a number stands in, with each name and number as a sign.

"Cargo on the Northern Sea Route came to 37.9 million tonnes last year" is, for its number, the
frame "Cargo on the ‹way:0› came to ‹n› last year": rules read frames, so that none depends on how a
route is called. ‹way:I›, ‹sea:I›, ‹strait:I›, ‹port:I›, ‹state:I›, ‹group:I›, ‹area:I› are names,
I counts them within the sentence; ‹n› is the number that the frame is of, ‹m› any other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.linker.claims.units import Measure
    from geo.linker.mentions import Mention

_WAYS = {
    *("suez-canal", "panama-canal", "nsr-water-area", "psr", "arctic-express"),
}
"""Features of other kinds that ships go by as by a route."""
_SIGN_OF_KIND = {
    "route": "way",
    "corridor": "way",
    "strait": "strait",
    "sea": "sea",
    "place": "port",
    "state": "state",
    "group": "group",
    "region": "area",
}
"""The sign of each kind of feature; what is not here is left as it stands."""
_ABBREVIATED = (
    r"(?<!\bSt)(?<!\bNo)(?<!\bMr)(?<!\bDr)(?<!\bMan)(?<!\b[A-Z])(?<!\bSq)(?<!\bsq)(?<!\bca)"
)
_SENTENCE_END = re.compile(rf"{_ABBREVIATED}[.!?][\"”’')]*\s+(?=[\"“‘'(]*[A-Z0-9])|\n+")
_ANAPHOR = re.compile(
    r"\b(?:the|this|that)\s+(?:(?:sea|shipping|arctic|northern|polar|shorter|new)\s+){0,2}"
    r"(?P<word>route|passage|canal|waterway|corridor|strait|port|harbour|harbor|terminal"
    r"|platform)(?!\w)"
    r"(?!\s+(?:of|from|between|through|via|to|along)\b)",
    re.IGNORECASE,
)
"""Words that stand for a route named before."""
FAR = 3
"""How many passages back a route may lie that "the route" stands for."""
_BY_WAY = r"\b(?i:by|via|through|round|around|past|against|and|or|over) "
_COAST = (
    r"(?:Russia[’']s|the Russian|Siberia[’']s|the Siberian) (?:Arctic|northern|north) coast"
    r"(?:line)?"
)
_SHORT = {
    "cape-of-good-hope": re.compile(
        rf"(?:{_BY_WAY}|(?=[Tt]he Cape (?:route|detour|way|diversion)))"
        r"(?P<name>[Tt]he Cape(?! of| Town| Verde)|(?:the south of |southern )?Africa)\b"
    ),
    "panama": re.compile(r"\b(?:by|via|through) (?P<name>Panama)\b(?! Canal)"),
    "nsr": re.compile(
        rf"\b(?:over|across|along|round|around) (?P<name>the top of Russia|{_COAST})\b"
    ),
}
"""What a way is called where a ship goes by it; the one place for another."""
_ELSEWHERE = re.compile(
    r"\b(?:canals?|straits?|detour|diversion|rivers?|lakes?|rail\w*|pipelines?|roads?|air\w*"
    r"|trains?)\b",
    re.IGNORECASE,
)
_PORTS = {"port", "harbour", "harbor", "terminal", "platform"}
_CANALS = {"suez", "suez-canal", "panama", "panama-canal", "kiel-canal"}
_SOUTHERN = {*_CANALS, "cape-of-good-hope"} - {"kiel-canal"}
_NORTHERN = re.compile(r"\b(?:arctic|northern|polar)\b", re.IGNORECASE)
_PASSAGES = {"nwp", "nep", "psr-northwest", "psr-northeast"}
_TIED = re.compile(
    r"\btransits?\b|\bthe (?:whole |entire |full )?(?:voyage|journey|trip|crossing|sailing"
    r"|shortcut)\b|\b(?:got|went|came|gone|made it) through(?=\s*(?:[.,;]|in\b|before\b|this\b"
    r"|last\b))",
    re.IGNORECASE,
)
"""Words that tie a passage to the route of the passage before it."""
_IT = re.compile(r"It(?= (?:also |now |already )?(?:has|operates|owns|runs|keeps|fields|counts)\b)")
_OF_A_FIRM = re.compile(
    r"[\"“‘']?(?:The|Its|Their|This|Our) (?:[\w-]+ ){0,2}(?:company|firm|line|group|carrier"
    r"|operator|owner"
    r"|country|ministry|fleet|plant|agency|bank|insurer|yard|shipyard|navy|industry|world|crew)\b"
)
"""How a sentence begins that speaks of somebody, and no longer of the way named before it."""
_OPENING = re.compile(r"(?:\A|[.!?][\"”’']?\s+|\n)(?:The )?\Z")
"""What stands before a name that begins a sentence."""
_BULLET = re.compile(r"\s*(?:[-*•–]|\d+[/.)])\s")
"""How an entry of a list begins: it speaks of nothing that another entry names."""

_COMPARED = re.compile(
    r"\b(?:instead of|than|rather than|(?:as )?compare[ds] (?:with|to)|versus|unlike"
    r"|alternative to"
    r"|relative to|against|vs\.?|half|twice|double|as (?:many|much|long|far|few|little|short) as"
    r"|like) [^‹;]{0,60}(?:‹\w+:\d+›(?:,| and| or)?"
    r" (?:the )?)*"
    r"\Z",
    re.IGNORECASE,
)
"""Words between a comparison and the end of the text, where the name begins."""
_FIRST_COMPARED = re.compile(
    r"(?:Compared (?:with|to)|Instead of|Rather than|Unlike|Relative to|As against)\b[^,;]{0,80}, ",
    re.IGNORECASE,
)
"""A comparison that begins a sentence, up to the comma that ends it."""
_LOOK_BACK = 120
_OPENING_LENGTH = 40
"""How far into a sentence a strait or sea stands that it is about."""
_NONE = ("-",)


class Name(NamedTuple):
    """A name in a text: where it stands, its sign and feature."""

    start: int
    end: int
    sign: str
    feature: str


@dataclass(frozen=True)
class Frame:
    """A sentence as the rules read it, and the names in it by number."""

    words: str
    names: tuple[Name, ...]

    def feature(self, index: str) -> str:
        """Return the feature of a name by the number in its sign."""
        return self.names[int(index)].feature

    def features(self, *signs: str) -> tuple[str, ...]:
        """Return the different features with some of the signs, in the order of the sentence."""
        return tuple(dict.fromkeys(name.feature for name in self.names if name.sign in signs))


def find_sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield from and to of the sentences of a passage."""
    at = start
    for found in _SENTENCE_END.finditer(text, start, end):
        if found.end() > at:
            yield at, found.end()
        at = found.end()
    if at < end:
        yield at, end


def names_of(mentions: Sequence[Mention]) -> list[Name]:
    """Return the names that rules may be about, in order."""
    made = []
    for mention in mentions:
        sign = "way" if mention.target in _WAYS else _SIGN_OF_KIND.get(mention.kind, "")
        if sign:
            made.append(Name(mention.start, mention.end, sign, mention.target))
    return made


class Before(NamedTuple):
    """The names before a sentence, by sentence of its passage, and of the passages before it."""

    sentences: Sequence[Sequence[Name]] = ()
    passages: Sequence[Sequence[Name]] = ()

    def named(self, sign: str) -> list[Name]:
        """Return the names with a sign in the last sentence that has any, each feature once.

        Where the passage has none so far, they are those of the nearest passage before it.
        """
        for names in (*reversed(self.sentences), *reversed(self.passages)):
            found = {name.feature: name for name in names if name.sign == sign}
            if found:
                return list(found.values())
        return []

    def every_way(self) -> set[str]:
        """Return the ways of all of it."""
        each = (name for names in (*self.passages, *self.sentences) for name in names)
        return {name.feature for name in each if name.sign == "way"}


def with_short_names(text: str, names: Sequence[Name]) -> list[Name]:
    """Return the names, and what stands for a way only as a way: "by the Cape", "via Panama"."""
    made = list(names)
    for feature, written in _SHORT.items():
        for found in written.finditer(text):
            start, end = found.span("name")
            over = [one for one in made if start < one.end and one.start < end]
            if all(one.sign in {"state", "area"} for one in over):
                made = [one for one in made if one not in over]
                made.append(Name(start, end, "way", feature))
    return sorted(made)


def with_anaphors(
    text: str, sentence: tuple[int, int], names: Sequence[Name], before: Before
) -> tuple[Name, ...]:
    """Return the names of a sentence, and "the route" where one way alone was named before it.

    "The canal" stands for a canal, "the strait" for a strait, "the port" for a port, "the"
    " passage"
    for no canal.
    """
    inside = [name for name in names if sentence[0] <= name.start < sentence[1]]
    if _BULLET.match(text, sentence[0]):
        return tuple(inside)
    inside += _as_state(text, sentence, before)
    for found in _ANAPHOR.finditer(text, *sentence):
        meant = _meant(found, before)
        others = _others(found, inside, meant)
        over = [one for one in inside if found.start() < one.end and one.start < found.end()]
        is_free = all(one.sign == "area" for one in over)
        if len(meant) == 1 and others <= {meant[0].feature} and is_free:
            inside = [one for one in inside if one not in over]
            inside.append(Name(found.start(), found.end(), meant[0].sign, meant[0].feature))
    return tuple(sorted(inside))


def _as_state(text: str, sentence: tuple[int, int], before: Before) -> list[Name]:
    """Return "It" as the state that the sentence before began with."""
    it = _IT.match(text, *sentence)
    last = before.sentences[-1] if before.sentences else []
    states = [one for one in last if one.sign == "state"]
    if it is None or len(states) != 1 or not _OPENING.search(text[: states[0].start]):
        return []
    return [Name(it.start(), it.end(), "state", states[0].feature)]


def _others(found: re.Match[str], inside: Sequence[Name], meant: Sequence[Name]) -> set[str]:
    """Return what else in the sentence the words could stand for."""
    named = {one.feature for one in inside if meant and one.sign == meant[0].sign}
    is_northern = bool(_NORTHERN.search(found[0])) or found["word"].casefold() == "passage"
    return named - _SOUTHERN if is_northern else named


def _meant(found: re.Match[str], before: Before) -> list[Name]:
    """Return what a word such as "the route" may stand for, where it fits the word."""
    word = found["word"].casefold()
    if word == "strait":
        return before.named("strait")
    if word in _PORTS:
        return before.named("port")
    ways = before.named("way")
    if word == "canal":
        return [name for name in ways if name.feature in _CANALS]
    if _NORTHERN.search(found[0]):
        return [name for name in ways if name.feature not in _SOUTHERN]
    if len(ways) > 1 and word == "passage":
        return [name for name in ways if name.feature in _PASSAGES]
    return [name for name in ways if name.feature not in _SOUTHERN] if len(ways) > 1 else ways


def make_frame(
    text: str,
    sentence: tuple[int, int],
    names: Sequence[Name],
    measures: Sequence[Measure],
    of: Measure | None,
) -> Frame:
    """Return the frame of one number of a sentence, or of the sentence without one.

    A name within the words of the unit stands behind the number's sign where states are counted
    ("seven NATO members") and that of a water where voyages are ("17 Suez transits"); elsewhere it
    is left out ("three Chinese ships").
    """
    signs = [(name.start, name.end, f"‹{name.sign}:{i}›") for i, name in enumerate(names)]
    if of is not None:
        inside = [sign for sign in signs if of.start <= sign[0] < of.end]
        wanted = {"states": tuple(_SIGN_OF_KIND.values()), "voyages": ("way", "strait")}
        kept = [one for one in inside if one[2][1:].startswith(wanted.get(of.unit, _NONE))]
        own = f"‹n›{''.join(' ' + sign[2] for sign in kept)}"
        signs = [sign for sign in signs if sign not in inside]
        signs.append((of.start, of.end, own))
    taken = list(signs)
    signs += [
        (one.start, one.end, "‹m›")
        for one in measures
        if not any(one.start < end and start < one.end for start, end, _ in taken)
    ]
    pieces, at = [], sentence[0]
    for start, end, sign in sorted(signs):
        if start >= at:
            pieces += [text[at:start], sign]
            at = end
    pieces.append(text[at : sentence[1]])
    return Frame(" ".join("".join(pieces).replace("’", "'").split()), tuple(names))


def way_before(
    text: str, sentence: tuple[int, int], names: Sequence[Name], before: Before
) -> Name | None:
    """Return the one way that was named before a sentence that names none, None otherwise.

    Where a passage names several ways, only "It" stands for the one that the last sentence begins
    with. Of a passage before it is told only where the sentence is about transits or "the voyage",
    and no other northern way was named for some passages.
    """
    here = [one for one in names if sentence[0] <= one.start < sentence[1]]
    if _is_of_another(text, sentence, here) or _is_elsewhere(text, sentence, names):
        return None
    ways = before.named("way")
    own = {one.feature for each in before.sentences for one in each if one.sign == "way"}
    if len(ways) != 1 or not (own or _TIED.search(text, *sentence)):
        return None
    is_one = len(own) == 1 if own else len(before.every_way() - _SOUTHERN) <= 1
    is_it = text.startswith("It ", sentence[0]) and _OPENING.search(text[: ways[0].start])
    return ways[0] if is_one or is_it else None


def _is_of_another(text: str, sentence: tuple[int, int], here: Sequence[Name]) -> bool:
    """Return whether a sentence is about a way or water of its own, or about somebody."""
    start = sentence[0]
    return bool(
        any(one.sign == "way" and not is_compared(text[start : one.start]) for one in here)
        or any(
            one.sign in {"strait", "sea"} and one.start < start + _OPENING_LENGTH for one in here
        )
        or _BULLET.match(text, start)
        or _OF_A_FIRM.match(text, *sentence)
    )


def _is_elsewhere(text: str, sentence: tuple[int, int], names: Sequence[Name]) -> bool:
    """Return whether a sentence speaks of another water, or of a road, without its name."""
    return any(
        not any(one.start < found.end() and found.start() < one.end for one in names)
        for found in _ELSEWHERE.finditer(text, *sentence)
    )


def after_way(frame: Frame, way: Name | None) -> Frame:
    """Return a frame that begins with the way named before it, in brackets."""
    if way is None or any(one.sign == "way" and one.feature == way.feature for one in frame.names):
        return frame
    names = (*frame.names, way)
    return Frame(f"(‹way:{len(names) - 1}›) {frame.words}", names)


def is_compared(words: str) -> bool:
    """Return whether what follows these words is only compared with, as after "than by the"."""
    opening = _FIRST_COMPARED.match(words)
    return bool(_COMPARED.search(words[opening.end() if opening else 0 :][-_LOOK_BACK:]))
