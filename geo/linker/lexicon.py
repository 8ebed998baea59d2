"""The lexicon: every name to find, its target, case rule and ambiguities, as a trie."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Protocol

from geo.errors import LexiconError
from geo.linker.memo import Memo
from geo.linker.spellings import spellings
from geo.linker.tokens import fold, has_unspaced, tokenise
from geo.linker.unspaced import Unspaced
from geo.linker.weights import Weights, load_weights
from geo.text.tables import read_table
from geo.text.wordlists import Words, load_words

TABLES = ("states.csv", "bodies.csv", "groups.csv", "regions.csv", "aliases.csv")
COLUMNS = ("text", "target", "kind", "rule", "case", "lang", "ambiguity", "source")
SILENT = "silent"
CASES = ("proper", "exact", "any")
WATERS = frozenset({"sea", "strait", "route", "corridor"})
_OFFICES = frozenset({"body", "historic", "phrase", "prefix"})
_ISO = 2
# A name's last word may stand in lower case ("Kara sea", "Suez canal") and in the plural.
HEADS = frozenset(
    [
        "sea",
        "strait",
        "canal",
        "route",
        "passage",
        "island",
        "archipelago",
        "peninsula",
        "sound",
        "gulf",
        "bay",
        "ocean",
        "channel",
        "gate",
        "port",
        "corridor",
        "region",
        "land",
        "cape",
        "fjord",
        "pole",
        "circle",
    ]
)


class CatalogueName(Protocol):
    """Protocol of a catalogue name (`geo.catalogue.names.FeatureName` is one)."""

    @property
    def text(self) -> str: ...  # noqa: D102
    @property
    def feature(self) -> str: ...  # noqa: D102
    @property
    def kind(self) -> str: ...  # noqa: D102
    @property
    def lang(self) -> str: ...  # noqa: D102
    @property
    def exact_case(self) -> bool: ...  # noqa: D102
    @property
    def in_lexicon(self) -> bool: ...  # noqa: D102


_PLAIN = re.compile(r"[^\W_]+(?: [^\W_]+)*")
"""Names that can be split at spaces, without looking at each character; most can."""


@dataclass(frozen=True)
class Name:
    """One name of one feature.

    Attributes
    ----------
    text, target, kind
        The name, the id of the feature it names, and that feature's kind.
    case
        `proper`: capitals where the name has them, or all capitals; `exact`: as written;
        `any`: however written.
    rule
        What a mention found by it is called: name, demonym, abbreviation, capital, body,
        prefix, phrase, historic, place-in-state; `silent` names link nothing.
    ambiguity_codes
        The ambiguities that are tested where the name is found, in the order of the tables.
    """

    text: str
    target: str
    kind: str
    rule: str = "name"
    case: str = "proper"
    lang: str = "en"
    ambiguity_codes: tuple[str, ...] = ()
    source: str = ""

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The name's words as written, without diacritics and dots."""
        if _PLAIN.fullmatch(self.text):
            return tuple(fold(word) for word in self.text.split())
        return tuple(fold(word) for word in tokenise(self.text).words)

    @cached_property
    def ambiguities(self) -> frozenset[str]:
        """The codes as a set."""
        return frozenset(self.ambiguity_codes)

    @cached_property
    def group(self) -> str:
        """The group of names that it behaves like, for signals that differ between them."""
        if self.rule in {"demonym", "abbreviation"}:
            return "people" if self.rule == "demonym" else "letters"
        if self.rule in _OFFICES:
            return "office"
        if self.kind == "place" or self.rule == "capital":
            return "town"
        if self.kind in WATERS:
            return "water"
        if self.kind == "state" or (len(self.target) == _ISO and self.target.isupper()):
            return "state"
        return "arctic" if self.target in {"arctic", "nordics"} else "land"


@dataclass
class Node:
    """A trie node: the names that end here and the words that may follow."""

    names: list[Name] = field(default_factory=list)
    children: dict[str, "Node"] = field(default_factory=dict)


@dataclass(frozen=True)
class Lexicon:
    """All names, the trie of their words, and the word lists and the weights of the signals."""

    names: tuple[Name, ...]
    root: Node
    vocabulary: frozenset[str]
    words: Words
    unspaced: Unspaced
    weights: Weights = field(default_factory=Weights)
    problems: tuple[str, ...] = ()
    """What of the tables could not be read, a sentence each."""

    @cached_property
    def fitting(self) -> Memo[tuple[str, ...], tuple[Name, ...]]:
        """Which names fit the letter case of words, as far as that was asked."""
        return Memo()

    def find(self, words: Iterable[str]) -> list[Name]:
        """Return the names made of exactly these lower-case words."""
        node: Node | None = self.root
        for word in words:
            node = node.children.get(word) if node else None
        return list(node.names) if node else []

    def targets(self) -> dict[str, list[Name]]:
        """Return the names by the id of their target, in the order of the tables."""
        found: dict[str, list[Name]] = {}
        for name in self.names:
            if name.target:
                found.setdefault(name.target, []).append(name)
        return found


