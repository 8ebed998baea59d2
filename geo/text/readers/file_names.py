"""Untrusted file names: cleaned for display, used only for their extension."""

import unicodedata

from geo.text.readers.limits import NAME_CHARS

# Cc controls, Cf format characters (bidi overrides, zero width), Cs surrogates, Zl and Zp breaks.
_DROPPED = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_LONGEST_SUFFIX = 12


def clean_name(name: str) -> str:
    r"""Return a file's name fit for display: no control or bidi characters, at most 80 characters.

    The name is a label and still untrusted: escape it in HTML.

    Examples
    --------
    >>> clean_name("report\u202efdp.txt")
    'reportfdp.txt'
    """
    # The cut before the loop keeps a name of megabytes cheap.
    kept = "".join(
        char for char in name[: 50 * NAME_CHARS] if unicodedata.category(char) not in _DROPPED
    ).strip()
    if not kept:
        return "unnamed file"
    return kept if len(kept) <= NAME_CHARS else kept[: NAME_CHARS - 1] + "…"


def suffix_of(name: str) -> str:
    """Return the lower-case extension with its dot, or an empty string."""
    tail = name.rstrip().rsplit("/", 1)[-1].rsplit("\\", 1)[-1]
    stem, dot, ending = tail.rpartition(".")
    if not dot or not stem or not ending or len(ending) > _LONGEST_SUFFIX:
        return ""
    return "." + ending.lower()
