"""Rules for what goes by a route: cargo, voyages, ships, containers, shares of trade."""

from __future__ import annotations

from geo.linker.claims.rule import (
    A_RECORD,
    BY,
    CARRIED,
    ENDS,
    GAP,
    NAMED_BEFORE,
    NO_WAY,
    NOT_A_TOTAL,
    OWN_WATER,
    OWN_WAY,
    PASSED,
    PLACE,
    VIA,
    WATER,
    WAY,
    Rule,
)

_GOODS = (
    r"(?:cargo|shipping|freight|goods|traffic|volumes?|tonnage|shipments?|throughput|turnover"
    r"|exports)"
)
_TONNES, _VOYAGES, _SHIPS = ("t",), ("voyages",), ("ships",)
_WATERS = ("way", "strait", "sea")
_CAME_TO = (
    r"(?:to|at|was|of|reached|totall?ed|came to|stood at|hit|amounted to|exceeded|topped"
    r"|passed|surpassed|will be|would be|will reach|could reach|should reach)"
)
_CARGO = (
    Rule(
        "cargo on a way",
        "cargo",
        _TONNES,
        rf"\b{_GOODS} (?:{CARRIED} )?(?:{BY}|at) {PLACE}{NO_WAY}{{0,90}}\b{_CAME_TO}{A_RECORD} ‹n›",
        NOT_A_TOTAL,
        alone=("way", "port"),
    ),
    Rule(
        "a way's cargo",
        "cargo",
        _TONNES,
        rf"‹(?:way"
        rf"|port):(?P<s>\d+)›(?:'s)? (?:transit"
        rf" )?{_GOODS}{NO_WAY}{{0,90}}\b{_CAME_TO}{A_RECORD} ‹n›",
        NOT_A_TOTAL,
        alone=("way", "port"),
    ),
    Rule(
        "carried by a way",
        "cargo",
        _TONNES,
        rf"‹n›(?: of [\w -]{{1,40}})?,? (?:were |was |has been |had been |have been )?{CARRIED}"
        rf" (?:{BY}|at|from) {PLACE}",
        NOT_A_TOTAL,
    ),
    Rule(
        "carried so much by a way",
        "cargo",
        _TONNES,
        rf"\b{CARRIED} (?:a record )?‹n›[^;:,‹›]{{0,50}}\b{VIA} {WATER}",
        NOT_A_TOTAL,
    ),
    Rule(
        "a way carried",
        "cargo",
        _TONNES,
        rf"{OWN_WAY}{GAP}{{0,50}}\b(?:carried|handled|saw|moved|recorded|carry|carries) "
        rf"{GAP}{{0,30}}‹n›",
        NOT_A_TOTAL,
    ),
    Rule(
        "a port handled",
        "cargo",
        _TONNES,
        rf"‹port:(?P<s>\d+)›{GAP}{{0,40}}\b(?:handled|shipped|moved|exported|loaded) "
        rf"{GAP}{{0,20}}‹n›",
        NOT_A_TOTAL,
        alone=("way", "port"),
    ),
    Rule(
        "a port itself handled",
        "cargo",
        _TONNES,
        r"‹port:(?P<s>\d+)›(?:, which|, set [^;‹›]{0,50},)?(?: has| had)? (?:handled|handles"
        r"|shipped|ships"
        r"|exported|exports|loaded|loads|moved|transshipped|took in|received"
        r"|unloaded)(?: a record| some)? ‹n›",
        NOT_A_TOTAL,
        alone=(),
    ),
    Rule(
        "left a port with so much",
        "cargo",
        _TONNES,
        r"\b(?:left|sailed from|loaded (?:at|in)) ‹port:(?P<s>\d+)›[^;‹›]{0,25} with ‹n› of\b",
        NOT_A_TOTAL,
        alone=(),
    ),
    Rule(
        "so much from or for a port",
        "cargo",
        _TONNES,
        r"‹n›(?: of [\w -]{1,30})?(?: a year| annually| last year| this (?:year|season))?"
        r" (?:for|from|to|at|in|through|out of) (?:the port of )?‹port:(?P<s>\d+)›",
        rf"{NOT_A_TOTAL}|\b(?:ships?|vessels?|tankers?|bulkers?|crane|quay|barge|hulls?)"
        r" (?:of|up to|for)(?: up to)? ‹n›"
        r"|\b(?:deadweight|displacing|fish\w*|cod|landed|quota|steel)\b",
        alone=("way",),
    ),
    Rule(
        "goods by a way",
        "cargo",
        _TONNES,
        rf"‹n› of {GAP}{{1,40}}\b{VIA} {WAY}",
        NOT_A_TOTAL,
    ),
    Rule(
        "a target of cargo on a way",
        "cargo",
        _TONNES,
        rf"\b(?:targets?|targeted|goals?|aims?|expects?|forecasts?|plans?"
        rf"|hopes?)\b{GAP}{{0,60}}‹n›"
        rf"(?: of (?:cargo|freight|goods|traffic))? (?:on|along|via|by|over|through) {WAY}",
        NOT_A_TOTAL,
    ),
    Rule(
        "a target of cargo on the way named before",
        "cargo",
        _TONNES,
        rf"{NAMED_BEFORE}.{{0,120}}\b(?:targets?|goals?)\b[^;‹›]{{0,80}}‹n›"
        rf"|{NAMED_BEFORE.replace('<s>', '<t>')}.{{0,120}}‹n› by 20[2-9]\d\b",
        rf"{NOT_A_TOTAL}|‹port:|\b(?:oil|gas|lng|coal|ore|production|output|produce)\b",
    ),
)
_VOYAGE_RULES = (
    Rule(
        "voyages by a way",
        "voyages",
        _VOYAGES,
        rf"‹n›(?:,? (?:this|last) (?:season|year|summer|autumn),?| so far| in (?:19|20)\d\d)? "
        rf"(?:of|through|along|on|via|over|across|by|in) {WATER}",
        NOT_A_TOTAL,
    ),
    Rule(
        "voyages called after a way",
        "voyages",
        _VOYAGES,
        r"‹n› ‹(?:way|strait):(?P<s>\d+)›",
        NOT_A_TOTAL,
        alone=(),
    ),
    Rule(
        "a way saw voyages",
        "voyages",
        _VOYAGES,
        rf"{OWN_WATER}{GAP}{{0,40}}\b(?:saw|had|recorded|counted|logged|registered|hosted)"
        rf" {GAP}{{0,30}}‹n›",
        NOT_A_TOTAL,
    ),
    Rule(
        "voyages were made on a way",
        "voyages",
        _VOYAGES,
        rf"‹n›{GAP}{{0,30}}\b(?:made|recorded|completed|counted|registered|logged|carried out)"
        rf" (?:between {ENDS},? )?{GAP}{{0,20}}{BY} {WATER}",
        NOT_A_TOTAL,
    ),
    Rule(
        "voyages counted on a way",
        "voyages",
        _VOYAGES,
        rf"\b(?:on|along|through|via|over|across|in) {WATER}{NO_WAY}{{0,60}}\b(?:there were"
        rf"|came to|reached|totall?ed|numbered|hit|counted|logged|recorded) {GAP}{{0,20}}‹n›",
        NOT_A_TOTAL,
    ),
    Rule(
        "transits of the way named before",
        "voyages",
        _VOYAGES,
        rf"{NAMED_BEFORE}[^;]{{0,160}}‹n›",
        rf"{NOT_A_TOTAL}|‹(?:port|sea|strait):|\bcanal\b",
        r"\btransit",
    ),
)
_OWNED = (
    r"\b(?:has|have|had|owns?|owned|owning|operates?|fleet of|with) ‹n›(?![^;,.‹]{0,25}‹)"
    r"|‹n›[^;‹]{0,50}\b(?:not|never|says?|said|instead)\b"
)
"""Ships that somebody has; and what somebody says behind the number of them."""
_NO_SHIPS = (
    rf"{NOT_A_TOTAL}|\b(?:one|two|three|half|most|some|many|none) of(?: the| its| these)? ‹n›"
    r"|\b(?:warships?|navy|naval|frigates?|fishing|trawlers?|world|fleet)\b"
)
_SHIP_RULES = (
    Rule(
        "ships passed",
        "ships",
        _SHIPS,
        rf"‹n›{GAP}{{0,50}}\b{PASSED} (?:(?:fully |all |north |west |east |south )?(?:{BY}) )?"
        rf"(?:the (?:whole|full|entire)(?: length)? of )?{WATER}",
        rf"{_NO_SHIPS}|{_OWNED}",
        alone=(),
    ),
    Rule(
        "ships on their way",
        "ships",
        _SHIPS,
        rf"(?:‹n›[^;:.,‹›]{{0,40}}\b(?:on|along|through|via|over|across)"
        rf"|\bthere (?:were|are) ‹n› in) {WATER}",
        _NO_SHIPS,
        alone=_WATERS,
    ),
    Rule(
        "a way saw ships",
        "ships",
        _SHIPS,
        rf"{OWN_WATER}[^;:.,‹›]{{0,30}}\b(?:by|saw|used by|taken by|carried|handled|recorded"
        rf"|counted"
        rf"|registered|logged|hosted|let through|passed) ‹n›",
        _NO_SHIPS,
        alone=_WATERS,
    ),
    Rule(
        "icebreakers of a state",
        "ships",
        _SHIPS,
        r"‹state:(?P<s>\d+)›(?:'s coast guard|'s navy|'s fleet)?"
        r"(?: now| still| already| currently| alone"
        r"| itself| meanwhile|, (?:meanwhile|by (?:comparison|contrast)),)*"
        r" (?:operates|has|owns|runs|fields|possesses|boasts|counts|keeps|commands)(?: a fleet"
        r" of)?"
        r"(?: only| just| already| still)? ‹n›",
        r"‹n› (?:more|under construction|on order|planned|left)\b",
        r"ice-?breakers?|polar (?:ships|vessels)",
        alone=(),
    ),
    Rule(
        "a state's icebreakers",
        "ships",
        _SHIPS,
        r"‹state:(?P<s>\d+)›'s (?:(?:[\w-]+ ){0,2}fleet of )?‹n›",
        r"\bone of ‹state",
        r"ice-?breakers?",
        alone=(),
    ),
)
_CONTAINERS = (
    Rule(
        "containers by a way",
        "containers",
        ("teu",),
        rf"‹n›{GAP}{{0,40}}\b{CARRIED} {GAP}{{0,20}}\b{BY} {WATER}",
        rf"{NOT_A_TOTAL}|‹n› (?:ship|vessel)",
    ),
)
_PASSES = (
    r"(?:passes|pass|passed|goes|go|went|moves|move|moved|transits|transit|transited|flows|flow"
    r"|flowed|travels|travel|is carried|is shipped|sails|passing|going|moving)"
)
_SHARES = (
    Rule(
        "a share of trade passes", "share", ("%",),
        rf"‹n› of {GAP}{{3,80}}(?: and ‹m› of {GAP}{{3,40}})?\b{_PASSES}"
        rf" (?:through|via|along|over|by) {WATER}",
    ),
    Rule(
        "a share of trade transits", "share", ("%",),
        rf"‹n› of {GAP}{{3,80}}\b(?:transits?|transited|uses?|used|cross|crosses|pass|passes"
        rf"|passed) {WATER}",
    ),
    Rule(
        "a way carries a share", "share", ("%",),
        rf"{OWN_WATER}(?:, ‹m› [^;‹›]{{0,20}},)?{GAP}{{0,40}}\b(?:carries|handles|accounts for"
        rf"|accounted for|carried|takes|moves"
        rf"|handled) (?:‹m› of [^;‹›]{{3,60}} and )?‹n› of\b",
    ),
    Rule(
        "it carries a share", "share", ("%",),
        r"\b(?:carries|handles|accounts for|accounted for|takes|carried|handled|moves|moved"
        r"|carry|handle)"
        r" ‹n› of\b",
        r"\b(?:fleet|ships?|carriers?|lines?|compan\w+|owners?|crews?) (?:carr|handl|account"
        r"|take|move)",
        about=("way",), alone=(),
    ),
    Rule(
        "a share of what goes by a way", "share", ("%",),
        r"‹n› of (?:all |the |its |those |these |total )*(?:cargo(?:es)?|freight|goods|traffic"
        r"|transits?"
        r"|voyages|sailings|ships|vessels|tonnage|shipments|volumes?)\b",
        r"\b(?:by|los\w+|(?<!make )(?<!makes )(?<!made )up|down|than|rose|fell|grew|dropped"
        r"|increase of"
        r"|decline of|above|below) ‹n›"
        r"|\b(?:world|global|worldwide|fleet|insured|insurers?|seaborne|capacity|could|might)\b"
        r"|‹n› of [^;]{0,20}\b(?:income|revenue|capacity)",
        about=("way",), alone=(),
    ),
    Rule(
        "a way through which a share goes", "share", ("%",),
        rf"{OWN_WATER}, (?:through|via|along) which {GAP}{{0,30}}‹n› of\b",
    ),
)  # fmt: skip
TRAFFIC = (*_CARGO, *_VOYAGE_RULES, *_SHIP_RULES, *_CONTAINERS, *_SHARES)
