"""The context of a match for the rules: words around it, line style, document state."""

import re
from collections import Counter
from dataclasses import dataclass, field

from geo.linker.candidates import Match, find_match
from geo.linker.lexicon import Lexicon, Name
from geo.linker.tokens import QUOTES, Tokens
from geo.text.wordlists import Words

_LETTERS = re.compile(r"[^\W\d_]+")
_JOURNEY_MIN = 3
_SMALL_WORDS = re.compile(r"\b[a-z]+")
_WORDS = re.compile(r"[a-z]+")
_LINE_MAX = 400
_SUBJECT_CHARS, _SUBJECT_EACH, _SUBJECT_MIN = 40_000, 40, 3
_RUN_MAX, _LIST_MAX = 6, 12
_QUOTE_GAP = 4
_FOREIGN_SHARE = 0.05
_APOSTROPHES = frozenset({"'", "\u2019"})
_PLACE_LEADS = frozenset({"from", "to", "of", "between", "across", "off"})
_CONTENT_WORD, _TITLE_WORDS, _TITLE_LINE = 4, 3, 250
_AROUND_QUOTE = "".join(QUOTES) + "'\u00ab\u00bb "


def _is_foreign(words: list[str], lists: Words) -> bool:
    """Whether running text is in another European language than English.

    The words of both lists are short and make a third of all prose; of a list of names or a card
    they are few.
    """
    counts = Counter(words)
    foreign = sum(counts[word] for word in lists["foreign"])
    english = sum(counts[word] for word in lists["english"])
    return foreign > len(words) * _FOREIGN_SHARE and foreign > 2 * english


