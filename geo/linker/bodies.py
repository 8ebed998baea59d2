"""State bodies: where the name of one ends that begins with its state."""

from geo.linker.block import Block, Candidate

_FIELD_MAX, _LEAD_MAX = 5, 6
_NO_CASE = frozenset({"caps", "caseless"})
_ROYAL = frozenset({"royal", "imperial"})
_SMALL = frozenset({"of", "for", "and"})
_ARTICLES = frozenset({"the", "a", "an", "in", "at"})
_BANKS = frozenset({"bank"})
_PAIRS = frozenset(
    {("national", "bank"), ("central", "bank"), ("reserve", "bank"), ("federal", "bank")}
    | {("federal", "reserve"), ("border", "protection")}
)
"""What ends a body's name only after a certain word."""
_TWOFOLD = frozenset({"customs"})
_COURTS = frozenset({"court", "courts"})
_STATED = frozenset({"demonym", "abbreviation", "name"})
_KINDS = frozenset({"state", "group"})


def body_span(candidate: Candidate) -> tuple[int, int]:
    """Return the first and last word (exclusive) of a mention, that of its body if it begins one.

    The last word for an office in the capitalised run ends it ("US National Security Council");
    where the whole line is capitalised, only words typical of offices may come between.
    """
    block, match, name = candidate.block, candidate.match, candidate.name
    if name.rule not in _STATED or name.kind not in _KINDS:
        return match.first, match.last
    if block.style(match.first) in _NO_CASE:
        return _bank_start(block, match.first), match.last
    last = _body_end(block, match.last)
    if last == match.last and name.rule == "name":
        return _body_start(block, match.first), last
    is_royal = last > match.last and _is_royal(block, match.first - 1)
    return match.first - is_royal, last


def _bank_start(block: Block, first: int) -> int:
    """Return where the name of a bank begins, the one body that is whole without capitals."""
    of = first - 1 - (block.tokens.low(first - 1) == "the")
    is_bank = block.tokens.low(of) == "of" and block.tokens.low(of - 1) in _BANKS
    return of - 1 if is_bank else first


def _is_royal(block: Block, index: int) -> bool:
    tokens = block.tokens
    is_word = tokens.low(index) in _ROYAL and tokens.is_capital(index)
    return is_word and tokens.touches(index + 1)


def _body_start(block: Block, first: int) -> int:
    """Return where a body begins that ends with its state: "Research Council of Norway"."""
    tokens = block.tokens
    before = first - 1 - (tokens.low(first - 1) == "the")
    if tokens.low(before) != "of" or not (tokens.touches(first) and tokens.touches(before + 1)):
        return first
    start, is_body = before, False
    while start > 0 and block.is_close(start) and before - start < _LEAD_MAX:
        low = tokens.lows[start - 1]
        if not (tokens.is_capital(start - 1) or low in _SMALL) or low in _ARTICLES:
            break
        if low == "and" and is_body:  # "Bank of Korea and Bank of Mexico"
            break
        start -= 1
        is_body = is_body or block.is_in(low, "body-strict") or low in _BANKS
    while start < before and not tokens.is_capital(start):
        start += 1
    return start if is_body else first


def _body_end(block: Block, start: int) -> int:
    style = block.style(start - 1)
    tokens = block.tokens
    if not tokens.touches(start):
        return start
    end = start
    for index in range(start, block.run_end(start)):
        low = tokens.lows[index]
        is_pair = (tokens.lows[index - 1], low) in _PAIRS
        if (is_pair or block.is_in(low, "body-strict")) and tokens.is_capital(index):
            end = index + 1
            if style == "title" and not block.is_in(tokens.low(index + 1), "body-strict"):
                break
        elif (
            (low == "and" and not _goes_on(block, index, is_open=start == end))
            or block.is_in(low, "title")
            or tokens.gap(index) == "-"
            or (style == "title" and not block.is_in(low, "body-inner"))
        ):
            break
    return _with_field(block, end) if end > start else start


def _goes_on(block: Block, index: int, *, is_open: bool) -> bool:
    """Whether a body's name goes on after "and": "Food and Drug Administration"."""
    before = block.tokens.lows[index - 1]
    may = before in _TWOFOLD or (is_open and not block.begins_name(index - 1))
    return may and not block.begins_name(index + 1)


def _with_field(block: Block, end: int) -> int:
    """Take in the field of an office: "Ministry of Natural Resources and Environment"."""
    tokens = block.tokens
    if tokens.low(end) not in {"of", "for"} or not tokens.touches(end):
        return end
    if tokens.low(end) == "for" and tokens.lows[end - 1] in _COURTS:  # its district
        return end
    index = end + 1 if tokens.low(end + 1) != "the" else end + 2
    start = index
    while tokens.touches(index) and index - start < _FIELD_MAX:
        low = tokens.low(index)
        if low == "and" and tokens.is_capital(index + 1):
            index += 1
        elif (
            not tokens.is_capital(index)
            or block.lexicon.find([low])
            or (block.is_in(low, "title") and not block.is_in(low, "body-inner"))
        ):
            break
        index += 1
    return index if index > start else end
