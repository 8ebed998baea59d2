"""The tints of a picture: colours that fill a good part of it, not those along edges."""

import io
from collections import Counter
from collections.abc import Iterable

import numpy as np
from matplotlib.image import imread

Tint = tuple[int, int, int]
_LEAST_PIXELS = 500
"""Fewer pixels of one colour are its edges, smoothed."""
_SAME = 3
"""By how much two colours may differ that a reader takes for one: layers are rounded one by one."""


def tints_of(png: bytes, *, on: Iterable[str]) -> list[Tint]:
    """Return the colours of a PNG that fill more than its edges, the most frequent first.

    Parameters
    ----------
    on
        The colours of the ground, which do not count, as `#rrggbb`.
    """
    pixels = (imread(io.BytesIO(png))[:, :, :3] * 255).round().astype(int)
    seen = Counter((red, green, blue) for red, green, blue in np.reshape(pixels, (-1, 3)).tolist())
    ground = [_tint(colour) for colour in on]
    tints: list[Tint] = []
    for colour, count in seen.most_common():
        is_new = all(max(map(abs, np.subtract(colour, tint))) > _SAME for tint in (*ground, *tints))
        if count >= _LEAST_PIXELS and is_new:
            tints.append(colour)
    return tints


def _tint(colour: str) -> Tint:
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return red, green, blue
