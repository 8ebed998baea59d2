"""Reading the tables of stretches that ship: every column of its type, or no table and a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from geo.errors import DAMAGE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_MILES = ("from_nm", "to_nm")


def read_stretches(
    path: Path, columns: Sequence[str], *, what: str, build: str
) -> tuple[pd.DataFrame, str]:
    """Return a table of stretches, and why it is empty ('' when all is well).

    What decides: the columns are these and no others, `from_nm` and `to_nm` are finite numbers in
    order, everything else is text. A table that breaks this gives no figure rather than a wrong
    one.

    Parameters
    ----------
    what
        What cannot be given without the table; the head of the sentence.
    build
        The command that builds it.
    """
    types = {name: float if name in _MILES else str for name in columns}
    try:
        frame = pd.read_csv(path, keep_default_na=False, dtype=types, encoding="utf-8")
    except FileNotFoundError:
        reason = f"{path.name} is missing."
    except DAMAGE as error:
        reason = f"{path.name} is unreadable ({error})."
    else:
        if list(frame.columns) != list(columns):
            reason = f"{path.name} must have the columns {', '.join(columns)}."
        elif not _in_order(frame):
            reason = f"{path.name} has stretches without a beginning or an end."
        else:
            return frame, ""
    reason = f"{what}: {reason} Restore it from the repository, or build it with `{build}`."
    return pd.DataFrame(columns=list(columns)), reason


def _in_order(frame: pd.DataFrame) -> bool:
    miles = frame[list(_MILES)].to_numpy(dtype=float)
    return bool(np.isfinite(miles).all() and (miles[:, 0] <= miles[:, 1]).all())
