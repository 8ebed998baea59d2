"""The XML names of Word documents, in both dialects.

Transitional Open XML is what Word saves; Strict Open XML (ISO/IEC 29500) has the same elements in
namespaces of its own. Both are mapped to the names of ISO/IEC 29500-1, without prefix.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_WORD: Final = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_RELATIONS: Final = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
_MATH: Final = (
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
)
_DRAWING: Final = (
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
)
_ALTERNATIVES: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_VML: Final = "urn:schemas-microsoft-com:vml"

_IN_WORD: Final = (
    # text
    *("document", "p", "r", "t", "tr", "tc", "txbxContent", "footnote", "endnote"),
    # characters that are elements
    *("tab", "ptab", "br", "cr", "noBreakHyphen", "softHyphen", "sym"),
    *("footnoteReference", "endnoteReference", "fldChar", "altChunk", "subDoc", "rt"),
    # properties, and what they hold
    *("pPr", "rPr", "trPr", "tcPr", "sdtPr", "pStyle", "rStyle", "vanish", "webHidden"),
    *("showingPlcHdr", "hidden", "rPrDefault", "style", "basedOn"),
    # tracked changes: what is gone, and how things looked before
    *("del", "moveFrom", "cellDel", "rPrChange", "pPrChange", "trPrChange", "tcPrChange"),
)

ELEMENTS: Final[Mapping[str, str]] = MappingProxyType(
    {f"{space} {name}": name for space in _WORD for name in _IN_WORD}
    | {f"{space} {name}": name for space in _MATH for name in ("r", "t")}
    | {f"{space} docPr": "docPr" for space in _DRAWING}
    | {f"{_ALTERNATIVES} {name}": name for name in ("AlternateContent", "Choice", "Fallback")}
    | {f"{_VML} {name}": "vmlShape" for name in ("shape", "rect", "roundrect", "oval", "group")}
)
_OFF: Final = frozenset({"0", "false", "off"})


def value(attributes: Mapping[str, str], name: str = "val") -> str:
    """Return an attribute in Word's namespace, or an empty string."""
    return next((attributes[key] for one in _WORD if (key := f"{one} {name}") in attributes), "")


def relation_id(attributes: Mapping[str, str]) -> str:
    """Return the id of the relation that an element names, or an empty string."""
    return next((attributes[key] for one in _RELATIONS if (key := f"{one} id") in attributes), "")


def is_on(attributes: Mapping[str, str]) -> bool:
    """Return whether a property that can be on or off is on; without a value it is."""
    return value(attributes).lower() not in _OFF
