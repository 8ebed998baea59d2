"""Find every mention of a feature in a text, with offsets and the rule that found it."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from geo.linker.budget import Budget
from geo.linker.candidates import (
    HEADED,
    Match,
    find_elided,
    find_match,
    find_postposed,
    fits_case,
)
from geo.linker.context import DocumentState, MatchContext
from geo.linker.lexicon import SILENT, Lexicon, Name
from geo.linker.metonyms import body_end, is_defined_otherwise, note_abbreviation
from geo.linker.rules import (
    capitals,
    common_words,
    compound_names,
    genre,
    people,
    prefixes,
    required_context,
    things,
    topic,
)
from geo.linker.tokens import tokenise

_BLOCK_MAX = 20_000
_KEPT_CHARS = 400_000
_BOUNDLESS = Budget(mentions=sys.maxsize)
_SILENCE = (
    required_context.is_pronoun,
    people.is_person,
    people.is_ship,
    compound_names.is_company,
    compound_names.has_partners,
    compound_names.is_other_town,
    compound_names.is_in_longer_name,
    compound_names.is_compound,
    compound_names.is_arctic_thing,
    compound_names.is_one_of_many,
    common_words.is_dish_or_breed,
    common_words.is_language,
    things.is_named_thing,
    genre.is_title_or_team,
    topic.is_off_subject,
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
    """The result at a match; `lows` are its words and the next, in lower case."""

    match: Match
    lows: list[str]
    mentions: list[Mention]


@dataclass(slots=True)
class _Block:
    """A block of the text, what was known before it, its tokens and its mentions.

    Results are kept for the first blocks only: they take some 40 bytes per character. Nothing
    learned later would change `others`.
    """

    start: int
    end: int
    learned: int
    lows: frozenset[str]
    context: MatchContext | None
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
        Any text; offsets refer to it unchanged.
    lexicon
        The names to find.
    skip
        Spans, in order, to skip (boilerplate).
    budget
        What it may cost; checked for every name and block. None sets no limit.

    Raises
    ------
    ArticleError
        When the budget is spent; the message has no name of the text.
    """
    budget = budget or _BOUNDLESS
    state = DocumentState(text)
    blocks: list[_Block] = []
    count = 0
    for start, end in _segments(text, skip):
        block = _read_block(_reading(text, start, end, lexicon, state), budget)
        blocks.append(block)
        count += len(block.others) + sum(len(read.mentions) for read in block.read)
        budget.check_count(count)
    if state.learned():
        state.is_second = True
        clues, letters = state.clues(), state.letters()
        for block in blocks:
            changed = _changed(block, state, clues)
            if changed or not letters.isdisjoint(block.lows):
                span = block.start, block.end
                _read_again(
                    block.context or _reading(text, *span, lexicon, state), block, changed, budget
                )
    return [mention for block in blocks for mention in _in_order(block)]


def _reading(
    text: str, start: int, end: int, lexicon: Lexicon, state: DocumentState
) -> MatchContext:
    return MatchContext(tokenise(text[start:end], lexicon.vocabulary), lexicon, state, start)


