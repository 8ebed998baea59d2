"""Rules for how far and how long: lengths, distances, times, and what one way saves."""

from __future__ import annotations

from geo.linker.claims.rule import (
    GAP,
    MILES,
    NAMED_BEFORE,
    NO_WAY,
    OWN_WATER,
    OWN_WAY,
    PASSED,
    VIA,
    VOYAGE,
    WATER,
    WAY,
    Rule,
)

_TIME, _LONG = ("days", "hours"), ("days", "months")
_NO_LENGTH = (
    r"‹port:|between ‹|\b(?:voyage|journey|trip|passage|sailing|detour) (?:via|by|through|on"
    r"|round"
    r"|around|along)\b|‹n› shorter|sav(?:es|ing)|distance from"
    r"|‹n›[^.;]{0,20}\b(?:a day|away|from(?! (?:the )?‹)|apart)\b"
)
_LENGTHS = (
    Rule(
        "a way is long",
        "length",
        MILES,
        rf"{OWN_WATER},?(?: which| that)? (?:is|runs|stretches|extends|spans|measures|covers)"
        rf"(?: for| over)? ‹n›(?! (?:shorter|longer|less|north|south|east|west|wide|across|off))",
        _NO_LENGTH,
    ),
    Rule("a way so long", "length", MILES, rf"{OWN_WATER}, ‹n› long\b", _NO_LENGTH),
    Rule("a long way", "length", MILES, rf"‹n›(?:[ -]long)? {OWN_WATER}", _NO_LENGTH),
    Rule(
        "stretching so far, a way",
        "length",
        MILES,
        rf"^(?:stretching|running|extending|spanning) (?:for |over )?‹n› {NO_WAY}{{0,70}},"
        rf" {WAY} ",
        _NO_LENGTH,
    ),
    Rule(
        "a way of so many miles",
        "length",
        MILES,
        r"‹n›(?:[ -]long)? ‹(?:way|strait):(?P<s>\d+)›",
        phrase=r"^-|^ ?(?:km|kilomet(?:er|re)|mile)$",
    ),
    Rule(
        "the whole of a way",
        "length",
        MILES,
        r"\b(?:all|whole|entire|full) ‹n› of (?:the )?‹way:(?P<s>\d+)›"
        r"|‹way:(?P<t>\d+)›, all ‹n› of it\b",
    ),
    Rule(
        "a way from sea to sea",
        "length",
        MILES,
        r"‹way:(?P<s>\d+)›(?:,| is| runs| stretches| extends)(?: for| over)? ‹n›,? (?:(?:from"
        r"|between)"
        r" (?:sea|end|(?:the )?‹(?:strait|sea|area|port):\d+›) (?:to|and) (?:sea|end|(?:the )?"
        r"‹(?:strait|sea|area):)|long)",
    ),
    Rule(
        "the way named before is long",
        "length",
        MILES,
        rf"{NAMED_BEFORE}It (?:is|runs|stretches|extends|measures) (?:for "
        rf"|over )?‹n›(?: \(‹m›\))?,?"
        rf" (?:long|from end to end|in length)\b",
    ),
    Rule(
        "a route of so many miles",
        "length",
        MILES,
        r"‹n›(?:[ -]long)?(?: sea| shipping)? (?:route|waterway|canal|passage|ditch|shortcut)\b",
        phrase=r"^-",
        about=("way",),
        alone=(),
    ),
    Rule("length of a way", "length", MILES, rf"\blength of {WAY}{GAP}{{0,30}}‹n›", _NO_LENGTH),
)
_PORTS = (
    r"(?:from|between) (?:the port of )?‹port:\d+›(?:, [A-Z]\w+,)? (?:to|and) "
    r"(?:the port of )?‹port:\d+›"
)
_NO_LEG = (
    r"‹n›[^;,.]{0,15}\b(?:shorter|longer|closer|less|more|off)\b"
    r"|\b(?:sav(?:e|es|ed|ing)|cuts?|cutting|adds?|adding|detour|by|shorter)[^;,‹›]{0,20}‹n›"
    r"|\b(?:rail\w*|road|pipeline|cable|flight|land)\b"
)
_DISTANCES = (
    Rule(
        "from port to port by a way",
        "distance",
        MILES,
        rf"{_PORTS}{NO_WAY}{{0,80}}\b{VIA} {WAY}{GAP}{{0,60}}‹n›",
        _NO_LEG,
        alone=(),
    ),
    Rule(
        "so far from port to port by a way",
        "distance",
        MILES,
        rf"‹n›{GAP}{{0,40}}{_PORTS}(?:(?! and | north)[^;:‹›]){{0,40}}\b{VIA} {WAY}",
        _NO_LEG,
    ),
    Rule(
        "a way brings the distance to",
        "distance",
        MILES,
        rf"{OWN_WAY}{GAP}{{0,30}}\b(?:cuts?|cutting|shortens?|reduc(?:es?|ing)|brings?) the "
        rf"(?:[a-z]+ )?(?:distance|voyage|journey"
        rf"|trip) {_PORTS}(?: from [\d,.]+)?(?: down)? to ‹n›",
        r"‹n› to ‹m›|\b(?:rail\w*|road|pipeline|cable|flight)\b",
        alone=(),
    ),
    Rule(
        "by a way, from port to port",
        "distance",
        MILES,
        rf"^{VIA} {WAY},? {GAP}{{0,40}}{_PORTS}{GAP}{{0,20}}\b(?:is|was|are|measures|covers) ‹n›",
        _NO_LEG,
    ),
    Rule(
        "so far by a way, from port to port",
        "distance",
        MILES,
        rf"{_PORTS}[^;.]{{0,120}}‹n› {VIA} {WAY}",
        _NO_LEG,
        alone=(),
    ),
)
_SAVED = (
    r"(?:sav(?:e|es|ed|ing)|cuts?|cutting|shav(?:e|es|ed|ing)|trims?|shortens?|shortening"
    r"|reduc(?:e|es|ing))"
)
_TIMED = r"\b(?:time|times|faster|quicker|days|weeks)\b"
_SAVING = (
    Rule(
        "a way is shorter",
        "distance saving",
        MILES,
        rf"{OWN_WAY}{NO_WAY}{{0,70}}‹n› (?:shorter|closer)\b",
        alone=(),
    ),
    Rule(
        "a way is shorter by a share",
        "distance saving",
        ("%",),
        rf"{OWN_WAY}{NO_WAY}{{0,60}}‹n› shorter\b",
        _TIMED,
        alone=(),
    ),
    Rule(
        "a way saves miles",
        "distance saving",
        MILES,
        rf"{OWN_WAY}{GAP}{{0,40}}\b{_SAVED}\b[^;‹›]{{0,50}}‹n›",
        r"‹n› to ‹m›|\bto ‹n›",
        alone=(),
    ),
    Rule(
        "a way cuts the distance by a share",
        "distance saving",
        ("%",),
        rf"{OWN_WAY}{GAP}{{0,40}}\b{_SAVED}\b{GAP}{{0,30}}\bdistances?\b{NO_WAY}{{0,60}}\bby ‹n›",
        _TIMED,
        alone=(),
    ),
    Rule(
        "a way adds miles",
        "distance saving",
        MILES,
        rf"{OWN_WAY}{GAP}{{0,40}}\badd(?:s|ed|ing)?\b {GAP}{{0,20}}‹n›",
        alone=(),
    ),
    Rule(
        "a way saves days",
        "time saving",
        ("days",),
        rf"{OWN_WAY}{GAP}{{0,40}}\b{_SAVED}\b[^;‹›]{{0,50}}‹n›",
        r"\bto ‹n›|\bfrom ‹n›",
        alone=(),
    ),
    Rule(
        "a way takes days off",
        "time saving",
        ("days",),
        rf"{OWN_WAY}{GAP}{{0,40}}\b(?:takes?|knocks?|shaves?) ‹n› off\b",
        alone=(),
    ),
    Rule(
        "a way is days shorter",
        "time saving",
        ("days",),
        rf"{OWN_WAY}{NO_WAY}{{0,60}}‹n› (?:shorter|longer|faster|quicker|sooner)\b",
        alone=(),
    ),
    Rule(
        "a way adds days",
        "time saving",
        ("days",),
        rf"{OWN_WAY}{GAP}{{0,40}}\badd(?:s|ed|ing)?\b {GAP}{{0,20}}‹n›",
        alone=(),
    ),
    Rule(
        "a way cuts times by a share",
        "time saving",
        ("%",),
        rf"{OWN_WAY}{GAP}{{0,40}}\b{_SAVED}\b{GAP}{{0,30}}\btimes?\b{NO_WAY}{{0,60}}\bby ‹n›",
        alone=(),
    ),
)
_NO_VOYAGE = (
    r"\b(?:wait\w*|delay\w*|queue\w*|repair\w*|stuck|beset|trapped|salvage|quarantine|notice"
    r"|adrift|drift\w*|anchor\w*|closed|shut|strike|blocked|lost|late|per|every|open|season)\b"
    r"|‹n› (?:shorter|longer|less|faster|quicker|more|earlier|later|ago|before|after|off|behind"
    r"|ahead|late|of|sooner|slower|a (?:week|month|year)|in (?:the )?(?:ice|port|dock)|at)\b"
    r"|\b(?:sav\w+|cuts?|cutting|adds?|adding|after|for|within|every|last|past|by|next|first) ‹n›"
)
_TIMES = (
    Rule(
        "a voyage by a way takes", "time", _TIME,
        rf"\b{VOYAGE}{NO_WAY}{{0,60}}\b(?:{VIA}|of) {WATER}{GAP}{{0,40}}"
        rf"\b(?:takes?|took|lasts?|lasted|needs?|needed|taking) ‹n›",
        _NO_VOYAGE,
        alone=("way", "strait"),
    ),
    Rule(
        "it took days by a way", "time", _TIME,
        rf"\b(?:takes?|took|taking|needs?|needed) ‹n› (?:{VOYAGE} )?{VIA} {WATER}",
        _NO_VOYAGE,
        alone=(),
    ),
    Rule(
        "a voyage of days by a way", "time", _TIME,
        rf"‹n› {VOYAGE}{GAP}{{0,25}}\b(?:{VIA}|of) {WATER}",
        _NO_VOYAGE,
        alone=("way", "strait"),
    ),
    Rule(
        "passed a way in days", "time", _TIME,
        rf"\b(?:{PASSED}|{VOYAGE})\b{NO_WAY}{{0,60}}{WATER}{GAP}{{0,20}}\bin (?:a record )?‹n›",
        _NO_VOYAGE,
        alone=("way", "strait"),
    ),
    Rule(
        "from port to port in days by a way", "time", _TIME,
        rf"\b(?:sailed|went|came|travelled|traveled|crossed|voyage|journey|trip)\b{GAP}{{0,25}}"
        rf"{_PORTS} in (?:a record )?‹n› {VIA} {WATER}",
        _NO_VOYAGE,
        alone=(),
    ),
    Rule(
        "a way takes days", "time", _TIME,
        rf"\b(?:via|by|along|through|over|around|round) {WATER}{GAP}{{0,20}}\b(?:takes?|took) ‹n›",
        _NO_VOYAGE,
        alone=(),
    ),
    Rule(
        "open for so long", "time", _LONG,
        rf"‹(?:way|strait|sea):(?P<s>\d+)›{GAP}{{0,40}}\b(?:open|navigable|ice-free|passable)\b"
        rf"{GAP}{{0,20}}‹n›",
        r"\b(?:ago|earlier|later|after|before|late|ahead|longer|than|closed)\b",
        noun="season", alone=("way", "strait", "sea"),
    ),
    Rule(
        "a port's season", "time", _LONG,
        r"‹port:(?P<s>\d+)›(?:'s|, where the)? (?:[\w-]+ )?season (?:is|was|lasts|lasted|runs|of)"
        r" (?:for |only )?‹n›",
        r"‹n› (?:ago|earlier|later|after|before|late|ahead|longer|shorter|than|old)\b",
        noun="season", alone=("port",),
    ),
    Rule(
        "a season lasts", "time", _LONG,
        rf"\b(?:season|navigation)\b{GAP}{{0,25}}\b(?:on|of|along|in|through)"
        rf" {WATER}{GAP}{{0,30}}"
        rf"\b(?:lasts?|lasted|ran|runs|is|was) (?:for )?‹n›",
        r"‹n› (?:ago|earlier|later|after|before|late|ahead|longer|shorter|than|old)\b",
        noun="season", alone=("way", "strait", "sea"),
    ),
)  # fmt: skip
VOYAGES = (*_SAVING, *_LENGTHS, *_DISTANCES, *_TIMES)
