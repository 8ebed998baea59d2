"""Metonyms: offices that stand for their state; and abbreviations defined in the text."""

from geo.linker.candidates import Match
from geo.linker.context import MatchContext
from geo.linker.lexicon import Name

_FIELD_MAX = 5
_MIN, _MAX, _GAP_MAX = 2, 8, 4
_SMALL = frozenset({"of", "and", "for", "the", "on"})


def body_end(context: MatchContext, match: Match) -> int:
    """Return the end of the state body that a name begins: "US National Security Council".

    The last word for an office in the capitalised run ends it; where the whole line is capitalised,
    only words typical of offices may come between.
    """
    style = context.style(match.first)
    if style == "caps" or not context.tokens.touches(match.last):
        return match.last
    end = match.last
    for index in range(match.last, context.run_end(match)):
        low = context.tokens.lows[index]
        if context.is_in(low, "body-strict") and context.tokens.is_capital(index):
            end = index + 1
            if style == "title" and not context.is_in(context.tokens.low(index + 1), "body-strict"):
                break
        elif (
            low == "and"
            or context.is_in(low, "title")
            or context.tokens.gap(index) == "-"
            or (style == "title" and not context.is_in(low, "body-inner"))
        ):
            break
    return _with_field(context, end) if end > match.last else match.last


def _with_field(context: MatchContext, end: int) -> int:
    """Take in the field of an office: "Ministry of Natural Resources and Environment"."""
    tokens = context.tokens
    if tokens.low(end) not in {"of", "for"} or not tokens.touches(end):
        return end
    index = end + 1 if tokens.low(end + 1) != "the" else end + 2
    start = index
    while tokens.touches(index) and index - start < _FIELD_MAX:
        low = tokens.low(index)
        if low == "and" and context.is_in(tokens.low(index + 1), "body-inner"):
            index += 1
        elif (
            not tokens.is_capital(index)
            or context.is_in(low, "title")
            or context.lexicon.find([low])
        ):
            break
        index += 1
    return index if index > start else end


def is_defined_otherwise(context: MatchContext, match: Match) -> bool:
    """Whether the text defines an abbreviation as something else: "New Source Review (NSR)"."""
    if match.last - match.first > 1:
        return False
    word = context.tokens.words[match.first]
    if word not in context.state.defined and _is_bracketed(context, match.first):
        phrase = _phrase_before(context, match.first, word)
        if phrase and not context.lexicon.find(low for low in phrase):
            context.state.defined[word] = None
    return word in context.state.defined and context.state.defined[word] is None


def note_abbreviation(context: MatchContext, first: int, last: int, name: Name) -> None:
    """Remember the abbreviation that a text defines for a name: "Northern Sea Corridor (NSC)"."""
    tokens = context.tokens
    word = tokens.word(last)
    if not (_MIN <= len(word) <= _MAX and word.isupper() and _is_bracketed(context, last)):
        return
    initials = [low[0] for low in tokens.lows[first:last] if low not in _SMALL]
    if "".join(initials) == word.lower() and not context.lexicon.find([word.lower()]):
        context.state.defined[word] = name


def _is_bracketed(context: MatchContext, index: int) -> bool:
    tokens = context.tokens
    before, after = tokens.gap(index), tokens.gap(index + 1)
    return "(" in before and ")" in after[:3] and len(before) <= _GAP_MAX


def _phrase_before(context: MatchContext, first: int, word: str) -> list[str]:
    """Return the lower-case words before an abbreviation that have its letters, or nothing."""
    tokens = context.tokens
    letters, index = word.lower(), first - 1
    while index >= 0 and letters:
        low = tokens.lows[index]
        if low[0] == letters[-1]:
            letters = letters[:-1]
        elif low not in _SMALL:
            return []
        index -= 1
    return tokens.lows[index + 1 : first] if not letters else []