def _segments(text: str, skip: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the blocks of a text to process: a paragraph or a few thousand words at a time."""
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
    """Return where to split a long text: at an empty line, else a line, a sentence, a space."""
    for separator in ("\n\n", "\n", ". ", " "):
        found = text.rfind(separator, start + _BLOCK_MAX // 2, stop)
        if found > 0:
            return found + len(separator)
    return stop


def _read_block(context: MatchContext, budget: Budget) -> _Block:
    tokens, lows = context.tokens, context.tokens.lows
    end = context.offset + len(tokens.text)
    budget.begin(len(tokens.text))
    lexicon, state = context.lexicon, context.state
    kept = context if end < _KEPT_CHARS else None
    block = _Block(context.offset, end, state.learned(), frozenset(lows), kept)
    roots = lexicon.root.children
    first = 0
    while first < len(lows):
        if lows[first] in HEADED and (shared := find_postposed(tokens, first, lexicon)):
            block.others += _resolve_shared(context, shared)
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
        mentions = list(_resolve(context, match, lexicon))
        block.read.append(_Read(match, lows[first : match.last + 1], mentions))
        first = match.last
    for begin, stop, name in lexicon.unspaced.find(tokens.text, state.mentions):
        surface = tokens.text[begin:stop]
        start = context.offset + begin
        block.others.append(
            Mention(start, context.offset + stop, surface, name.target, name.kind, name.rule)
        )
    return block


def _changed(block: _Block, state: DocumentState, clues: set[str]) -> list[_Read]:
    """Return the matches of a block that later text says more about: only they are read again."""
    if state.is_about_persons:
        return block.read
    if block.learned == state.learned() or clues.isdisjoint(block.lows):
        return []
    return [read for read in block.read if not clues.isdisjoint(read.lows)]


def _read_again(context: MatchContext, block: _Block, changed: list[_Read], budget: Budget) -> None:
    """Read names again, and what an abbreviation stands for that the text defines anywhere."""
    for read in changed:
        budget.check()
        read.mentions = list(_resolve(context, read.match, context.lexicon))
    for index, word in enumerate(context.tokens.words):
        if name := context.state.defined.get(word):
            block.others += _defined(context, index, name)


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


def _resolve(context: MatchContext, match: Match, lexicon: Lexicon) -> Iterator[Mention]:
    names = tuple(name for name in match.names if name.rule != SILENT)
    if not names:
        if _is_hyphenated(context, match):
            yield from _resolve_parts(context, match, lexicon)
        return
    linkable = match if len(names) == len(match.names) else replace(match, names=names)
    for part in prefixes.without_prefix(context, linkable, lexicon):
        if part.last - part.first > 1:
            for elided in find_elided(context.tokens, part, lexicon):
                yield from _mention(context, elided, "elided")
        if not is_silent(context, part):
            yield from _mention(context, part)


def _resolve_shared(context: MatchContext, shared: list[Match]) -> Iterator[Mention]:
    for match in shared:
        yield from _mention(context, match, "elided")


def _is_hyphenated(context: MatchContext, match: Match) -> bool:
    """Whether a silent name is written with a hyphen that it does not have ("Anglo-American")."""
    words = context.tokens.slice(match.first, match.last)
    return "-" in words and not any("-" in name.text for name in match.names)


def _resolve_parts(context: MatchContext, match: Match, lexicon: Lexicon) -> Iterator[Mention]:
    """Read the words of a silent name one by one."""
    for first in range(match.first, match.last):
        names = tuple(
            name
            for name in lexicon.find([context.tokens.lows[first]])
            if name.target and fits_case(name, [context.tokens.words[first]])
        )
        if names:
            yield from _resolve(context, Match(first, first + 1, names), lexicon)


def is_silent(context: MatchContext, match: Match) -> bool:
    """Whether a name is part of another name, so that it is not a mention here."""
    tokens = context.tokens
    if tokens.gap(match.first)[-1:] == "-" and context.is_in(
        tokens.low(match.first - 1), "suppressed-prefix"
    ):
        return True
    name = match.names[0]
    if name.rule == "prefix" and not _leads(context, match):
        return True
    if name.case == "exact" and is_defined_otherwise(context, match):
        return True
    for each in match.names:
        if each.ambiguity_codes and required_context.lacks_context(context, match, each):
            return True
    for rule in _SILENCE:  # noqa: SIM110 - a busy line; any() costs a tenth more
        if rule(context, match):
            return True
    return False


def _leads(context: MatchContext, match: Match) -> bool:
    """Whether "Sino" is tied by a hyphen to the name of another state."""
    tied = context.tokens.gap(match.last) in {"-", "–"}
    return tied and context.starts_name(context.tokens.low(match.last))


def _mention(context: MatchContext, match: Match, rule: str = "") -> Iterator[Mention]:
    name, named_rule = choose(context, match)
    if name is None:
        return
    tokens = context.tokens
    first, last = match.first, match.last
    if name.rule in {"demonym", "abbreviation", "name"} and name.kind in {"state", "group"}:
        last = body_end(context, match)
        named_rule = "body" if last > match.last else named_rule
        first -= last > match.last and context.capital_before(match) == "royal"
    start, end = tokens.starts[first], tokens.ends[last - 1]
    context.state.targets.add(name.target)
    if not match.ambiguities & people.UNSURE:
        context.state.firm.add(name.target)
    note_abbreviation(context, match.first, last, name)
    yield _place(context, start, end, name, rule or named_rule)


def _place(context: MatchContext, start: int, end: int, name: Name, rule: str) -> Mention:
    """Return a mention with the offsets of the whole text."""
    surface = context.tokens.text[start:end]
    offset = context.offset
    return Mention(start + offset, end + offset, surface, name.target, name.kind, rule)


def _defined(context: MatchContext, index: int, name: Name) -> Iterator[Mention]:
    start, end = context.tokens.starts[index], context.tokens.ends[index]
    yield _place(context, start, end, name, "defined")


def choose(context: MatchContext, match: Match) -> tuple[Name | None, str]:
    """Disambiguate: return the name that is meant among the candidates, and its rule."""
    as_capital = [name for name in match.names if name.rule == "capital"]
    others = [name for name in match.names if name.rule != "capital"]
    if not as_capital:
        others.sort(key=lambda name: _ORDER.index(name.kind) if name.kind in _ORDER else 9)
        return others[0], others[0].rule
    if capitals.choose_capital(context, match) == "metonym":
        return as_capital[0], "metonym"
    if others:
        return others[0], "place"
    if as_capital[0].kind == "state":
        return as_capital[0], "place-in-state"
    return None, ""
