"""Lines that type is set on: off a stretch of a track, evened out, as long as a name."""

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
STEP_PX = 4.0
_SMOOTH_PX = 16.0
"""Bends of a track narrower than this are evened out under its name."""


def baseline(stretch: Points, side: int, *, length: float, off: float) -> Points | None:
    """Return the line that a name is set on: off the middle of a stretch, as long as the name.

    None where the stretch is too short. All in one unit, with y downward.
    """
    line = evened(moved(stretch, side, off))
    lengths = along(line)
    if lengths[-1] < length:
        return None
    at = (lengths[-1] - length) / 2 + np.linspace(0, length, 24)
    return np.column_stack([np.interp(at, lengths, line[:, i]) for i in (0, 1)])


def resample(pixels: Points, step_px: float) -> Points:
    """Return a line's points at even distances."""
    lengths = along(pixels)
    count = max(2, int(lengths[-1] / step_px) + 1)
    at = np.linspace(0, lengths[-1], count)
    return np.column_stack([np.interp(at, lengths, pixels[:, i]) for i in (0, 1)])


def smoothed(line: Points) -> Points:
    """Return a line at even distances of `STEP_PX` without its narrow bends."""
    half = round(_SMOOTH_PX / STEP_PX)
    if len(line) <= 2 * half:
        return line
    weights = np.hanning(2 * half + 3)[1:-1]
    padded = np.vstack([[line[0]] * half, line, [line[-1]] * half])
    return np.column_stack(
        [np.convolve(padded[:, i], weights / weights.sum(), mode="valid") for i in (0, 1)]
    )


def evened(line: Points) -> Points:
    """Even a line out, so that letters do not fall into its bends; its ends stay."""
    for _ in range(8):
        middle = (line[:-2] + 2 * line[1:-1] + line[2:]) / 4
        line = np.vstack([line[:1], middle, line[-1:]])
    return line


def turns(line: Points) -> Points:
    """Return by how much a line turns at each of its inner points, in radians."""
    angles = np.unwrap(np.arctan2(*np.diff(line, axis=0).T[::-1]))
    return np.diff(angles)


def along(line: Points) -> Points:
    """Return how far along a line each of its points is."""
    return np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])


def moved(line: Points, side: int, off_px: float) -> Points:
    """Return a line moved sideways: 1 is above it as one reads along it, -1 below."""
    tangents = np.gradient(line, axis=0)
    lengths = np.maximum(np.hypot(*tangents.T), 1e-9)
    normals = np.column_stack([tangents[:, 1], -tangents[:, 0]]) / lengths[:, None]
    found: Points = line + side * off_px * normals
    return found
