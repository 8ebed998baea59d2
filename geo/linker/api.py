"""The public API: the lexicon with the catalogue's names, and mentions as a table."""

import json
from collections.abc import Iterable
from dataclasses import astuple
from functools import cache
from typing import TYPE_CHECKING

from geo.catalogue.names import FeatureName, load_names
from geo.linker.lexicon import Lexicon, load_lexicon
from geo.linker.mentions import Mention, find_mentions

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = ("start", "end", "surface", "target", "kind", "rule")


@cache
def catalogue_names() -> tuple[FeatureName, ...]:
    """Return the catalogue's names (cached)."""
    return tuple(load_names())


@cache
def default_lexicon() -> Lexicon:
    """Return the lexicon of the tables and of the catalogue (cached)."""
    return load_lexicon(catalogue_names())


@cache
def packed_names() -> bytes:
    """Return the catalogue's names as a line of JSON, for another process."""
    return json.dumps([astuple(name) for name in catalogue_names()]).encode() + b"\n"


def unpack_lexicon(line: bytes) -> Lexicon:
    """Return the default lexicon with the names in a line of `packed_names`."""
    return load_lexicon(FeatureName(*row) for row in json.loads(line))


def find(text: str) -> list[Mention]:
    """Return the mentions in a text, found with the default lexicon."""
    return find_mentions(text, default_lexicon())


def mention_table(text: str) -> "pd.DataFrame":
    """Return the mentions in a text as a table, one row each.

    Returns
    -------
    mentions
        Columns start, end (code points of `text`), surface, target, kind, rule.
    """
    return to_table(find(text))


def to_table(mentions: Iterable[Mention]) -> "pd.DataFrame":
    """Return mentions as a table with the columns start, end, surface, target, kind, rule."""
    import pandas as pd  # noqa: PLC0415 - loaded only when a table is asked for

    rows = [[getattr(mention, column) for column in COLUMNS] for mention in mentions]
    return pd.DataFrame(rows, columns=list(COLUMNS))
