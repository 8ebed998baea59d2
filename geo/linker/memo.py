"""What was worked out before, within bounds."""

from typing import TypeVar

_MOST = 50_000
_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


class Memo(dict[_Key, _Value]):
    """A dictionary that forgets everything when it is full: words of any text may get in."""

    def __setitem__(self, key: _Key, value: _Value) -> None:
        """Remember a value."""
        if len(self) >= _MOST:
            self.clear()
        super().__setitem__(key, value)
