"""The rules: how a frame says what its number is about.

A rule is a pattern over frames (see `geo.linker.claims.frames`), for some units. Its group `s` is
the number in the sign of the subject; without one the rule names the subject itself. What no rule
reads is left alone. To add a quantity: a rule here, its name in `QUANTITIES`, and what stands beside
it in `geo.measure.claims`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

QUANTITIES = (
    *("length", "distance", "distance saving", "time", "time saving", "share", "cargo"),
    *("transit cargo", "voyages", "ships", "containers", "ice extent", "ice change"),
    *("count of states", "year"),
)
_THE = r"(?:the |its |a |all of the |whole |entire |(?:Egypt|Russia|China|Canada)'s )*"
_WAY = rf"{_THE}‹way:(?P<s>\d+)›"
_WATER = rf"{_THE}‹(?:way|strait|sea):(?P<s>\d+)›"
_PLACE = rf"{_THE}‹(?:way|strait|port|sea):(?P<s>\d+)›"
_BY = r"(?:on|along|through|via|over|by|across|of|in|to|down|up)"
_GAP = r"[^;:‹›]"
_NOT_A_TOTAL = (
    r"‹n›(?: of [\w-]+)? (?:more|less|fewer|higher|lower|above|below|short|extra|a (?:day|week|month))\b"
    r"|\b(?:by|capacity of|up|down|another|additional|extra|spill\w*|quota|deadweight|displac\w+) ‹n›"
    r"|‹n› (?:per|a|each|every) (?:day|week|month|ship|vessel|voyage)\b|\b(?:capable|capacity|catch|fish"
    r"|CO2|carbon|emissions?|fuel burn\w*|insur\w+|orders?|ordered|built|building|order book)\b"
)
_PASSED = (
    r"(?:sailed|passed|transited|crossed|used|took|gone|went|navigated|travelled|traveled|traversed"
    r"|plied|completed|made|sailing|using|passing|crossing|transiting|pass|cross|use|transit|sail)"
)
_CARRIED = (
    r"(?:shipped|carried|transported|moved|passed|went|hauled|handled|travelled|traveled|sent|loaded"
    r"|exported|delivered)"
)
_VOYAGE = r"(?:voyages?|journeys?|trips?|passages?|transits?|crossings?|sailings?)"


@dataclass(frozen=True)
class Rule:
    """One way to say a quantity.

    Attributes
    ----------
    units
        The units that the number may have.
    says
        The pattern of a frame; its group `s` is the subject.
    unless
        A pattern that speaks against it anywhere in the frame.
    phrase
        What the words of the unit must contain.
    subject
        Id of the feature that it is about, where no name in the frame is.
    alone
        Signs of which the frame may have one feature at most, so that nothing is mixed up.
    """

    name: str
    quantity: str
    units: tuple[str, ...]
    says: str
    unless: str = ""
    phrase: str = ""
    subject: str = ""
    alone: tuple[str, ...] = ("way",)
    _cache: dict[str, re.Pattern[str]] = field(default_factory=dict, compare=False, repr=False)

    def read(self, words: str, phrase: str) -> re.Match[str] | None:
        """Return the match in a frame, None where the rule does not hold."""
        if self.phrase and not self._is(self.phrase, phrase):
            return None
        if self.unless and self._is(self.unless, words):
            return None
        return self._is(self.says, words)

    def _is(self, pattern: str, words: str) -> re.Match[str] | None:
        made = self._cache.get(pattern)
        if made is None:
            made = self._cache[pattern] = re.compile(pattern, re.IGNORECASE)
        return made.search(words)


_GOODS = r"(?:cargo|freight|goods|traffic|volumes?|tonnage|shipments?|throughput|turnover|exports)"
_CARGO = (
    Rule(
        "cargo on a way",
        "cargo",
        ("t",),
        rf"\b{_GOODS} {_BY} {_PLACE}[^;‹›]{{0,80}}‹n›",
        _NOT_A_TOTAL,
    ),
    Rule(
        "cargo on a way after a comma",
        "cargo",
        ("t",),
        rf"‹(?:way|port):(?P<s>\d+)›(?:'s)? {_GOODS}[^;‹›]{{0,80}}‹n›",
        _NOT_A_TOTAL,
    ),
    Rule(
        "carried by a way",
        "cargo",
        ("t",),
        rf"‹n›(?: of [\w -]{{1,40}})?,? (?:were |was |has been |had been |have been )?{_CARRIED}"
        rf" (?:{_BY}|at|from) {_PLACE}",
        _NOT_A_TOTAL,
    ),
    Rule(
        "a way carried",
        "cargo",
        ("t",),
        rf"‹way:(?P<s>\d+)›[^;:‹›]{{0,50}}\b(?:carried|handled|saw|moved|recorded|carry) {_GAP}{{0,30}}‹n›",
        _NOT_A_TOTAL,
    ),
    Rule(
        "a port handled",
        "cargo",
        ("t",),
        rf"‹port:(?P<s>\d+)›[^;:‹›]{{0,40}}\b(?:handled|shipped|moved|exported|loaded) {_GAP}{{0,20}}‹n›",
        _NOT_A_TOTAL,
        alone=("way", "port"),
    ),
    Rule(
        "goods by a way",
        "cargo",
        ("t",),
        rf"‹n› of {_GAP}{{1,40}}(?:via|along|through|over|on|by) {_WAY}",
        _NOT_A_TOTAL,
    ),
)
_VOYAGES = (
    Rule(
        "voyages by a way",
        "voyages",
        ("voyages",),
        rf"‹n›(?: of| through| along| on| via| over| across| by| in){{1}} {_WATER}",
        _NOT_A_TOTAL,
        alone=("way",),
    ),
    Rule(
        "a way saw voyages",
        "voyages",
        ("voyages",),
        rf"‹(?:way|strait):(?P<s>\d+)›[^;:‹›]{{0,40}}\b(?:saw|had|recorded|counted|logged|registered|hosted)"
        rf" {_GAP}{{0,30}}‹n›",
        _NOT_A_TOTAL,
    ),
    Rule(
        "voyages were made on a way",
        "voyages",
        ("voyages",),
        rf"‹n›[^;:‹›]{{0,30}}(?:were|was|have been) (?:made|recorded|completed|counted|registered|logged|carried out)"
        rf" {_GAP}{{0,20}}{_BY} {_WATER}",
        _NOT_A_TOTAL,
    ),
    Rule(
        "traffic on a way, voyages",
        "voyages",
        ("voyages",),
        rf"{_BY} {_WATER}[^;‹›]{{0,60}}(?:there were|came to|reached|totalled|totaled|numbered|hit|to a record)"
        rf" {_GAP}{{0,20}}‹n›",
        _NOT_A_TOTAL,
    ),
)
_SHIPS = (
    Rule(
        "ships passed",
        "ships",
        ("ships",),
        rf"‹n›[^;:.‹›]{{0,50}}\b{_PASSED} (?:(?:fully |all |north |west |east |south )?(?:{_BY}) )?{_WATER}",
        rf"{_NOT_A_TOTAL}|\bone of ‹n›",
        alone=("way", "strait", "sea"),
    ),
    Rule(
        "ships in a water",
        "ships",
        ("ships",),
        rf"‹n›[^;:.,‹›]{{0,25}}\b(?:in|on|along|through|via|beset in|trapped in|stuck in|over|into|across) {_WATER}",
        rf"{_NOT_A_TOTAL}|\bone of ‹n›",
        alone=("way", "strait", "sea"),
    ),
    Rule(
        "a way saw ships",
        "ships",
        ("ships",),
        r"‹(?:way|strait):(?P<s>\d+)›[^;:.,‹›]{0,30}\b(?:by|saw|used by|taken by|carried) ‹n›",
        _NOT_A_TOTAL,
        alone=("way", "strait", "sea"),
    ),
    Rule(
        "icebreakers of a state",
        "ships",
        ("ships",),
        r"‹state:(?P<s>\d+)›(?: now| still| already| currently| alone)*"
        r" (?:operates|has|owns|runs|fields|possesses|boasts)(?: a fleet of)? ‹n›",
        r"‹n›[^.;]{0,30}(?:under construction|on order|planned|more|left)",
        r"ice-?breakers?",
        alone=(),
    ),
    Rule(
        "a state's icebreakers",
        "ships",
        ("ships",),
        r"‹state:(?P<s>\d+)›'s (?:fleet of )?‹n›",
        "",
        r"ice-?breakers?",
        alone=(),
    ),
)
_LENGTH = (
    Rule(
        "a way is long",
        "length",
        ("nm", "km", "mi"),
        r"‹(?:way|strait):(?P<s>\d+)›,?(?: which| that)? (?:is|runs|stretches|extends|spans|measures|covers)"
        r"(?: for| over)? ‹n›(?! (?:shorter|longer|less|from|north|south|east|west|away|wide|across|off))",
        r"‹port:|between|\bcovers\b[^‹]{0,5}‹n›[^.]{0,20}(?:a day|per day)|shorter|sav(?:es|ing)|distance from",
    ),
    Rule(
        "a long way", "length", ("nm", "km", "mi"), r"‹n›(?:[ -]long)? ‹(?:way|strait):(?P<s>\d+)›"
    ),
    Rule("length of a way", "length", ("nm", "km", "mi"), rf"\blength of {_WAY}[^;‹›]{{0,30}}‹n›"),
)
_PORTS = r"(?:from|between) (?:the port of )?‹port:\d+›(?:, [A-Z]\w+,)? (?:to|and) (?:the port of )?‹port:\d+›"
_NO_LEG = r"shorter|sav(?:e|es|ed|ing)\b|longer|closer|less|cut|adds?\b|detour|rail|road|pipeline|cable|flight"
_DISTANCE = (
    Rule(
        "from port to port by a way",
        "distance",
        ("nm", "km", "mi"),
        rf"{_PORTS}[^;]{{0,80}}\b(?:via|through|by|along|over|across|on) {_WAY}[^;‹›]{{0,60}}‹n›",
        _NO_LEG,
    ),
    Rule(
        "so far from port to port by a way",
        "distance",
        ("nm", "km", "mi"),
        rf"‹n›[^;‹›]{{0,40}}{_PORTS}[^;‹›]{{0,40}}\b(?:via|through|by|along|over|across|on) {_WAY}",
        _NO_LEG,
    ),
)
_TIME_WORDS = r"\b(?:time|times|faster|quicker|days|weeks)\b"
_SAVED = r"(?:sav(?:e|es|ed|ing)|cuts?|cutting|shav(?:e|es|ed|ing)|trims?|shortens?|shortening|reduc(?:e|es|ing))"
_SAVING = (
    Rule(
        "a way is shorter",
        "distance saving",
        ("nm", "km", "mi"),
        r"‹way:(?P<s>\d+)›[^;‹›]{0,60}‹n› (?:shorter|closer|less)\b",
        alone=(),
    ),
    Rule(
        "a way is shorter by a share",
        "distance saving",
        ("%",),
        r"‹way:(?P<s>\d+)›[^;‹›]{0,60}‹n› shorter\b",
        _TIME_WORDS,
        alone=(),
    ),
    Rule(
        "a way saves miles",
        "distance saving",
        ("nm", "km", "mi"),
        rf"‹way:(?P<s>\d+)›[^;‹›]{{0,40}}\b{_SAVED}\b[^;‹›]{{0,50}}‹n›",
        alone=(),
    ),
    Rule(
        "a way cuts the distance by a share",
        "distance saving",
        ("%",),
        rf"‹way:(?P<s>\d+)›[^;‹›]{{0,40}}\b{_SAVED}\b[^;‹›]{{0,30}}\bdistances?\b[^;]{{0,60}}\bby ‹n›",
        _TIME_WORDS,
        alone=(),
    ),
    Rule(
        "a way adds miles",
        "distance saving",
        ("nm", "km", "mi"),
        rf"‹way:(?P<s>\d+)›[^;‹›]{{0,40}}\badd(?:s|ed|ing)?\b {_GAP}{{0,20}}‹n›",
        alone=(),
    ),
    Rule(
        "a way saves days",
        "time saving",
        ("days",),
        rf"‹way:(?P<s>\d+)›[^;‹›]{{0,40}}\b{_SAVED}\b[^;‹›]{{0,50}}‹n›",
        alone=(),
    ),
    Rule(
        "a way takes days off",
        "time saving",
        ("days",),
        r"‹way:(?P<s>\d+)›[^;‹›]{0,40}\b(?:takes?|knocks?|shaves?) ‹n› off\b",
        alone=(),
    ),
    Rule(
        "a way is days shorter",
        "time saving",
        ("days",),
        r"‹way:(?P<s>\d+)›[^;‹›]{0,60}‹n› (?:shorter|faster|quicker|less)\b",
        alone=(),
    ),
    Rule(
        "a way adds days",
        "time saving",
        ("days",),
        rf"‹way:(?P<s>\d+)›[^;‹›]{{0,40}}\badd(?:s|ed|ing)?\b {_GAP}{{0,20}}‹n›",
        alone=(),
    ),
    Rule(
        "a way cuts times by a share",
        "time saving",
        ("%",),
        rf"‹way:(?P<s>\d+)›[^;‹›]{{0,40}}\b{_SAVED}\b[^;‹›]{{0,30}}\btimes?\b[^;]{{0,60}}\bby ‹n›",
        alone=(),
    ),
)
_NO_VOYAGE = (
    r"\b(?:wait\w*|delay\w*|late|ago|earlier|later|queue\w*|repair\w*|stuck|beset|trapped|salvage|quarantine"
    r"|notice|shorter|longer|sav\w+|cut\w*|less|off|before|after|past|closed|shut|strike|every|faster|adds?"
    r"|lost|behind|ahead|anchor\w*|adrift|drift\w*|days on end|held|instead|rather|not|against|compared|than"
    r"|versus)\b"
)
_TIME = (
    Rule(
        "a voyage by a way takes",
        "time",
        ("days", "hours"),
        rf"\b{_VOYAGE}[^;‹›]{{0,30}}\b(?:via|through|by|along|over|on|of|across) {_WATER}[^;‹›]{{0,40}}"
        rf"\b(?:takes?|took|lasts?|lasted|needs?|needed|taking) ‹n›",
        _NO_VOYAGE,
        alone=("way", "strait"),
    ),
    Rule(
        "days by a way",
        "time",
        ("days", "hours"),
        rf"\b(?:takes?|took|taking|needs?|needed) ‹n›[^;‹›]{{0,25}}\b(?:via|through|by|along|over) {_WATER}",
        _NO_VOYAGE,
        alone=("way", "strait"),
    ),
    Rule(
        "a voyage of days by a way",
        "time",
        ("days", "hours"),
        rf"‹n› {_VOYAGE}[^;‹›]{{0,25}}\b(?:via|through|by|along|over|on|of|across) {_WATER}",
        _NO_VOYAGE,
        alone=("way", "strait"),
    ),
    Rule(
        "passed a way in days",
        "time",
        ("days", "hours"),
        rf"\b(?:{_PASSED}|{_VOYAGE})\b[^;‹›]{{0,25}}{_WATER}[^;‹›]{{0,20}}\bin ‹n›",
        _NO_VOYAGE,
        alone=("way", "strait"),
    ),
    Rule(
        "open for so long",
        "time",
        ("days", "months"),
        r"‹(?:way|strait|sea):(?P<s>\d+)›[^;‹›]{0,40}\b(?:open|navigable|ice-free|passable)\b[^;‹›]{0,20}‹n›",
        r"\b(?:ago|earlier|later|after|before|late|ahead|longer|than|closed)\b",
        alone=("way", "strait", "sea"),
    ),
)
_PASSES = (
    r"(?:passes|pass|passed|goes|go|went|moves|move|moved|transits|transit|flows|flow|flowed|travels|travel"
    r"|is carried|is shipped|sails|passing|going|moving)"
)
_SHARE = (
    Rule(
        "a share of trade passes",
        "share",
        ("%",),
        rf"‹n› of [^;:‹›]{{3,70}}\b(?:{_PASSES}|that {_PASSES}) (?:through|via|along|over|by) {_WATER}",
        alone=("way",),
    ),
    Rule(
        "a way carries a share",
        "share",
        ("%",),
        r"‹(?:way|strait):(?P<s>\d+)›[^;:‹›]{0,40}\b(?:carries|handles|accounts for|accounted for|carried|takes)"
        r" ‹n› of\b",
    ),
)
_ICE = r"\bice\b"
_ICE_LESS = (
    r"\b(?:loss|lost|lose|losing|below|above|smaller|larger|declin\w+|shr[aiu]nk\w*|than the|antarctic\w*"
    r"|greenland ice|ice sheet|glacier\w*|land ice|ice shelf|per|decade|thick\w*|melt\w*|up|less|more|away"
    r"|equivalent|size of)\b"
)
_ARCTIC_ICE = "arctic-ocean"
_ICE_RULES = (
    Rule(
        "ice covers",
        "ice extent",
        ("km2", "mi2"),
        rf"{_ICE}[^;]{{0,160}}\b(?:at|to|of|covered|covers|measured|stood at|reached|averaged|was|hit|spanned"
        rf"|with|totalled|totaled|bottomed out at)(?: an? (?:extent|area|minimum|maximum|low|record low) of)?"
        rf" (?:just )?‹n›",
        _ICE_LESS,
        subject=_ARCTIC_ICE,
        alone=("sea",),
    ),
    Rule(
        "a record of the ice",
        "ice extent",
        ("km2", "mi2"),
        r"\b(?:record low|record|minimum|maximum|low|extent)\b[^;]{0,30}(?:,|of|at|was|is) ‹n›",
        _ICE_LESS,
        subject=_ARCTIC_ICE,
        alone=("sea",),
    ),
    Rule(
        "the same in other units",
        "ice extent",
        ("km2", "mi2"),
        rf"{_ICE}[^;]{{0,200}}‹m› \(‹n›\)",
        _ICE_LESS,
        subject=_ARCTIC_ICE,
        alone=("sea",),
    ),
    Rule(
        "ice shrinks by a share",
        "ice change",
        ("%", "km2", "mi2"),
        rf"{_ICE}[^;]{{0,120}}\b(?:shrink\w*|declin\w*|los\w+|fall\w*|decreas\w*|retreat\w*|dropp\w*|trend\w*)\b"
        rf"[^;]{{0,60}}‹n› (?:a|per|each|every) (?:decade|ten years)",
        r"antarctic\w*|thick\w*|glacier\w*|ice sheet",
        subject=_ARCTIC_ICE,
        alone=("sea",),
    ),
    Rule(
        "ice against its mean",
        "ice change",
        ("%", "km2", "mi2"),
        rf"{_ICE}[^;]{{0,160}}‹n› (?:below|under|above|less than|lower than|smaller than) [^;‹›]{{0,30}}"
        rf"\b(?:average|mean|normal|median)\b",
        r"antarctic\w*|thick\w*|glacier\w*|ice sheet",
        subject=_ARCTIC_ICE,
        alone=("sea",),
    ),
)
_SOME_STATES = r"\b(?:new|other|remaining|more|further|first|last|only|just|of) ‹n›"
_STATES = (
    Rule(
        "so many of a group",
        "count of states",
        ("states",),
        r"‹n› ‹group:(?P<s>\d+)›",
        _SOME_STATES,
        alone=(),
    ),
    Rule(
        "so many members of a group",
        "count of states",
        ("states",),
        r"‹n› (?:of|in|on) (?:the )?‹group:(?P<s>\d+)›",
        _SOME_STATES,
        alone=(),
    ),
    Rule(
        "a group's so many",
        "count of states",
        ("states",),
        r"‹group:(?P<s>\d+)›(?:'s| has| counts| comprises| includes| groups| consists of| of)"
        r"(?: its| the)? ‹n›",
        _SOME_STATES,
        alone=(),
    ),
)
RULES = (
    *_SAVING,
    *_CARGO,
    *_VOYAGES,
    *_SHIPS,
    *_LENGTH,
    *_DISTANCE,
    *_TIME,
    *_SHARE,
    *_ICE_RULES,
    *_STATES,
)
"""All rules, in the order in which they are tried: the first that holds decides."""
