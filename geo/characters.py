"""Characters that no text may hand on, and the two ways of cleaning a text from outside.

JSON can write half of a surrogate pair, which is no text: nothing that sends or stores UTF-8 takes
it. So a string goes through `whole` at the door through which it comes, shown or not; what stands
in a sentence on the page goes through `one_line` too.
"""

import re
from typing import Any

HALVES = range(0xD800, 0xE000)
"""Halves of surrogate pairs."""
TURNERS = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
"""Controls that turn the direction of writing."""
CONTROLS = (*range(32), 127)
INSTEAD = "\ufffd"
_HALF = re.compile("[\ud800-\udfff]")
_UNSEEN = dict.fromkeys((*CONTROLS, *TURNERS), " ")


def whole(text: str) -> str:
    """Return the text with U+FFFD for each half of a surrogate pair; all else stays."""
    return _HALF.sub(INSTEAD, text)


def whole_json(value: Any) -> Any:  # noqa: ANN401  JSON nests
    """Return what JSON holds with `whole` applied to every string in it, keys too.

    Raises
    ------
    RecursionError
        It is nested deeper than anything of ours.
    """
    if isinstance(value, str):
        return whole(value)
    if isinstance(value, list):
        return [whole_json(each) for each in value]
    if isinstance(value, dict):
        return {whole(key): whole_json(each) for key, each in value.items()}
    return value


def one_line(text: str, *, most: int) -> str:
    """Return a text as it may stand in a sentence: one line, nothing unseen, cut at `most`."""
    line = " ".join(whole(text[: 4 * most]).translate(_UNSEEN).split())
    return line if len(line) <= most else f"{line[: most - 1]}…"
