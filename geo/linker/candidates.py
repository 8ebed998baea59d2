"""Longest match: the candidate names at a word, with case rules and elided heads."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from geo.linker.lexicon import HEADS, Lexicon, Name, Node
from geo.linker.tokens import Tokens, binds

_ITEM_MAX = 3
_LIST_MAX = 24
_SHORTENED = frozenset({"st", "mt", "ft", "n", "s", "e", "w", "nw", "ne", "sw", "se"})
_DOTS = frozenset({". ", ".-", ".\u2010", ".\u2011", ".\u2013", ".\n"})
_AFTER_COMMA = frozenset({"dc", "one", "один"})
_WATERS = ("sea", "strait", "canal", "gulf", "bay", "sound", "channel")
HEADED = frozenset(_WATERS) | {f"{head}s" for head in _WATERS}
"""Words for waters that names after them may share: "the straits of Vilkitsky and Sannikov"."""
_DIRECTIONS = frozenset(
    {"north", "south", "east", "west", "northern", "southern", "eastern", "western"}
    | {"northeast", "southeast", "northwest", "southwest", "central", "high"}
)
"""What a writer may leave small before a name: "northern Europe", "east Asia"."""
_AND = frozenset({"and", "or", "og", "und", "и"})


@dataclass(frozen=True, slots=True)
class Match:
    """Tokens `first` to `last` (exclusive), and the candidate names."""

    first: int
    last: int
    names: tuple[Name, ...]

    @property
    def ambiguities(self) -> frozenset[str]:
        """The ambiguities of all names that fit."""
        if len(self.names) == 1:
            return self.names[0].ambiguities
        return frozenset().union(*(name.ambiguities for name in self.names))


def find_match(tokens: Tokens, first: int, lexicon: Lexicon) -> Match | None:
    """Return the longest match that begins at a token, or None.

    A name's last word may be a plural ("Seas") where it is one of the common heads.
    """
    node = lexicon.root.children.get(tokens.lows[first])
    last, best = first, None
    while node is not None:
        last += 1
        if node.names and (fitting := _fitting(tokens, first, last, node.names, lexicon)):
            best = Match(first, last, fitting)
        if last >= len(tokens) or not node.children or not _bound(tokens, last):
            return best
        low = tokens.lows[last]
        following = node.children.get(low)
        if following is None and low[-1:] == "s" and low[:-1] in HEADS:
            plural = _plural(tokens, first, last, node, lexicon)
            return plural or best
        node = following
    return best


def _bound(tokens: Tokens, index: int) -> bool:
    """Whether a word may continue a name: by a usual gap, after "St." or "N.", before "D.C."."""
    gap = tokens.gap(index)
    if "\n" in gap and gap.isspace() and not tokens.touches(index):
        return False
    if gap == ", ":
        return tokens.lows[index] in _AFTER_COMMA
    return binds(gap) or (gap in _DOTS and tokens.lows[index - 1] in _SHORTENED)


def _plural(tokens: Tokens, first: int, last: int, node: Node, lexicon: Lexicon) -> Match | None:
    ending = node.children.get(tokens.lows[last][:-1])
    if ending is None:
        return None
    fitting = _fitting(tokens, first, last + 1, ending.names, lexicon)
    return Match(first, last + 1, fitting) if fitting else None


def _fitting(
    tokens: Tokens, first: int, last: int, names: list[Name], lexicon: Lexicon
) -> tuple[Name, ...]:
    words = tuple(tokens.words[first:last])
    fitting = lexicon.fitting.get(words)
    if fitting is None:
        fitting = tuple(name for name in names if fits_case(name, words))
        lexicon.fitting[words] = fitting
    if not fitting and tokens.is_caseless(first):
        return tuple(name for name in names if name.lang != "zh")
    return fitting


def fits_case(name: Name, words: Sequence[str]) -> bool:
    """Whether the matched words satisfy the name's case rule."""
    if name.case == "any":
        return True
    if name.case == "exact":
        pairs = zip(words, name.words, strict=True)
        return all(_is_exact(word, own) for word, own in pairs)
    for position, (word, own) in enumerate(zip(words, name.words, strict=True)):
        if own[0].isupper() and not word[0].isupper():
            if word in _DIRECTIONS and _opens_small(position, words):
                continue
            is_head = position > 0 and (_singular(own.lower()) in HEADS or len(own) == 1)
            if not (is_head or _follows_hyphen(name, position)):
                return False
    return True


def _opens_small(position: int, words: Sequence[str]) -> bool:
    """Whether a name begins with small directions before a capital: "south-east Asia"."""
    begins = position == 0 or (position == 1 and words[0] in _DIRECTIONS)
    return begins and any(word[0].isupper() for word in words)


def _is_exact(word: str, own: str) -> bool:
    """Whether a word is as written, in the plural, or, if it is no abbreviation, all capitals."""
    is_all_caps = not own.isupper() and len(own) > _ITEM_MAX and word == own.upper()
    return word in {own, own + "s"} or is_all_caps


