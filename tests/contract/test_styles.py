"""What a style sheet says holds in every browser: WebKit drops what it cannot read, silently."""

import re
from collections.abc import Iterator

from tests.repository import ROOT, tracked

_LINES = {"none", "underline", "overline", "line-through", "inherit"}


def _declarations() -> Iterator[tuple[str, dict[str, str]]]:
    """Return the declarations of each rule of our style sheets, with the file's name."""
    for name in tracked():
        if not name.endswith(".css"):
            continue
        text = re.sub(r"/\*.*?\*/", "", (ROOT / name).read_text(encoding="utf-8"), flags=re.DOTALL)
        for body in re.findall(r"\{([^{}]*)\}", text):
            pairs = (each.partition(":") for each in re.split(r";(?![^(]*\))", body))
            yield name, {key.strip(): value.strip() for key, _, value in pairs}


def test_text_decoration_names_its_line_alone() -> None:
    found = [
        (name, said["text-decoration"])
        for name, said in _declarations()
        if "text-decoration" in said
    ]
    assert found
    assert [one for one in found if one[1] not in _LINES] == []


def test_what_cannot_be_marked_cannot_be_marked_in_webkit_either() -> None:
    found = [(name, said) for name, said in _declarations() if "user-select" in said]
    assert found
    assert [name for name, said in found if "-webkit-user-select" not in said] == []