def load_lexicon(names: Iterable[CatalogueName] = (), *, strict: bool = True) -> Lexicon:
    """Return the lexicon of the tables in geo/text/data and of the given names.

    Parameters
    ----------
    names
        The catalogue's names. One that duplicates a row of the tables adds nothing; a feature's
        kind is the catalogue's. A town that is a capital in the tables comes in even where the
        catalogue keeps its name out: the rules choose between town and state.
    strict
        Raise on what is wrong in the tables; otherwise the rows that are whole are used and the
        rest is named in `Lexicon.problems`.

    Raises
    ------
    LexiconError
        When a row breaks a rule; the message lists every such row.
    """
    given = list(names)
    problems: list[str] = []
    own = list(_read_names({name.feature: name.kind for name in given}, problems))
    ambiguities = {
        row["text"]: row["ambiguity"]
        for row in read_table("ambiguities.csv", columns=("text", "ambiguity"), problems=problems)
    }
    lists = load_words() if strict and not problems else load_words(problems)
    weights = load_weights(problems)
    if strict and problems:
        raise LexiconError("\n".join(problems))
    capitals = {name.text for name in own if name.rule == "capital"}
    handed = [
        _from_catalogue(name)
        for name in given
        if name.in_lexicon
        or name.text in ambiguities
        or (name.kind == "place" and name.text in capitals)
    ]
    kept: dict[tuple[str, str], Name] = {}
    for name in own + handed:
        if ambiguities.get(name.text) != "suppressed":
            kept.setdefault((name.text, name.target), _with_ambiguity(name, ambiguities))
    return _build(list(kept.values()), lists, weights, problems)


def _from_catalogue(name: CatalogueName) -> Name:
    case = "exact" if name.exact_case or name.lang == "zh" else "proper"
    rule = "abbreviation" if name.exact_case and name.text.isupper() else "name"
    text = name.text.removeprefix("the ").removeprefix("The ")
    return Name(text, name.feature, name.kind, rule, case, name.lang, (), "the catalogue")


def _with_ambiguity(name: Name, ambiguities: dict[str, str]) -> Name:
    added = tuple(ambiguities.get(name.text, "").split())
    return replace(name, ambiguity_codes=name.ambiguity_codes + added) if added else name


def _read_names(kinds: dict[str, str], problems: list[str]) -> Iterator[Name]:
    for table in TABLES:
        for row in read_table(table, columns=COLUMNS, problems=problems):
            if row["case"] not in CASES or not row["text"].strip() or not row["target"]:
                problems.append(
                    f"{table}: text, target and a case of {', '.join(CASES)} are needed for "
                    f"`{row['text']}`."
                )
                continue
            kind = kinds.get(row["target"], row["kind"])
            yield Name(
                row["text"],
                row["target"],
                kind,
                row["rule"],
                row["case"],
                row["lang"],
                tuple(row["ambiguity"].split()),
                row["source"],
            )
    for row in read_table("silent.csv", columns=("text", "case", "why"), problems=problems):
        yield Name(row["text"], "", "", SILENT, row["case"], "en", (), row["why"])


def _build(names: list[Name], words: Words, weights: Weights, problems: Iterable[str]) -> Lexicon:
    root = Node()
    unspaced = Unspaced(
        tuple(name for name in names if has_unspaced(name.text)), words["unspaced-silent"]
    )
    spaced = [name for name in names if name.lang != "zh"]
    for name in spaced:
        _insert(root, name)
    for name in spaced:
        for spelling in spellings(name):
            _insert(root, spelling, only_new=True)
    vocabulary = frozenset(word.lower() for name in spaced for word in name.words)
    return Lexicon(tuple(names), root, vocabulary, words, unspaced, weights, tuple(problems))


def _insert(root: Node, name: Name, *, only_new: bool = False) -> None:
    """Insert a name into the trie; with `only_new`, unless the feature has that name already.

    Written so in another case is new where the name's case is any: "North-West Passage" is another
    writing of "Northwest Passage", which is found in small letters too.
    """
    node = root
    for word in name.words:
        node = node.children.setdefault(word.lower(), Node())
    is_new = not any(
        (other.target, other.words) == (name.target, name.words)
        and (other.case == name.case or name.case != "any")
        for other in node.names
    )
    if node is not root and (is_new or not only_new):
        node.names.append(name)
