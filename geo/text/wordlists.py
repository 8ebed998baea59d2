"""The word lists that the rules read, from data/words.csv."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from geo.errors import LexiconError
from geo.text.tables import read_table


@dataclass(frozen=True)
class Words:
    """Sets of lower-case words by the name of their list."""

    lists: dict[str, frozenset[str]]

    @cached_property
    def lists_of(self) -> Mapping[str, frozenset[str]]:
        """The names of the lists that a word is in, by word; most words are in none."""
        found: dict[str, set[str]] = {}
        for name, words in self.lists.items():
            for word in words:
                found.setdefault(word, set()).add(name)
        return {word: frozenset(names) for word, names in found.items()}

    def __getitem__(self, name: str) -> frozenset[str]:
        """Return a list.

        Raises
        ------
        LexiconError
            When data/words.csv has no such list.
        """
        try:
            return self.lists[name]
        except KeyError:
            raise LexiconError(f"words.csv has no list `{name}`.") from None


def load_words(problems: list[str] | None = None) -> Words:
    """Return the lists of data/words.csv; several rows may add to one list.

    Parameters
    ----------
    problems
        As in `read_table`: where a list is given, what is wrong is added to it and the lists come
        back as far as they can be read: one that the table lacks is empty.
    """
    lists: dict[str, set[str]] = {}
    for row in read_table("words.csv", columns=("list", "words"), problems=problems):
        lists.setdefault(row["list"], set()).update(row["words"].split())
    made = {name: frozenset(words) for name, words in lists.items()}
    return Words(made if problems is None else defaultdict(frozenset, made))
