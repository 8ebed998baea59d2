"""The word lists that the rules read, from data/words.csv."""

from dataclasses import dataclass

from geo.errors import LexiconError
from geo.text.tables import read_table


@dataclass(frozen=True)
class Words:
    """Sets of lower-case words by the name of their list.

    `is_whole` is False where the table was damaged: a list that it lacks is then empty, not an
    error.
    """

    lists: dict[str, frozenset[str]]
    is_whole: bool = True

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
            if not self.is_whole:
                return frozenset()
            raise LexiconError(f"words.csv: there is no list `{name}`.") from None


def load_words(problems: list[str] | None = None) -> Words:
    """Return the lists of data/words.csv; several rows may add to one list.

    Parameters
    ----------
    problems
        As in `read_table`: where a list is given, what is wrong is added to it and the lists come
        back as far as they can be read.
    """
    found: list[str] | None = None if problems is None else []
    lists: dict[str, set[str]] = {}
    for row in read_table("words.csv", columns=("list", "words"), problems=found):
        lists.setdefault(row["list"], set()).update(row["words"].split())
    if problems is not None:
        problems += found or []
    return Words({name: frozenset(words) for name, words in lists.items()}, is_whole=not found)
