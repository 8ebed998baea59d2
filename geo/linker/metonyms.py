"""Offices that stand for their state, and abbreviations that a text defines."""

from geo.text.lexicon import Name
from geo.text.matching import Match
from geo.text.reading import Reading

_FIELD_MAX = 5
_MIN, _MAX, _GAP_MAX = 2, 8, 4
_SMALL = frozenset({"of", "and", "for", "the", "on"})


def body_end(reading: Reading, match: Match) -> int:
    """Return the end of the state body that a name begins: "US National Security Council".

    The last word for an office in the capitalised run ends it; where every word of the line is
    a capital, only words that offices are named with may stand between.
    """
    style = reading.style(match.first)
    if style == "caps" or not reading.tokens.touches(match.last):
        return match.last
    end = match.last
    for index in range(match.last, reading.run_end(match)):
        low = reading.tokens.lows[index]
        if reading.is_in(low, "body-strict") and reading.tokens.is_capital(index):
            end = index + 1
            if style == "title" and not reading.is_in(reading.tokens.low(index + 1), "body-strict"):
                break
        elif (
            low == "and"
            or reading.is_in(low, "title")
            or reading.tokens.gap(index) == "-"
            or (style == "title" and not reading.is_in(low, "body-inner"))
        ):
            break
    return _with_field(reading, end) if end > match.last else match.last


def _with_field(reading: Reading, end: int) -> int:
    """Take in the field of an office: "Ministry of Natural Resources and Environment"."""
    tokens = reading.tokens
    if tokens.low(end) not in {"of", "for"} or not tokens.touches(end):
        return end
    index = end + 1 if tokens.low(end + 1) != "the" else end + 2
    start = index
    while tokens.touches(index) and index - start < _FIELD_MAX:
        low = tokens.low(index)
        if low == "and" and reading.is_in(tokens.low(index + 1), "body-inner"):
            index += 1
        elif (
            not tokens.is_capital(index)
            or reading.is_in(low, "title")
            or reading.lexicon.find([low])
        ):
            break
        index += 1
    return index if index > start else end


def is_defined_otherwise(reading: Reading, match: Match) -> bool:
    """Whether the text defines an abbreviation as something else: "New Source Review (NSR)"."""
    if match.last - match.first > 1:
        return False
    word = reading.tokens.words[match.first]
    if word not in reading.memory.defined and _is_bracketed(reading, match.first):
        phrase = _phrase_before(reading, match.first, word)
        if phrase and not reading.lexicon.find(low for low in phrase):
            reading.memory.defined[word] = None
    return word in reading.memory.defined and reading.memory.defined[word] is None


def note_abbreviation(reading: Reading, first: int, last: int, name: Name) -> None:
    """Remember the abbreviation that a text defines for a name: "Northern Sea Corridor (NSC)"."""
    tokens = reading.tokens
    word = tokens.word(last)
    if not (_MIN <= len(word) <= _MAX and word.isupper() and _is_bracketed(reading, last)):
        return
    initials = [low[0] for low in tokens.lows[first:last] if low not in _SMALL]
    if "".join(initials) == word.lower() and not reading.lexicon.find([word.lower()]):
        reading.memory.defined[word] = name


def _is_bracketed(reading: Reading, index: int) -> bool:
    tokens = reading.tokens
    before, after = tokens.gap(index), tokens.gap(index + 1)
    return "(" in before and ")" in after[:3] and len(before) <= _GAP_MAX


def _phrase_before(reading: Reading, first: int, word: str) -> list[str]:
    """Return the lower-case words before an abbreviation that have its letters, or nothing."""
    tokens = reading.tokens
    letters, index = word.lower(), first - 1
    while index >= 0 and letters:
        low = tokens.lows[index]
        if low[0] == letters[-1]:
            letters = letters[:-1]
        elif low not in _SMALL:
            return []
        index -= 1
    return tokens.lows[index + 1 : first] if not letters else []
