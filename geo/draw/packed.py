"""Shapes in short: each line as a string, its positions as differences in digits to the base 32.

The browser is sent shapes like this (`web/shapes.js` unpacks them), and charts are kept like this.
A difference is doubled, and a negative one turned over, so that it has no sign; its digits come
lowest first, and all but the last lie in the upper half of the alphabet.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import mapping, shape
from shapely.geometry.base import BaseGeometry

_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_BITS = 5
_MORE = 1 << _BITS
_VALUE_OF = np.zeros(128, dtype=np.int64)
_VALUE_OF[list(_DIGITS.encode())] = np.arange(len(_DIGITS))

Packed = tuple[str, Any]
"""A GeoJSON type, and its coordinates with a string in place of each list of positions."""


def pack(geometry: BaseGeometry) -> Packed:
    """Return a geometry in whole steps, packed."""
    encoded = mapping(geometry)
    return encoded["type"], _each_line(encoded["coordinates"])


def unpack(packed: Packed) -> BaseGeometry:
    """Return the geometry.

    Raises
    ------
    ValueError, TypeError, LookupError
        What is packed was damaged.
    """
    kind, coordinates = packed
    found: BaseGeometry = shape({"type": kind, "coordinates": _each_string(coordinates)})
    if kind == "Point":
        return shapely.Point(shapely.get_coordinates(found)[0])
    return found


class Shapes(Mapping[str, BaseGeometry]):
    """Geometries by name, each unpacked when it is first asked for."""

    def __init__(self, packed: Mapping[str, Packed]) -> None:
        self.packed = packed
        self._known: dict[str, BaseGeometry] = {}

    @classmethod
    def of(cls, shapes: Mapping[str, BaseGeometry]) -> "Shapes":
        """Pack geometries in whole steps."""
        return cls({name: pack(geometry) for name, geometry in shapes.items()})

    def __getitem__(self, name: str) -> BaseGeometry:
        """Return a geometry."""
        if name not in self._known:
            self._known[name] = unpack(self.packed[name])
        return self._known[name]

    def __iter__(self) -> Iterator[str]:
        """Go through the names, in order."""
        return iter(self.packed)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.packed)


def _each_line(coordinates: Any) -> Any:  # noqa: ANN401  nested as deep as GeoJSON nests
    if not len(coordinates):
        return []
    if isinstance(coordinates[0], float):
        return _to_text(np.array([coordinates]))
    if isinstance(coordinates[0][0], float):
        return _to_text(np.array(coordinates))
    return [_each_line(inner) for inner in coordinates]


def _each_string(packed: Any) -> Any:  # noqa: ANN401  nested as deep as GeoJSON nests
    if isinstance(packed, str):
        return _to_positions(packed)
    return [_each_string(inner) for inner in packed]


def _to_text(positions: NDArray[np.float64]) -> str:
    steps = np.rint(positions).astype(np.int64)
    differences = np.diff(steps, axis=0, prepend=np.zeros((1, 2), dtype=np.int64)).ravel()
    return "".join(_digits_of(int(number)) for number in (differences << 1) ^ (differences >> 63))


def _digits_of(number: int) -> str:
    digits = ""
    while number >= _MORE:
        digits += _DIGITS[number % _MORE + _MORE]
        number >>= _BITS
    return digits + _DIGITS[number]


def _to_positions(text: str) -> NDArray[np.float64]:
    digits = _VALUE_OF[np.frombuffer(text.encode("ascii"), dtype=np.uint8)]
    starts = np.flatnonzero(np.concatenate([[True], digits[:-1] < _MORE]))
    place = np.arange(len(digits)) - np.repeat(starts, np.diff([*starts, len(digits)]))
    numbers = np.add.reduceat((digits % _MORE) << (_BITS * place), starts)
    differences = (numbers >> 1) ^ -(numbers & 1)
    return differences.reshape(-1, 2).cumsum(axis=0).astype(float)
