"""The times of a track's points: ISO 8601, or seconds or milliseconds since 1970."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from geo import messages
from geo.characters import one_line
from geo.decode import number_with
from geo.measure.own_track import limits
from geo.measure.own_track.rows import is_blank

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Times = NDArray[np.datetime64]

_SECONDS = (1e8, 1e11)  # from 1973 to the year 5138
_MILLISECONDS = (1e11, 1e14)
_DATE = re.compile(r"(\d{1,2})([./])(\d{1,2})[./](\d{4})((?:[ T]\d{2}:.{2,20})?)")
_MONTHS = 12
_LONGEST = 40  # of a time in ISO 8601


def read_times(there: Sequence[Any]) -> tuple[Times | None, list[str]]:
    """Return the times (UTC; one without a zone is taken as such), and sentences on them.

    None without a single time; NaT for a point that has none.
    """
    texts = ["" if is_blank(value) else str(value).strip() for value in there]
    given = np.array([bool(text) for text in texts], bool)
    if not given.any():
        return None, []
    times = _since_1970(texts)
    notes: list[str] = []
    if times is None:
        times = _iso(texts)
        if np.isnat(times[given]).all():
            times, notes = _by_day(texts, times)
    unread = np.flatnonzero(given & np.isnat(times))
    if len(unread):
        example = one_line(texts[unread[0]], max_chars=limits.SHOWN_CHARS)
        notes.append(
            messages.TRACK_TIMES_UNREAD.format(
                count=len(unread), total=int(given.sum()), example=example
            )
        )
    if np.isnat(times).all():
        return None, notes
    back = int(np.sum(np.diff(times[~np.isnat(times)]) < np.timedelta64(0)))
    if back:
        notes.append(messages.TRACK_TIMES_BACK.format(points=number_with(back, "point", "points")))
    return times, notes


def _iso(texts: Sequence[str]) -> Times:
    short = pd.Series([text if len(text) <= _LONGEST else "" for text in texts], dtype=object)
    read = pd.to_datetime(short, errors="coerce", utc=True, format="ISO8601")
    return np.asarray(read.dt.tz_localize(None).to_numpy(dtype="datetime64[ms]"))


def _by_day(texts: Sequence[str], unread: Times) -> tuple[Times, list[str]]:
    """Return times written as 13.07.2026 12:00 or 13/07/2026, if one order alone fits them all."""
    found = [_DATE.fullmatch(text) for text in texts]
    numbers = [(int(each[1]), int(each[3])) for each in found if each]
    if len(numbers) < sum(map(bool, texts)):
        return unread, []
    first, second = (max(pair[at] for pair in numbers) for at in (0, 1))
    is_dotted = all(each[2] == "." for each in found if each)
    if not is_dotted and (first > _MONTHS) == (second > _MONTHS):
        return unread, []  # 07/01 is 7 January to some and 1 July to others
    is_day_first = is_dotted or first > _MONTHS
    order = (3, 1) if is_day_first else (1, 3)
    iso = [
        f"{each[4]}-{int(each[order[0]]):02}-{int(each[order[1]]):02}{each[5]}" if each else ""
        for each in found
    ]
    pattern = messages.TRACK_DAYS_FIRST if is_day_first else messages.TRACK_MONTHS_FIRST
    example = one_line(next(filter(None, texts)), max_chars=limits.SHOWN_CHARS)
    return _iso(iso), [] if is_dotted else [pattern.format(example=example)]


def _since_1970(texts: Sequence[str]) -> Times | None:
    """Return times that are all given as seconds or milliseconds since 1970, or None."""
    try:
        numbers = np.array([float(text) if text else np.nan for text in texts])
    except ValueError:
        return None
    for (low, high), factor in ((_SECONDS, 1000.0), (_MILLISECONDS, 1.0)):
        known = numbers[~np.isnan(numbers)]
        if len(known) and np.all((known >= low) & (known < high)):
            milliseconds = np.where(np.isnan(numbers), 0.0, np.round(numbers * factor))
            times = milliseconds.astype(np.int64).astype("datetime64[ms]")
            times[np.isnan(numbers)] = np.datetime64("NaT")
            return times
    return None
