"""Rules for the extent of the ice and its change, and for numbers of states."""

from __future__ import annotations

from geo.linker.claims.rule import Rule

ARCTIC_ICE = "arctic-ocean"
_AREA = ("km2", "mi2")
_ICE = r"\bice\b"
_OTHER_ICE = r"antarctic\w*|thick\w*|glacier\w*|ice sheet|ice shel\w+|land ice|greenland ice|volume"
_NO_EXTENT = (
    rf"\b(?:{_OTHER_ICE}|lost|lose|losing|loss of|equivalent|size of|area of)\b"
    r"|‹n›[^;,.(]{0,12}\b(?:below|above|less|more|smaller|larger|lower|higher|per|each)\b|‹n›"
    r" of\b(?! (?:the )?(?:‹sea|‹area|arctic|ocean))"
    r"|\b(?:by|shr[aiu]nk\w*|declin\w+|gr[eo]w\w*|than|up|down|some) ‹n›"
)
_AT = (
    r"(?:at|to|of|covered|covers|measured|stood at|reached|averaged|was|hit|spanned|with"
    r"|totall?ed"
    r"|bottomed out at)"
)
_ICE_RULES = (
    Rule(
        "ice covers",
        "ice extent",
        _AREA,
        rf"{_ICE}[^;]{{0,160}}\b{_AT}(?: an? (?:extent|minimum|maximum|low|record low) of)? ‹n›",
        _NO_EXTENT,
        subject=ARCTIC_ICE,
        alone=("sea",),
    ),
    Rule(
        "a record of the ice",
        "ice extent",
        _AREA,
        r"\b(?:record low|minimum|maximum|extent)\b[^;]{0,30}(?:,|of|at|was|is|:) ‹n›",
        _NO_EXTENT,
        subject=ARCTIC_ICE,
        alone=("sea",),
    ),
    Rule(
        "the lowest of the ice",
        "ice extent",
        _AREA,
        rf"{_ICE}.{{0,160}}\b(?:lowest|smallest|peak|low|maximum|minimum)\b[^;]{{0,45}}(?:,|at"
        rf"|of|was|is)"
        r" ‹n›",
        _NO_EXTENT,
        subject=ARCTIC_ICE,
        alone=("sea",),
    ),
    Rule(
        "the same in other units",
        "ice extent",
        _AREA,
        rf"{_ICE}[^;]{{0,200}}‹m› \(‹n›\)",
        rf"{_NO_EXTENT}|‹m›[^;,.(]{{0,12}}\b(?:below|above|less|more)\b",
        subject=ARCTIC_ICE,
        alone=("sea",),
    ),
    Rule(
        "ice shrinks by a share",
        "ice change",
        ("%", *_AREA),
        rf"{_ICE}[^;]{{0,120}}\b(?:shrink\w*|declin\w*|los\w+|fall\w*|decreas\w*|retreat\w*"
        rf"|dropp\w*"
        rf"|trend\w*)\b[^;]{{0,60}}‹n› (?:a|per|each|every|in every|in each) (?:decade|ten"
        rf" years)",
        _OTHER_ICE,
        subject=ARCTIC_ICE,
        alone=("sea",),
    ),
    Rule(
        "lost of its ice",
        "ice change",
        ("%",),
        r"\blost ‹n› of (?:its|the) (?:[\w-]+ ){0,2}ice\b",
        rf"{_OTHER_ICE}|old|multi-?year",
        subject=ARCTIC_ICE,
        alone=("sea",),
    ),
    Rule(
        "ice lost since",
        "ice change",
        ("%",),
        rf"{_ICE}[^;‹›]{{0,60}}\b(?:shr[aiu]nk\w*|declined|decreased|fallen) by ‹n› since",
        rf"{_OTHER_ICE}|old|multi-?year|season",
        subject=ARCTIC_ICE,
        alone=("sea",),
    ),
    Rule(
        "ice against its mean",
        "ice change",
        ("%", *_AREA),
        rf"(?:{_ICE}|\b(?:extent|minimum|maximum)\b)[^;]{{0,160}}‹n› (?:below|under|above|less than"
        rf"|lower than|smaller than) [^;‹›]{{0,30}}\b(?:average|mean|normal|median|record)\b",
        _OTHER_ICE,
        subject=ARCTIC_ICE,
        alone=("sea",),
    ),
)
_SEA_ICE = (
    Rule(
        "ice of a sea covers",
        "ice extent",
        _AREA,
        rf"\b(?:ice|extent)\b[^;‹›]{{0,30}}\b(?:in|of|on|across) (?:the )?‹sea:(?P<s>\d+)› "
        rf"(?:is|{_AT}) ‹n›",
        _NO_EXTENT,
        alone=(),
    ),
    Rule(
        "ice of a sea against its mean",
        "ice change",
        ("%", *_AREA),
        r"(?:\bice\b[^;‹›]{0,30}\b(?:in|of|on|across) (?:the )?‹sea:(?P<s>\d+)›|‹sea:(?P<t>\d+)›"
        r"[^;‹›]{0,60}\bice\b)[^;‹›]{0,30}‹n› (?:below|under|above|less than) [^;‹›]{0,30}"
        r"\b(?:average|mean|normal|median)\b",
        _OTHER_ICE,
        alone=(),
    ),
)
_SOME = r"\b(?:new|other|remaining|more|further|first|last|only|just|of|among) ‹n›|‹n› (?:more|new)"
_MEMBERS = ("states",)
_STATE_RULES = (
    Rule(
        "so many of a group", "count of states", _MEMBERS,
        r"‹n› ‹group:(?P<s>\d+)›", _SOME, alone=(),
    ),
    Rule(
        "so many members of a group", "count of states", _MEMBERS,
        r"‹n› (?:sit )?(?:of|in|on) (?:the )?‹group:(?P<s>\d+)›", _SOME, alone=(),
    ),
    Rule(
        "a group's so many", "count of states", _MEMBERS,
        r"‹group:(?P<s>\d+)›(?:'s|, which (?:counts|has)| has| counts| comprises| includes|"
        r" groups| consists of| of)"
        r"(?: its| the)? ‹n›",
        rf"{_SOME}|\bone of(?: the)? ‹group",
        alone=(),
    ),
)  # fmt: skip
ICE_AND_STATES = (*_SEA_ICE, *_ICE_RULES, *_STATE_RULES)
