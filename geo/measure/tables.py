"""The shipped tables of segments: read and validate them, write and read their states."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from geo.errors import DAMAGE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

_MILES = ("from_nm", "to_nm")
_BETWEEN_STATES = "+"


def join_states(codes: Iterable[str]) -> str:
    """Return the codes of a segment's states as the tables hold them: `CA+US`, '' for none."""
    return _BETWEEN_STATES.join(codes)


def split_states(state: str) -> list[str]:
    """Return the codes that `join_states` joined."""
    return [code for code in state.split(_BETWEEN_STATES) if code]


def read_segments(
    path: Path, columns: Sequence[str], *, what: str, build: str
) -> tuple[pd.DataFrame, str]:
    """Return a table of segments, and why it is empty ('' if it is valid).

    The columns are these and no others, `from_nm` and `to_nm` are finite numbers in order,
    everything else is text. A table that breaks this gives no figure rather than a wrong one.

    Parameters
    ----------
    what
        What is not available without the table; the beginning of the message.
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
            reason = f"{path.name} has segments without a beginning or an end."
        else:
            return frame, ""
    reason = f"{what}: {reason} Restore it from the repository, or build it with `{build}`."
    return pd.DataFrame(columns=list(columns)), reason


def _in_order(frame: pd.DataFrame) -> bool:
    miles = frame[list(_MILES)].to_numpy(dtype=float)
    return bool(np.isfinite(miles).all() and (miles[:, 0] <= miles[:, 1]).all())
