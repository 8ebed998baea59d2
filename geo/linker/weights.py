"""The table of weights: what each signal adds to a decision, in hundredths of a logit.

`python -m geo.linker.train` writes it from the annotated texts. All weights and values are whole
numbers, so that a sum is the same on every machine.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from geo.errors import LexiconError
from geo.linker.memo import Memo

PATH = Path(__file__).with_name("weights.json")
TABLES = ("near", "whole", "topic", "capital")
BIAS = ""
"""The signal that every candidate has."""
_Table = Mapping[str, int]


class Signals(NamedTuple):
    """Signals that are there together, and the sums of their weights in three of the tables."""

    names: tuple[str, ...]
    near: int = 0
    whole: int = 0
    capital: int = 0


@dataclass(frozen=True)
class Weights:
    """Weights by signal.

    Attributes
    ----------
    near
        Of the signals beside a name alone: what the other names of its text take from it.
    whole
        Of all signals of a name, those of its text too: the decision.
    topic
        Of the words of a text: whether names in such texts are mentions.
    capital
        Whether a capital stands for its state rather than for the town.
    trained_on
        The hash of what they were trained on.
    """

    near: _Table = field(default_factory=dict)
    whole: _Table = field(default_factory=dict)
    topic: _Table = field(default_factory=dict)
    capital: _Table = field(default_factory=dict)
    trained_on: str = ""

    @cached_property
    def memo(self) -> Memo[Any, Signals]:
        """What words beside a name say, which is the same for each text."""
        return Memo()

    @cached_property
    def beside(self) -> frozenset[str]:
        """The signals beside a name that have a weight anywhere."""
        return frozenset().union(self.near, self.whole, self.capital)

    def weigh(self, names: Iterable[str]) -> Signals:
        """Return signals with their sums.

        Those without a weight are left out, unless there are no weights at all.
        """
        known = tuple(each for each in dict.fromkeys(names) if not self or each in self.beside)
        return Signals(
            known, *(total_of(known, table) for table in (self.near, self.whole, self.capital))
        )

    def __bool__(self) -> bool:
        """Whether there are weights."""
        return bool(self.beside)


def load_weights(problems: list[str] | None = None, path: Path | None = None) -> Weights:
    """Return the weights that ship.

    Parameters
    ----------
    problems
        Where a list is given, what is wrong is added to it, and without weights every candidate is
        a mention.
    path
        Another file.

    Raises
    ------
    LexiconError
        When the file is missing or damaged and no list is given.
    """
    path = path or PATH
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
        tables = {name: _table(record[name]) for name in TABLES}
        return Weights(**tables, trained_on=str(record["trained_on"]))
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        what = (
            f"{path.name}: the linker's weights are missing or damaged; "
            "restore the file from the repository."
        )
        if problems is None:
            raise LexiconError(what) from error
        problems.append(what)
        return Weights()


def _table(record: Mapping[str, int]) -> dict[str, int]:
    if not all(isinstance(value, int) for value in record.values()):
        raise TypeError
    return {str(signal): value for signal, value in record.items()}


def total(signals: Mapping[str, int], weights: _Table) -> int:
    """Return the weighted sum of signals, without the bias."""
    get = weights.get
    return sum([value * get(signal, 0) for signal, value in signals.items()])


def total_of(signals: Iterable[str], weights: _Table) -> int:
    """Return the sum of the weights of signals that are all 1, without the bias."""
    return sum(weights.get(signal, 0) for signal in signals)
