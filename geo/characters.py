"""Unsafe characters, and two ways of cleaning untrusted text.

JSON can contain a lone surrogate, which cannot be encoded as UTF-8. So every string goes through
`replace_surrogates` on input; what is shown in a sentence on the page goes through `one_line` too.
"""

import re
from typing import Any, NoReturn

SURROGATES = range(0xD800, 0xE000)
"""Lone surrogates."""
BIDI_CONTROLS = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
"""Controls that turn the direction of writing."""
CONTROLS = (*range(32), 127)
REPLACEMENT = "\ufffd"
_HALF = re.compile("[\ud800-\udfff]")
_UNSEEN = dict.fromkeys((*CONTROLS, *BIDI_CONTROLS), " ")


def replace_surrogates(text: str) -> str:
    """Return the text with U+FFFD for each lone surrogate."""
    return _HALF.sub(REPLACEMENT, text)


def replace_surrogates_in_json(value: Any) -> Any:  # noqa: ANN401  JSON nests
    """Return a JSON value with `replace_surrogates` applied to every string, keys included.

    Raises
    ------
    RecursionError
        It is nested deeper than anything of ours.
    """
    if isinstance(value, str):
        return replace_surrogates(value)
    if isinstance(value, list):
        return [replace_surrogates_in_json(each) for each in value]
    if isinstance(value, dict):
        return {
            replace_surrogates(key): replace_surrogates_in_json(each) for key, each in value.items()
        }
    return value


def refuse_constant(word: str) -> NoReturn:
    """Refuse `NaN` and `Infinity` in JSON: the `parse_constant` of every untrusted file.

    Raises
    ------
    ValueError
        Always.
    """
    raise ValueError(f"{word} is no number of JSON")


def one_line(text: str, *, max_chars: int) -> str:
    """Return a text fit for a sentence: one line, no invisible characters, cut at `max_chars`."""
    line = " ".join(replace_surrogates(text[: 4 * max_chars]).translate(_UNSEEN).split())
    return line if len(line) <= max_chars else f"{line[: max_chars - 1]}…"
