"""The first stage: every candidate of a block, by words alone."""

from collections.abc import Iterator
from dataclasses import replace

from geo.linker.block import Block
from geo.linker.budget import Budget
from geo.linker.candidates import (
    HEADED,
    Match,
    find_elided,
    find_match,
    find_postposed,
    fits_case,
)
from geo.linker.lexicon import SILENT, Lexicon, Name
from geo.linker.tokens import tokenise

_NOT = "non"
_GAP_MAX = 4
_MEMBERS = frozenset({"state", "states", "nation", "nations", "country", "countries"})
"""A group whose name ends so is described by its adjective: "Arctic coastal states"."""


def read_block(text: str, offset: int, lexicon: Lexicon, budget: Budget) -> Block:
    """Return a block of text with its candidates, in order.

    Raises
    ------
    ArticleError
        When the budget is spent.
    """
    budget.begin(len(text))
    block = Block(tokenise(text, lexicon.vocabulary), lexicon, offset)
    tokens, roots = block.tokens, lexicon.root.children
    done = 0
    for first, low in enumerate(tokens.lows):
        if first < done or not (low in roots or low in HEADED):
            continue
        if low in HEADED and (shared := find_postposed(tokens, first, lexicon)):
            for each in shared:
                block.named[each.first] = each
                block.add(each, is_elided=True)
            done = shared[-1].last
        elif match := find_match(tokens, first, lexicon):
            budget.check()
            block.named[first] = match
            _add_parts(block, match, lexicon)
            done = match.last
    return block


def _add_parts(block: Block, match: Match, lexicon: Lexicon) -> None:
    names = tuple(name for name in match.names if name.rule != SILENT)
    if not names:
        if _is_hyphenated(block, match):
            for part in _single_words(block, match, lexicon):
                _add_parts(block, part, lexicon)
        return
    whole = match if len(names) == len(match.names) else replace(match, names=names)
    for part in _without_prefix(block, whole, lexicon):
        if part.last - part.first > 1:
            for elided in sorted(
                find_elided(block.tokens, part, lexicon), key=lambda each: each.first
            ):
                block.add(elided, is_elided=True)
        block.add(part)


def _is_hyphenated(block: Block, match: Match) -> bool:
    """Whether a silent name is written with a hyphen that it does not have ("Anglo-American")."""
    words = block.tokens.slice(match.first, match.last)
    return "-" in words and not any("-" in name.text for name in match.names)


def _single_words(block: Block, match: Match, lexicon: Lexicon) -> Iterator[Match]:
    """Yield the names among the words of a silent name."""
    for first in range(match.first, match.last):
        names = tuple(
            name
            for name in lexicon.find([block.tokens.lows[first]])
            if name.target and fits_case(name, [block.tokens.words[first]])
        )
        if names:
            yield Match(first, first + 1, names)


def _without_prefix(block: Block, match: Match, lexicon: Lexicon) -> Iterator[Match]:
    """Yield what a name names behind a prefix; most have none.

    "Non-" before a state or a body with members leaves nothing: "non-Russian ships", "non-EU". A
    prefix belongs to the first word alone where that is an adjective: "non-Arctic states" names
    the Arctic, not its states; "non-Russian Arctic" the Arctic, not Russia's part of it.
    """
    prefix = _prefix(block, match.first)
    tokens, name, first = block.tokens, match.names[0], match.first
    if not prefix:
        yield match
        return
    alone = lexicon.find([tokens.lows[first]])
    if match.last - first == 1:
        if not (prefix == _NOT and _has_members(name)):
            yield match
    elif alone and name.kind == "group" and tokens.lows[match.last - 1] in _MEMBERS:
        yield Match(first, first + 1, tuple(alone))
    elif name.kind == "region" and prefix == _NOT and any(n.rule == "demonym" for n in alone):
        rest = find_match(tokens, first + 1, lexicon)
        if rest is not None and rest.last == match.last:
            yield replace(rest, names=tuple(name for name in rest.names if name.target))
    elif not (prefix == _NOT and _has_members(name)):
        yield match


def _has_members(name: Name) -> bool:
    """Whether it is a state, or a body with members: what "non-" says is not meant."""
    return name.kind == "state" or (name.kind == "group" and name.rule != "demonym")


def _prefix(block: Block, first: int) -> str:
    """Return the prefix that is tied to a word by a hyphen; "non" may stand apart."""
    tokens, gap = block.tokens, block.tokens.gap(first)
    before = tokens.low(first - 1)
    is_apart = before == _NOT and len(gap) <= _GAP_MAX and not gap.strip(" \n-\u2013")
    return before if gap == "-" or is_apart else ""
