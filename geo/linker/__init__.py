"""Entity linking: mentions of the catalogue's features in articles, and the links from them.

`from geo.linker import mention_table` is the convenient entry point; it loads the catalogue's names
and is imported lazily, so that importing a part of this package stays light.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from geo.linker.api import find, mention_table

__all__ = ["find", "mention_table"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the API holds under this name
    if name in __all__:
        from geo.linker import api  # noqa: PLC0415 - see above

        return getattr(api, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
