"""What a prefix before a name does to it: "non-Arctic states", "the non-Russian Arctic"."""

from collections.abc import Iterator
from dataclasses import replace

from geo.linker.candidates import Match, find_match
from geo.linker.context import MatchContext
from geo.linker.lexicon import Lexicon

_NOT = "non"
_GAP_MAX = 4
_MEMBERS = frozenset({"state", "states", "nation", "nations", "country", "countries"})
"""A group whose name ends so is described by its adjective: "Arctic coastal states"."""


def without_prefix(context: MatchContext, match: Match, lexicon: Lexicon) -> Iterator[Match]:
    """Yield what a name names behind the prefix that it stands with; most names have none.

    A prefix belongs to the first word alone where that is an adjective ("non-Arctic states" names
    the Arctic, not its states; "non-Russian Arctic" the Arctic, not Russia's part of it), else to
    the whole name ("non-Barents Sea fish"). What is "non-" a state, or a body that has members,
    says who is not meant and names nobody.
    """
    prefix = _prefix(context, match)
    if not prefix:
        yield match
        return
    for part in _parts(context, match, lexicon, prefix):
        is_first = part.first == match.first
        if not (is_first and prefix == _NOT and _is_who(part)):
            yield part


def _prefix(context: MatchContext, match: Match) -> str:
    """Return the lower-case prefix that is tied to a name by a hyphen; "non" may stand apart."""
    tokens, gap = context.tokens, context.tokens.gap(match.first)
    before = tokens.low(match.first - 1)
    is_tied = gap == "-" or (
        before == _NOT and len(gap) <= _GAP_MAX and not gap.strip(" \n-\u2013")
    )
    return before if is_tied else ""


def _parts(context: MatchContext, match: Match, lexicon: Lexicon, prefix: str) -> Iterator[Match]:
    name, first = match.names[0], match.first
    if match.last - first == 1:
        yield match
        return
    alone = lexicon.find([context.tokens.lows[first]])
    is_described = name.kind == "group" and context.tokens.lows[match.last - 1] in _MEMBERS
    if is_described and alone:
        yield Match(first, first + 1, tuple(alone))
    elif name.kind == "region" and prefix == _NOT and any(n.rule == "demonym" for n in alone):
        rest = find_match(context.tokens, first + 1, lexicon)
        if rest is not None and rest.last == match.last:
            yield replace(rest, names=tuple(name for name in rest.names if name.target))
    else:
        yield match


def _is_who(match: Match) -> bool:
    """Whether a name is a state's, or that of a body with members (NATO, EU)."""
    name = match.names[0]
    return name.kind == "state" or (name.kind == "group" and name.rule != "demonym")
