"""Find every mention of a feature in a text, each with its offsets and the rule that found it."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from geo.text import (
    rules_common,
    rules_genre,
    rules_names,
    rules_people,
    rules_places,
    rules_prefix,
    rules_signs,
    rules_subject,
    rules_things,
)
from geo.text.bodies import body_end, is_defined_otherwise, note_abbreviation
from geo.text.budget import Budget
from geo.text.lexicon import SILENT, Lexicon, Name
from geo.text.matching import HEADED, Match, find_elided, find_match, find_postposed, fits_case
from geo.text.reading import Memory, Reading
from geo.text.tokens import tokenise

_BLOCK_MAX = 20_000
_KEPT_CHARS = 400_000
_BOUNDLESS = Budget(mentions=sys.maxsize)
_SILENCE = (
    rules_signs.is_pronoun,
    rules_people.is_person,
    rules_people.is_ship,
    rules_names.is_company,
    rules_names.has_partners,
    rules_names.is_other_town,
    rules_names.is_in_longer_name,
    rules_names.is_compound,
    rules_names.is_arctic_thing,
    rules_names.is_one_of_many,
    rules_common.is_dish_or_breed,
    rules_common.is_language,
    rules_things.is_named_thing,
    rules_genre.is_title_or_team,
    rules_subject.is_off_subject,
)
_ORDER = ("route", "corridor", "state", "group", "region", "sea", "strait")


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of a text that names a feature: `text[start:end] == surface`, in code points."""

    start: int
    end: int
    surface: str
    target: str
    kind: str
    rule: str


@dataclass(slots=True)
class _Read:
    """What was found at a match; `lows` are its words and the next, in lower case."""

    match: Match
    lows: list[str]
    mentions: list[Mention]


@dataclass(slots=True)
class _Block:
    """A stretch of the text, how much was known before it, its words, and what it names.

    The reading is kept for the first stretches alone: it takes some 40 bytes for a character.
    Nothing that is learnt later would change `others`.
    """

    start: int
    end: int
    learnt: int
    lows: frozenset[str]
    reading: Reading | None
    read: list[_Read] = field(default_factory=list)
    others: list[Mention] = field(default_factory=list)


def find_mentions(
    text: str,
    lexicon: Lexicon,
    *,
    skip: Sequence[tuple[int, int]] = (),
    budget: Budget | None = None,
) -> list[Mention]:
    """Return the mentions in a text, in order, none overlapping another.

    The longest name wins. Names inside the names of persons, ships, companies, towns elsewhere,
    dishes and languages are left out; docs/annotation-rules.md says what counts.

    Parameters
    ----------
    text
        Any text; it is read as it is, so that offsets hold for it.
    lexicon
        The names to look for.
    skip
        Spans, in order, in which nothing is looked for (furniture).
    budget
        What it may cost; looked at with every name and every stretch. None sets no limit.

    Raises
    ------
    ArticleError
        When the budget is spent; the message has no name of the text.
    """
    budget = budget or _BOUNDLESS
    memory = Memory(text)
    blocks: list[_Block] = []
    count = 0
    for start, end in _stretches(text, skip):
        block = _read_block(_reading(text, start, end, lexicon, memory), budget)
        blocks.append(block)
        count += len(block.others) + sum(len(read.mentions) for read in block.read)
        budget.check_count(count)
    if memory.learnt():
        memory.is_second = True
        clues, letters = memory.clues(), memory.letters()
        for block in blocks:
            changed = _changed(block, memory, clues)
            if changed or not letters.isdisjoint(block.lows):
                span = block.start, block.end
                _read_again(
                    block.reading or _reading(text, *span, lexicon, memory), block, changed, budget
                )
    return [mention for block in blocks for mention in _in_order(block)]


def _reading(text: str, start: int, end: int, lexicon: Lexicon, memory: Memory) -> Reading:
    return Reading(tokenise(text[start:end], lexicon.vocabulary), lexicon, memory, start)