def _follows_hyphen(name: Name, position: int) -> bool:
    return position > 0 and f"-{name.words[position]}" in name.text


def find_elided(tokens: Tokens, match: Match, lexicon: Lexicon) -> Iterator[Match]:
    """Yield the names before a match that share its head (coordination ellipsis).

    In "the Barents, Kara and Laptev Seas" the match is "Laptev Seas"; "Kara" and "Barents" are
    yielded. What decides is that item and borrowed words together are a name.
    """
    words = [_singular(low) for low in tokens.lows[match.first : match.last]]
    own, before = set(match.names), match.first
    for size in range(1, len(words)):
        tail = words[-size:]
        before = match.first
        limit = match.first - _LIST_MAX
        while before > limit and (found := _item_before(tokens, before, tail, lexicon)):
            if set(found.names) <= own:  # "Guinea and Guinea-Bissau"
                break
            yield found
            before = found.first
        if before != match.first:
            return


def find_postposed(tokens: Tokens, first: int, lexicon: Lexicon) -> list[Match]:
    """Return the names that share a head before them: "the straits of Vilkitsky and Sannikov".

    The head belongs to the first of them, as the last of "the Kara and Laptev Seas" has it.
    """
    head = _singular(tokens.lows[first])
    found: list[Match] = []
    index = _first_example(tokens, first)
    if index:
        while item := _item_after(tokens, index, head, lexicon):
            found.append(item)
            index = _after_separator(tokens, item.last)
        return found
    if tokens.low(first + 1) != "of" or not tokens.touches(first + 2):
        return []
    index = first + 2 + (tokens.low(first + 2) == "the")
    while item := _item_after(tokens, index, head, lexicon):
        found.append(replace(item, first=first) if not found else item)
        index = _after_separator(tokens, item.last)
    return found if len(found) > 1 or tokens.lows[first] == head else []


def _first_example(tokens: Tokens, head: int) -> int:
    """Return where examples of a plural head begin: "straits such as Vilkitsky"; 0 if none do."""
    if tokens.lows[head][-1:] != "s" or tokens.gap(head + 1).strip() not in {"", ","}:
        return 0
    low = tokens.low(head + 1)
    if low == "such" and tokens.low(head + 2) == "as":
        return head + 3
    return head + 2 if low in {"like", "including"} else 0


def _item_after(tokens: Tokens, first: int, head: str, lexicon: Lexicon) -> Match | None:
    if not tokens.may_name(first):
        return None
    for last in range(min(first + _ITEM_MAX, len(tokens)), first, -1):
        item = tokens.lows[first:last]
        names = (*lexicon.find([*item, head]), *lexicon.find([head, "of", *item]))
        kept = tuple(name for name in names if name.target)
        has_own = tokens.touches(last) and _singular(tokens.low(last)) == head
        if has_own:  # "the Sea of Okhotsk and the Labrador Sea"
            return None
        if kept and all(binds(tokens.gap(index)) for index in range(first + 1, last)):
            return Match(first, last, kept)
    return None


def _after_separator(tokens: Tokens, last: int) -> int:
    """Return where the item after ", ", " and " or ", and " begins, or the end of the text."""
    comma = tokens.gap(last).strip() == ","
    joined = tokens.low(last) in _AND and (comma or tokens.touches(last))
    if not (comma or joined):
        return len(tokens)
    last += joined
    return last + (tokens.low(last) == "the")


def _singular(low: str) -> str:
    return low[:-1] if low[-1:] == "s" and low[:-1] in HEADS else low


def _item_before(tokens: Tokens, end: int, tail: list[str], lexicon: Lexicon) -> Match | None:
    last = _before_separator(tokens, end)
    if last is None:
        return None
    for size in range(min(_ITEM_MAX, last), 0, -1):
        first = last - size
        item = tokens.lows[first:last]
        names = lexicon.find(item + tail) or lexicon.find([*item, *tail[:-1], f"{tail[-1]}s"])
        kept = tuple(name for name in names if name.target and tokens.may_name(first))
        bound = all(binds(tokens.gap(index)) for index in range(first + 1, last))
        if kept and bound:
            return Match(first, last, kept)
    return None


def _before_separator(tokens: Tokens, end: int) -> int | None:
    """Return where the item before "X, ", "X and " or "X, and " ends."""
    if end < 1:
        return None
    gap = tokens.gap(end).strip()
    if tokens.low(end - 1) == "the" and not gap and tokens.low(end - 2) in _AND:
        end, gap = end - 1, tokens.gap(end - 1).strip()  # "the Arctic and the Atlantic Oceans"
    if tokens.low(end - 1) in _AND and not gap:
        return end - 1 if tokens.gap(end - 1).strip() in {"", ","} else None
    return end if gap in {",", "&", "/", "–", "-"} else None
