"""What is written: articles, names, mentions and links.

`from geo.text import mention_table` is the short way in; it brings the catalogue's names along and
is loaded when it is asked for, so that importing a part of this package stays light.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from geo.text.door import find, mention_table

__all__ = ["find", "mention_table"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the door holds under this name
    if name in __all__:
        from geo.text import door  # noqa: PLC0415 - see above

        return getattr(door, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