def _stretches(text: str, skip: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the parts of a text that are read, a paragraph or a few thousand words at a time."""
    start = 0
    for first, last in (*skip, (len(text), len(text))):
        yield from _blocks(text, start, first)
        start = last


def _blocks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end:
        stop = min(end, start + _BLOCK_MAX)
        if stop < end:
            stop = _cut(text, start, stop)
        yield start, stop
        start = stop


def _cut(text: str, start: int, stop: int) -> int:
    """Return a place to part a long text: an empty line, else a line, a sentence, a space."""
    for mark in ("\n\n", "\n", ". ", " "):
        found = text.rfind(mark, start + _BLOCK_MAX // 2, stop)
        if found > 0:
            return found + len(mark)
    return stop


def _read_block(reading: Reading, budget: Budget) -> _Block:
    tokens, lows = reading.tokens, reading.tokens.lows
    end = reading.offset + len(tokens.text)
    budget.begin(len(tokens.text))
    lexicon, memory = reading.lexicon, reading.memory
    kept = reading if end < _KEPT_CHARS else None
    block = _Block(reading.offset, end, memory.learnt(), frozenset(lows), kept)
    roots = lexicon.root.children
    first = 0
    while first < len(lows):
        if lows[first] in HEADED and (shared := find_postposed(tokens, first, lexicon)):
            block.others += _resolve_shared(reading, shared)
            first = shared[-1].last
            continue
        if lows[first] not in roots:
            first += 1
            continue
        match = find_match(tokens, first, lexicon)
        if match is None:
            first += 1
            continue
        budget.check()
        mentions = list(_resolve(reading, match, lexicon))
        block.read.append(_Read(match, lows[first : match.last + 1], mentions))
        first = match.last
    for begin, stop, name in lexicon.unspaced.find(tokens.text, memory.mentions):
        surface = tokens.text[begin:stop]
        start = reading.offset + begin
        block.others.append(
            Mention(start, reading.offset + stop, surface, name.target, name.kind, name.rule)
        )
    return block


def _changed(block: _Block, memory: Memory, clues: set[str]) -> list[_Read]:
    """Return what of a stretch the text behind it tells more about: that alone is read again."""
    if memory.is_about_persons:
        return block.read
    if block.learnt == memory.learnt() or clues.isdisjoint(block.lows):
        return []
    return [read for read in block.read if not clues.isdisjoint(read.lows)]


def _read_again(reading: Reading, block: _Block, changed: list[_Read], budget: Budget) -> None:
    """Read names again, and what an abbreviation stands for that the text defines anywhere."""
    for read in changed:
        budget.check()
        read.mentions = list(_resolve(reading, read.match, reading.lexicon))
    for index, word in enumerate(reading.tokens.words):
        if name := reading.memory.defined.get(word):
            block.others += _defined(reading, index, name)


def _in_order(block: _Block) -> list[Mention]:
    found = [mention for read in block.read for mention in read.mentions]
    return _drop_overlaps(found + block.others)


def _drop_overlaps(found: list[Mention]) -> list[Mention]:
    kept: list[Mention] = []
    by_place = sorted(found, key=lambda each: (each.start, -each.end, each.rule != "elided"))
    for mention in by_place:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def _resolve(reading: Reading, match: Match, lexicon: Lexicon) -> Iterator[Mention]:
    names = tuple(name for name in match.names if name.rule != SILENT)
    if not names:
        if _is_hyphenated(reading, match):
            yield from _resolve_parts(reading, match, lexicon)
        return
    heard = match if len(names) == len(match.names) else replace(match, names=names)
    for part in rules_prefix.without_prefix(reading, heard, lexicon):
        if part.last - part.first > 1:
            for elided in find_elided(reading.tokens, part, lexicon):
                yield from _mention(reading, elided, "elided")
        if not is_silent(reading, part):
            yield from _mention(reading, part)


def _resolve_shared(reading: Reading, shared: list[Match]) -> Iterator[Mention]:
    for match in shared:
        yield from _mention(reading, match, "elided")


def _is_hyphenated(reading: Reading, match: Match) -> bool:
    """Whether a silent name stands with a hyphen that it does not have ("Anglo-American")."""
    words = reading.tokens.slice(match.first, match.last)
    return "-" in words and not any("-" in name.text for name in match.names)


def _resolve_parts(reading: Reading, match: Match, lexicon: Lexicon) -> Iterator[Mention]:
    """Read the words of a silent name one by one."""
    for first in range(match.first, match.last):
        names = tuple(
            name
            for name in lexicon.find([reading.tokens.lows[first]])
            if name.target and fits_case(name, [reading.tokens.words[first]])
        )
        if names:
            yield from _resolve(reading, Match(first, first + 1, names), lexicon)


def is_silent(reading: Reading, match: Match) -> bool:
    """Whether a name is part of something else, so that it names no feature here."""
    tokens = reading.tokens
    if tokens.gap(match.first)[-1:] == "-" and reading.is_in(
        tokens.low(match.first - 1), "mute-prefix"
    ):
        return True
    name = match.names[0]
    if name.rule == "prefix" and not _leads(reading, match):
        return True
    if name.case == "exact" and is_defined_otherwise(reading, match):
        return True
    for each in match.names:
        if each.trap and rules_signs.lacks_context(reading, match, each):
            return True
    for rule in _SILENCE:  # noqa: SIM110 - a busy line; any() costs a tenth more
        if rule(reading, match):
            return True
    return False


def _leads(reading: Reading, match: Match) -> bool:
    """Whether "Sino" is tied by a hyphen to the name of another state."""
    tied = reading.tokens.gap(match.last) in {"-", "–", "‐", "‑"}
    return tied and reading.starts_name(reading.tokens.low(match.last))


def _mention(reading: Reading, match: Match, rule: str = "") -> Iterator[Mention]:
    name, named_rule = choose(reading, match)
    if name is None:
        return
    tokens = reading.tokens
    first, last = match.first, match.last
    if name.rule in {"demonym", "abbreviation", "name"} and name.kind in {"state", "group"}:
        last = body_end(reading, match)
        named_rule = "body" if last > match.last else named_rule
        first -= last > match.last and reading.capital_before(match) == "royal"
    start, end = tokens.starts[first], tokens.ends[last - 1]
    reading.memory.targets.add(name.target)
    if not match.traps & rules_people.UNSURE_TRAPS:
        reading.memory.firm.add(name.target)
    note_abbreviation(reading, match.first, last, name)
    yield _place(reading, start, end, name, rule or named_rule)


def _place(reading: Reading, start: int, end: int, name: Name, rule: str) -> Mention:
    """Return a mention with the offsets of the whole text."""
    surface = reading.tokens.text[start:end]
    offset = reading.offset
    return Mention(start + offset, end + offset, surface, name.target, name.kind, rule)


def _defined(reading: Reading, index: int, name: Name) -> Iterator[Mention]:
    start, end = reading.tokens.starts[index], reading.tokens.ends[index]
    yield _place(reading, start, end, name, "defined")


def choose(reading: Reading, match: Match) -> tuple[Name | None, str]:
    """Return the name that is meant among those that fit, and the rule that a mention carries."""
    capitals = [name for name in match.names if name.rule == "capital"]
    others = [name for name in match.names if name.rule != "capital"]
    if not capitals:
        others.sort(key=lambda name: _ORDER.index(name.kind) if name.kind in _ORDER else 9)
        return others[0], others[0].rule
    if rules_places.choose_capital(reading, match) == "metonym":
        return capitals[0], "metonym"
    if others:
        return others[0], "place"
    if capitals[0].kind == "state":
        return capitals[0], "place-in-state"
    return None, ""
