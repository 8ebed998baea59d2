"""Which text a Word document's styles hide.

Hidden is what `vanish` or `webHidden` marks. `vanish` is a toggle (ISO/IEC 29500-1, 17.7.3): what
the run itself states decides; else the defaults hide, or exactly one of the paragraph's style and
the run's does. Of `webHidden` the nearest statement decides. A style without one inherits from its
base.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from geo.text.readers.word.names import ELEMENTS, is_on, value


@dataclass(frozen=True, slots=True)
class Hiding:
    """What one place states about hidden text; None if nothing."""

    vanish: bool | None = None
    web: bool | None = None

    def stating(self, tag: str, attributes: Mapping[str, str]) -> "Hiding":
        """Return this with what one more property states."""
        if tag == "vanish":
            return replace(self, vanish=is_on(attributes))
        return replace(self, web=is_on(attributes))

    def over(self, base: "Hiding") -> "Hiding":
        """Return this with the base's statements as defaults."""
        return Hiding(
            base.vanish if self.vanish is None else self.vanish,
            base.web if self.web is None else self.web,
        )


NOTHING: Final = Hiding()
_TRUE: Final = frozenset({"1", "true", "on"})


@dataclass(frozen=True, slots=True)
class _Style:
    hiding: Hiding = NOTHING
    based_on: str = ""


class Styles:
    """The styles of a document, as the sink of its styles part (empty until it is parsed)."""

    def __init__(self) -> None:
        self._path: list[str] = []
        self._styles: dict[str, _Style] = {}
        self._default_ids: dict[str, str] = {}
        self._defaults = NOTHING
        self._open = ""
        self._resolved: dict[str, Hiding] = {}

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take the beginning of an element of the styles part."""
        tag = ELEMENTS.get(name, "")
        parents = self._path[-2:]
        self._path.append(tag)
        if tag == "style":
            self._open = value(attributes, "styleId")
            self._styles[self._open] = _Style()
            if value(attributes, "default").lower() in _TRUE:
                self._default_ids[value(attributes, "type")] = self._open
        elif tag == "basedOn" and parents[-1:] == ["style"]:
            one = self._styles[self._open]
            self._styles[self._open] = replace(one, based_on=value(attributes))
        elif tag in {"vanish", "webHidden"} and parents == ["style", "rPr"]:
            one = self._styles[self._open]
            self._styles[self._open] = replace(one, hiding=one.hiding.stating(tag, attributes))
        elif tag in {"vanish", "webHidden"} and parents == ["rPrDefault", "rPr"]:
            self._defaults = self._defaults.stating(tag, attributes)

    def end(self, _name: str) -> None:
        """Take the end of an element."""
        self._path.pop()

    def text(self, data: str) -> None:
        """Styles hold no text."""

    def hide(self, paragraph: str, run: str, direct: Hiding = NOTHING) -> bool:
        """Return whether a run is hidden, by its styles' ids and its own properties."""
        of_paragraph = self._of(paragraph, "paragraph")
        of_run = self._of(run, "character")
        vanish = direct.vanish
        if vanish is None:
            toggled = bool(of_paragraph.vanish) != bool(of_run.vanish)
            vanish = bool(self._defaults.vanish) or toggled
        web = direct.over(of_run).over(of_paragraph).over(self._defaults).web
        return vanish or bool(web)

    def _of(self, style: str, kind: str) -> Hiding:
        """Return what a style states, base styles included."""
        if style not in self._styles:
            style = self._default_ids.get(kind, "")
        chain = []
        while style in self._styles and style not in self._resolved:
            chain.append(style)
            self._resolved[style] = NOTHING  # until the chain is read; where it is a ring, it ends
            style = self._styles[style].based_on
        hiding = self._resolved.get(style, NOTHING)
        for one in reversed(chain):
            hiding = self._styles[one].hiding.over(hiding)
            self._resolved[one] = hiding
        return hiding
