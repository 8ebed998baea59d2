"""Names of films, ships, pets and code that are called after a place; they stay silent."""

from geo.linker.candidates import Match
from geo.linker.context import MatchContext
from geo.linker.rules.compound_names import NOUNS

_CODE = r"`|\b[a-z]{2}[-_][A-Z]{2}\b"
_OWNERS = frozenset({"her", "his", "their", "my", "our"})
_LOCALE = 2


def is_named_thing(context: MatchContext, match: Match) -> bool:
    """Whether a word before it says that this is only what something is called."""
    if _has_capital_article(context, match) or _is_code(context, match):
        return True
    if match.names[0].rule not in NOUNS:
        return False
    if _is_called_the(context, match):
        return True
    start = context.run_start(match)
    lead, before = context.quoted_before(start), context.tokens.low(start - 2)
    if context.tokens.gap(start).strip() == "," and before in _OWNERS:
        lead = context.tokens.low(start - 1)  # "her cat, Malta"
    if lead == "to" and context.is_in(before, "answers"):  # "answers to Moscow"
        return True
    if context.is_in(lead, "called"):
        return before != "so" and _is_all_it_is_called(context, match)
    return context.is_in(lead, "thing-named")


def _is_all_it_is_called(context: MatchContext, match: Match) -> bool:
    """Whether "called Kara" goes no further; a strait called by its name is the strait."""
    if match.names[0].kind in {"sea", "strait"}:
        return False
    after = context.after(match)
    return not after or context.is_in(after, "copula")


def _has_capital_article(context: MatchContext, match: Match) -> bool:
    """Whether "The" within a sentence makes an inn or a title: "The Moscow", "The French Dispatch".

    An adjective must lead to a capital that is no word for an office, a region or a rank.
    """
    rule, before = match.names[0].rule, match.first - 1
    if rule not in {"capital", "demonym"} or context.capital_before(match) != "the":
        return False
    if not context.is_prose(before) or context.tokens.opens_sentence(before):
        return False
    low = context.capital_after(match)
    known = ("body", "topic", "title", "direction", "month", "sentence-word")
    is_new = low and not (context.is_in(low, *known) or context.begins_name(match.last))
    return rule == "capital" or bool(is_new)


def _is_called_the(context: MatchContext, match: Match) -> bool:
    """Whether a name is part of what a thing is called: "then called the Suez Rajan"."""
    start = context.run_start(match)
    if context.tokens.low(start - 1) != "the" or not context.capital_after(match):
        return False
    return context.is_in(context.tokens.low(start - 2), "called")


def _is_code(context: MatchContext, match: Match) -> bool:
    """Whether a name is part of an identifier: "`America/Nuuk`", "en-US"."""
    if not context.state.mentions(_CODE):
        return False
    tokens, first = context.tokens, match.first
    if tokens.gap(first)[-1:] == "`" or tokens.gap(match.last)[:1] == "`":
        return True
    before = tokens.word(first - 1)
    return tokens.gap(first) in {"-", "_"} and len(before) == _LOCALE and before.islower()