@dataclass
class DocumentState:
    """What is known of a document so far: names of persons and ships, defined abbreviations.

    `targets` are the features named so far, `firm` those named by what is no person's name too;
    `words` the words that name a person here, `pairs` the neighbouring words of ships' and
    others' names; `defined` what an abbreviation stands for, None where it is no name of ours.
    """

    text: str = ""
    targets: set[str] = field(default_factory=set)
    firm: set[str] = field(default_factory=set)
    is_second: bool = False
    words: set[str] = field(default_factory=set)
    pairs: set[tuple[str, str]] = field(default_factory=set)
    defined: dict[str, Name | None] = field(default_factory=dict)
    _seen: dict[str, bool] = field(default_factory=dict)
    _off_subject: bool | None = None

    @property
    def is_about_persons(self) -> bool:
        """Whether a text, read once, names persons like Chad Smith and no state for certain."""
        return self.is_second and bool(self.words) and not self.firm

    def is_off_subject(self, lists: Words) -> bool:
        """Whether a longer text has hardly a word about states, ships, trade, ice or travel.

        Words that names are made of (subject-common: "sea", "arctic") count in small letters alone.
        The words are English ones: a text in another language is undecided.
        """
        if self._off_subject is None:
            words = _WORDS.findall(self.text[:_SUBJECT_CHARS].lower())
            small = lists["subject-common"].intersection(
                _SMALL_WORDS.findall(self.text[:_SUBJECT_CHARS])
            )
            found = len(lists["subject"].intersection(words) | small)
            needed = min(_SUBJECT_MIN, len(words) // _SUBJECT_EACH)
            journey = len(lists["journey"].intersection(words))
            is_bare = found < needed and journey < _JOURNEY_MIN
            self._off_subject = is_bare and not _is_foreign(words, lists)
        return self._off_subject

    def learned(self) -> int:
        """Return the amount of knowledge that could change earlier results."""
        return len(self.words) + len(self.pairs) + len(self.defined)

    def clues(self) -> set[str]:
        """Return the lower-case words whose reading may depend on what was learned."""
        return self.words | {pair[1] for pair in self.pairs} | {key.lower() for key in self.defined}

    def letters(self) -> set[str]:
        """Return the abbreviations of lexicon names that the text defines, in lower case."""
        return {key.lower() for key, name in self.defined.items() if name}

    def mentions(self, pattern: str) -> bool:
        """Whether a pattern occurs anywhere in the text (cached)."""
        if pattern not in self._seen:
            self._seen[pattern] = re.search(pattern, self.text) is not None
        return self._seen[pattern]


@dataclass
class MatchContext:
    """A block of text as the rules see it; `genre` is its topic, computed lazily."""

    tokens: Tokens
    lexicon: Lexicon
    state: DocumentState
    offset: int = 0
    genre: str | None = None
    _line: tuple[int, int, str] = (0, 0, "")
    _run: tuple[int, int] = (-1, -1)
    _lead: tuple[int, int] = (-1, -1)

    def __post_init__(self) -> None:
        """Cache the word lists."""
        self._lists_of = self.lexicon.words.lists_of

    @property
    def words(self) -> Words:
        """The word lists."""
        return self.lexicon.words

    def starts_name(self, low: str) -> bool:
        """Whether a lower-case word begins the name of a feature."""
        return low in self.lexicon.first_words

    def begins_name(self, index: int) -> bool:
        """Whether a name of the lexicon, silent ones too, begins at a word."""
        return index < len(self.tokens) and find_match(self.tokens, index, self.lexicon) is not None

    def style(self, index: int) -> str:
        """Return the style of a word's line: `caps`, `title` (Each Word Capital) or `prose`."""
        start = self.tokens.starts[index]
        first, last, style = self._line
        if not first <= start < last:
            text = self.tokens.text
            first = max(text.rfind("\n", 0, start) + 1, start - _LINE_MAX)
            last = text.find("\n", start, start + _LINE_MAX)
            last = start + _LINE_MAX if last < 0 else last
            style = _style(text[first:last])
            self._line = first, last, style
        return style

    def is_prose(self, index: int) -> bool:
        """Whether capitalisation is meaningful in a word's line."""
        return self.style(index) == "prose"

    def before(self, match: Match, back: int = 1) -> str:
        """Return the lower-case word before a match, separated by white space only."""
        if back == 1:
            first = match.first
            return self.tokens.lows[first - 1] if first and self.tokens.joined[first] else ""
        return self._low_if_touching(match.first - back, match.first)

    def after(self, match: Match, ahead: int = 1) -> str:
        """Return the lower-case word after a match, separated by white space only."""
        if ahead == 1:
            return self.tokens.lows[match.last] if self.tokens.touches(match.last) else ""
        return self._low_if_touching(match.last + ahead - 1, match.last - 1)

    def _low_if_touching(self, index: int, origin: int) -> str:
        low, high = min(index, origin), max(index, origin)
        if low < 0 or high >= len(self.tokens):
            return ""
        if all(self.tokens.touches(step) for step in range(low + 1, high + 1)):
            return self.tokens.lows[index]
        return ""

    def capital_after(self, match: Match) -> str:
        """Return the capitalised word right after a match, in lower case, or ''."""
        low = self.after(match)
        return low if low and self.tokens.is_capital(match.last) else ""

    def capital_before(self, match: Match) -> str:
        """Return the capitalised word right before a match, in lower case, or ''."""
        low = self.before(match)
        return low if low and self.tokens.is_capital(match.first - 1) else ""

    def run_start(self, match: Match) -> int:
        """Return the first of the capitalised words that run up to a match."""
        if self._lead[0] != match.first:
            self._lead = match.first, self._find_run_start(match.first)
        return self._lead[1]

    def _find_run_start(self, first: int) -> int:
        capitals, limit = self.tokens.capitals, max(0, first - _RUN_MAX)
        while first > limit and capitals[first - 1] and self._close(first):
            first -= 1
        return first

    def run_end(self, match: Match) -> int:
        """Return the end of the capitalised words that run on from a match ("of", "&" within)."""
        if self._run[0] != match.last:
            self._run = match.last, self._find_run_end(match)
        return self._run[1]

    def _find_run_end(self, match: Match) -> int:
        last = match.last
        while last < len(self.tokens) and last - match.last <= _RUN_MAX:
            if not self._close(last) and self.tokens.gap(last).strip() not in {"&", "-"}:
                break
            if self.tokens.is_capital(last) or self.tokens.word(last)[:1].isdigit():
                last += 1
            elif self._bridges(last):
                last += 2 if self.tokens.is_capital(last + 1) else 3
            else:
                break
        return last

    def _bridges(self, index: int) -> bool:
        tokens = self.tokens
        if tokens.low(index) not in {"of", "for", "and", "de"} or not tokens.touches(index + 1):
            return False
        if tokens.is_capital(index + 1):
            return True
        is_bridge = tokens.low(index + 1) == "the" and tokens.low(index) != "and"
        return is_bridge and tokens.is_capital(index + 2)

    def _close(self, index: int) -> bool:
        return self.tokens.touches(index) or self.tokens.gap(index) == "-"

    def quoted_before(self, match_first: int) -> str:
        """Return the lower-case word before a word, quotation marks between them allowed."""
        if match_first <= 0:
            return ""
        gap = self.tokens.gap(match_first)
        if len(gap) <= _QUOTE_GAP and not gap.strip(_AROUND_QUOTE):
            return self.tokens.lows[match_first - 1]
        return ""

    def is_in(self, low: str, *lists: str) -> bool:
        """Whether a word is in one of the word lists."""
        found = self._lists_of.get(low)  # the busiest line of the linker: most words are in none
        return found is not None and not found.isdisjoint(lists)

    def is_sort(self, low: str, *lists: str) -> bool:
        """Whether a word or its singular is in one of the word lists."""
        if self.is_in(low, *lists) or self.is_in(low.removesuffix("s"), *lists):
            return True
        singular = low[:-3] + "y" if low.endswith("ies") else low.removesuffix("es")
        return self.is_in(singular, *lists)

    def list_start(self, index: int) -> int:
        """Return where the list of capitalised words begins that a word is in ("A, B and C")."""
        tokens, limit = self.tokens, index - _LIST_MAX
        while index > max(1, limit):
            if tokens.low(index - 1) in {"and", "or"} and tokens.is_capital(index - 2):
                index -= 2
            elif tokens.gap(index).strip() == "," and tokens.is_capital(index - 1):
                index -= 1
            else:
                break
        return index

    def list_end(self, index: int) -> int:
        """Return where the list of capitalised words ends that runs on from before a word."""
        tokens, limit = self.tokens, index + _LIST_MAX
        while index < min(len(tokens), limit):
            if tokens.low(index) in {"and", "or"} and tokens.is_capital(index + 1):
                index += 2
            elif tokens.gap(index).strip() == "," and tokens.is_capital(index):
                index += 1
            else:
                break
        return index

    def is_place_word(self, low: str) -> bool:
        """Whether a word before a name says that a place is meant: "in", "from", "flew"."""
        return low in _PLACE_LEADS or self.is_in(low, "in-place", "place-prep", "motion")

    def owns(self, match: Match) -> bool:
        """Whether a possessive follows a match: "Norway's"."""
        tokens, last = self.tokens, match.last
        return tokens.low(last) == "s" and tokens.gap(last)[:1] in _APOSTROPHES

    def opens_clause(self, index: int) -> bool:
        """Whether a capital after state and comma opens a clause: "Russia, Washington imposed"."""
        tokens, after = self.tokens, index + 1
        if tokens.gap(index).strip() != "," or not tokens.touches(after):
            return False
        names = self.lexicon.find([tokens.low(index - 1)])
        is_state = any(name.kind == "state" and name.rule == "name" for name in names)
        goes_on = not (tokens.is_capital(after) or self.is_in(tokens.low(after), "sentence-word"))
        return is_state and goes_on

    def near(self, match: Match, name: str, reach: int) -> bool:
        """Whether a word of a list occurs within so many words of a match."""
        lows = self.tokens.lows[max(0, match.first - reach) : match.last + reach]
        return not self.words[name].isdisjoint(lows)

    def count_near(self, match: Match, reach: int, *lists: str) -> int:
        """Return how many different words of the lists occur within so many words of a match."""
        lows = self.tokens.lows[max(0, match.first - reach) : match.last + reach]
        return sum(self.is_in(low, *lists) for low in set(lows))


def _style(line: str) -> str:
    words = _LETTERS.findall(line)
    long = [word for word in words if len(word) > 1]
    upper = sum(word.isupper() for word in long)
    if long and upper >= max(2, 0.75 * len(long)):
        return "caps"
    if line.rstrip().endswith("."):
        return "prose"
    content = [word for word in words if len(word) >= _CONTENT_WORD]
    capital = sum(word[0].isupper() for word in content)
    if len(content) >= _TITLE_WORDS and capital >= 0.8 * len(content) and len(line) <= _TITLE_LINE:
        return "title"
    return "prose"
