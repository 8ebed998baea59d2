"""Rules for times, savings, distances and lengths in sentences that tie no name to their number.

It is about the one route near it (see `geo.linker.claims.topic`). They are tried last. Each
asks for words that leave one reading of the number alone, and refuses what could be another's.
"""

from __future__ import annotations

from geo.linker.claims.rule import MILES, VOYAGE, Rule

_WAYS = ("way",)
_OPEN_WATERS = ("way", "strait", "sea")
_NO_TIME = (
    r"\b(?:wait\w*|delay\w*|queue\w*|repair\w*|stuck|beset|trapped|salvage|quarantine|notice"
    r"|adrift"
    r"|drift\w*|anchor\w*|closed|shut|strike|blocked"
    r"|sav\w+|shorten\w*|cuts?(?! from)|cutting|adds?|added|adding|trial|swim\w*|ski\w*|flight"
    r"|train|truck"
    r"|rail\w*|road|permit\w*|appl\w+|follow\w*|shadow\w*|search\w*|build|built)\b"
    r"|‹n› (?:shorter|longer|less|faster|quicker|more|sooner|slower|after|before|off|of|to"
    r" (?:load"
    r"|discharge|repair|reach|arrive)|each|every|a (?:week|month|year))\b"
    r"|‹n›[^;,.‹›]{0,12}\b(?:late|earlier|later|ahead|behind|ago)\b|‹m› takes? ‹n›|\b(?:after"
    r"|for|within|every|last|past|by|next|first|lost|lose"
    r"|difference of) ‹n›"
)
_SAILED = (
    rf"\b(?:{VOYAGE}|cruises?|sail\w*|crossed|crossing|transited|ships?|vessel|convoy"
    r"|tanker|carrier|(?:went|goes|go|got|came|passed) through)\b|‹way:\d+›,? and\b"
)
_DAYS = ("days", "hours")
_BY = r"(?:via|through|by(?: way of)?|(?:a)?round|using|along)"
_TIMES = (
    Rule(
        "days by a way", "time", _DAYS,
        rf"‹n›(?: one way| at sea| in (?:winter|summer))* {_BY} (?:the )?‹(?:way"
        rf"|strait):(?P<s>\d+)›",
        _NO_TIME, alone=(),
    ),
    Rule(
        "it took so long", "time", _DAYS,
        rf"(?:{_SAILED}|\b(?:it|which)\b)[^;]{{0,90}}\b(?:takes?|took|lasts?|lasted|needs?|needed"
        r"|requires?|taking|costs?)(?: you| her| him| them| it| us)? ‹n›",
        _NO_TIME, about=_WAYS, alone=(),
    ),
    Rule(
        "done in so many days", "time", _DAYS,
        rf"(?:{_SAILED}|‹port:\d+› (?:to|and) ‹port:\d+›)[^;]{{0,90}}\bin (?:a record )?‹n›",
        rf"{_NO_TIME}|\b(?:decade|years|grew|rose|fell|third|twice|times) in ‹n›",
        about=_WAYS, alone=(),
    ),
    Rule(
        "a voyage of so many days", "time", _DAYS, rf"‹n› {VOYAGE}\b", _NO_TIME,
        r"^-|^ days[’']$", about=_WAYS, alone=(),
    ),
    Rule(
        "a voyage of days", "time", _DAYS, rf"\b{VOYAGE} of (?:just |only )?‹n›", _NO_TIME,
        about=_WAYS, alone=(),
    ),
    Rule(
        "days at sea", "time", _DAYS,
        r"\b(?:after|spent|in) ‹n› (?:at sea|under way|underway|of sailing|in the ice)\b",
        r"\b(?:fish\w*|trawl\w*|drift\w*|beset|stuck|trapped|yacht\w*|rescue\w*)\b",
        about=_WAYS, alone=(),
    ),
    Rule(
        "days from port to port", "time", _DAYS,
        r"‹n› from ‹port:\d+› to ‹port:\d+›", _NO_TIME, about=_WAYS, alone=(),
    ),
    Rule(
        "times of so many days", "time", _DAYS,
        r"\b(?:transit|sailing|voyage|passage|travel|journey|best|record|total) times?\b"
        r"(?:[^;‹›]|‹(?:state|port|area|way):\d+›){0,30}(?: of| is| was| to| at|:) ‹n›",
        _NO_TIME, about=_WAYS, alone=(),
    ),
    Rule(
        "a season of so long", "time", ("days", "months"),
        r"\b(?:open|navigable|passable|ice-free|free of ice|free from ice|season|navigation)\b"
        r"[^;‹›]{0,45}‹n›|\bseason of ‹n›",
        r"\b(?:ago|earlier|later|after|before|late|ahead|longer|shorter|less|than|closed|lost"
        r"|lose|fell"
        r"|shrunk|shortened|extended|by|ships?|old|first|last|extra|more) ‹n›|‹n› (?:ago"
        r"|earlier|later"
        r"|after|before|late|ahead|longer|shorter|more|less|old|to)\b|‹port:|\b(?:lost|extra"
        r"|delay)\b",
        noun="season", about=_OPEN_WATERS, alone=(),
    ),
)  # fmt: skip
_SAVES = (
    r"(?:sav(?:e|es|ed|ing)|cuts?|cutting|shav(?:es?|ing)|shorten(?:s|ed|ing)?"
    r"|trims?|reduc\w+|slash\w*)"
)
_NO_SAVING = (
    r"\bto ‹n›|\bfrom ‹n›|‹n› to ‹m›|\b(?:fuel|emissions?|carbon|costs?|CO2|bills?|inventor\w+"
    r"|crew"
    r"|price|tolls?|rates?|fees?|ago|season|draught|slots?|speed)\b[^;.]{0,25}‹n›"
    r"|‹n› (?:of (?:fuel|bunkers|oil)|in (?:fuel|costs?)|on fuel|more expensive|less (?:fuel"
    r"|carbon))"
    r"|\b(?:season|emissions?|fuel|carbon|rail\w*|road|ferry|flights?|trains?|trucks?|planes?)\b"
)
_SAVING = (
    Rule(
        "saves miles", "distance saving", MILES, rf"\b{_SAVES}\b[^;]{{0,70}}‹n›", _NO_SAVING,
        about=_WAYS, alone=(),
    ),
    Rule(
        "saves days", "time saving", ("days",), rf"\b{_SAVES}\b[^;]{{0,70}}‹n›", _NO_SAVING,
        about=_WAYS, alone=(),
    ),
    Rule(
        "saves a share of the way", "distance saving", ("%",),
        rf"\b{_SAVES}\b[^;]{{0,60}}‹n› (?:of|in|off) (?:the )?(?:sailing |total )?(?:way"
        rf"|distance)|\b{_SAVES} (?:the )?(?:way"
        rf"|distance)"
        r"\b[^;]{0,50}\bby ‹n›",
        _NO_SAVING, about=_WAYS, alone=(),
    ),
    Rule(
        "adds miles", "distance saving", MILES, r"\badd(?:s|ed|ing)?\b[^;‹›]{0,20}‹n›", _NO_SAVING,
        about=_WAYS, alone=(),
    ),
    Rule(
        "adds days", "time saving", ("days",), r"\badd(?:s|ed|ing)?\b[^;‹›]{0,20}‹n›", _NO_SAVING,
        about=_WAYS, alone=(),
    ),
    Rule(
        "miles shorter", "distance saving", MILES, r"‹n› (?:shorter|longer|closer)\b", _NO_SAVING,
        about=_WAYS, alone=(),
    ),
    Rule(
        "a share shorter", "distance saving", ("%",), r"‹n› shorter\b",
        rf"{_NO_SAVING}|\b(?:time|times|season|days)\b", about=_WAYS, alone=(),
    ),
    Rule(
        "days shorter", "time saving", ("days",),
        r"‹n› (?:shorter|longer|faster|quicker)\b|\btakes? ‹n› less\b",
        rf"{_NO_SAVING}|\bice\b", about=_WAYS, alone=(),
    ),
    Rule(
        "a share faster", "time saving", ("%",), r"‹n› (?:faster|quicker)\b",
        rf"{_NO_SAVING}|\b(?:warm\w*|melt\w*|grow\w*)\b", about=_WAYS, alone=(),
    ),
)  # fmt: skip
_NO_LEG = (
    r"‹n›[^;,.]{0,15}\b(?:shorter|longer|closer|less|more|off|wide|deep|from|away|north|south"
    r"|east"
    r"|west)\b|\b(?:sav(?:e|es|ed|ing)|cuts?|cutting|adds?|adding|detour|by|shorter"
    r"|within)[^;,‹›]{0,20}"
    r"‹n›|\b(?:rail\w*|road|pipeline|cable|flight|land)\b"
)
_TWO_PORTS = r"‹port:\d+› (?:to|and) ‹port:\d+›"
_DISTANCES = (
    Rule(
        "a voyage measures",
        "distance",
        MILES,
        r"\b(?:distance|voyage|trip|journey)\b[^;]{0,80}\b(?:is|was|measures|measured|covers"
        r"|covered|comes to|would be) ‹n›",
        _NO_LEG,
        about=_WAYS,
        alone=(),
    ),
    Rule(
        "a way from port to port is",
        "distance",
        MILES,
        rf"‹way:(?P<s>\d+)› (?:is|measures|covers) ‹n› (?:from|between) {_TWO_PORTS}"
        rf"|{_TWO_PORTS},? (?:the )?‹way:(?P<t>\d+)› (?:is|measures|runs to) ‹n›",
        alone=(),
    ),
    Rule(
        "miles by a way",
        "distance",
        MILES,
        rf"\b(?:is|was|measures|covers|and|or|of) ‹n› {_BY} (?:the )?‹way:(?P<s>\d+)›",
        _NO_LEG,
        alone=(),
    ),
)
_LENGTHS = (
    Rule(
        "runs from here to there and is so long",
        "length",
        MILES,
        r"^(?:The |Russia's |Canada's )?‹way:(?P<s>\d+)› [^;]{0,100}\band is ‹n›(?: \(‹m›\))?"
        r" long\b",
    ),
    Rule(
        "the shortest, at so much",
        "length",
        MILES,
        r"‹way:(?P<s>\d+)› is the (?:shortest|longest)[^;‹›]{0,20}, at ‹n›",
    ),
)
TIMES_BY_TOPIC = (*_DISTANCES, *_LENGTHS, *_TIMES, *_SAVING)
