"""Rules for cargo, voyages, ships and containers in sentences that tie no name to their number.

It is about the one route near it (see `geo.linker.claims.topic`). They are tried last. Each
asks for words that leave one reading of the number alone, and refuses what could be another's.
"""

from __future__ import annotations

from geo.linker.claims.rule import A_RECORD, CARRIED, GAP, NOT_A_TOTAL, Rule

_WATERS = ("way", "strait")
_WAYS = ("way",)
_GOODS = r"(?:cargo(?:es)?|freight|goods|tonnage|volumes?|traffic|transit|shipments|turnover)"
_CAME_TO = (
    r"(?:to|at|was|were|reached|totall?ed|came to|stood at|hit|amounted to|exceeded|topped|passed"
    r"|surpassed|made|with|been|be|of|to make)"
)
_NO_CARGO = (
    rf"{NOT_A_TOTAL}|‹port:|\b(?:CO2|soot|fuel|bunkers?|steel|displacement|dwt|krill|fish)\b"
    r"|‹n› (?:ship|vessel|tanker|bulker|carrier|dwt|deadweight)|\b(?:ships?|vessels?|hulls?"
    r"|tankers?"
    r"|bulkers?|cargo|draught|train|trains|barges?) of ‹n›|‹n›[^;,.]{0,12}\b(?:a (?:day|month)"
    r"|each)\b"
)
_TONNES = ("t",)
_CARGO = (
    Rule(
        "goods came to",
        "cargo",
        _TONNES,
        rf"\b{_GOODS}\b[^;‹›]{{0,60}}\b{_CAME_TO}{A_RECORD} ‹n›"
        rf"|\btransit\b[^;‹›]{{0,40}}\b{_CAME_TO}{A_RECORD} ‹n›",
        _NO_CARGO,
        about=_WAYS,
        alone=(),
    ),
    Rule(
        "goods came to, by a way",
        "cargo",
        _TONNES,
        rf"\b{_GOODS} {GAP}{{0,30}}‹way:\d+›[^;‹›]{{0,50}}\b{_CAME_TO}{A_RECORD} ‹n›",
        _NO_CARGO,
        about=_WAYS,
        alone=(),
    ),
    Rule(
        "goods grew from",
        "cargo",
        _TONNES,
        rf"\b{_GOODS}\b[^;]{{0,70}}\b(?:grew|rose|climbed|increased|fell|dropped|went|up|down)"
        rf" from "
        r"‹n› in (?:19|20)\d\d",
        _NO_CARGO.replace("from|", ""),
        about=_WAYS,
        alone=(),
    ),
    Rule(
        "so much of goods",
        "cargo",
        _TONNES,
        rf"‹n› of (?:transit )?(?:cargo|freight|goods)\b|‹n› (?:were|was|had been|has been)"
        rf" (?:{CARRIED})\b",
        _NO_CARGO,
        about=_WAYS,
        alone=(),
    ),
    Rule(
        "carried so much",
        "cargo",
        _TONNES,
        r"‹way:\d+›(?: now| still| already)* (?:carries|carried|handles|handled|moved|saw)"
        r"(?: a record| some)? ‹n›",
        _NO_CARGO,
        about=_WAYS,
        alone=(),
    ),
    Rule(
        "a ship carrying so much",
        "cargo",
        _TONNES,
        r"\b(?:carrying|loaded with|with a cargo of|with) ‹n› of [a-z]",
        _NO_CARGO.replace("cargo,", "").replace("|bulkers?|cargo|draught", "|bulkers?|draught"),
        about=_WAYS,
        alone=(),
    ),
    Rule(
        "so much is wanted",
        "cargo",
        _TONNES,
        r"\b(?:wants?|expects?|expected|counts on|hopes for|plans?|planned|speaks? of|targets?"
        r"|goal"
        r"|target)\b[^;‹›]{0,60}‹n›(?: by| in| for) 20[2-9]\d\b",
        rf"{_NO_CARGO}|\b(?:LNG|oil|gas|coal|ore|output|production)\b",
        about=_WAYS,
        alone=(),
    ),
)
_COUNTED = (
    r"(?:made|completed|counted|saw|ran|recorded|registered|logged|carried out|undertook|managed"
    r"|there were|reached|totall?ed|numbered|hosted|performed)"
)
_NO_VOYAGES = (
    rf"{NOT_A_TOTAL}|\b(?:simulat\w+|model\w*|cancel\w+|planned|pencilled|trial|average of)\b"
    r"|‹n› (?:a|per|each|every|daily)\b|\b(?:a|per) day\b|\b(?:daily|only one of) ‹n›"
)
_VOYAGES = (
    Rule(
        "transits",
        "voyages",
        ("voyages",),
        r"‹n›",
        rf"{_NO_VOYAGES}|‹(?:port|sea):",
        r"\btransit",
        about=_WATERS,
        alone=(),
    ),
    Rule(
        "the number of voyages",
        "voyages",
        ("voyages",),
        r"\bnumber of [^;‹›]{3,40}[^;]{0,70}‹n›",
        _NO_VOYAGES,
        about=_WATERS,
        alone=(),
    ),
    Rule(
        "voyages that were made",
        "voyages",
        ("voyages",),
        rf"\b{_COUNTED} {GAP}{{0,20}}‹n›|‹n›[^;,.]{{0,60}}\b{_COUNTED}\b"
        rf"|\b{CARRIED}\b[^;]{{0,60}}\b(?:on|in) ‹n›",
        _NO_VOYAGES,
        about=_WATERS,
        alone=(),
    ),
)
_WENT = (
    r"(?:went|got|came|sailed|passed|have passed|had passed) (?:all the way )?through\b"
    r"|(?:made|completed|attempted|managed) (?:the|a|their)(?: (?:whole|full|entire|complete))?"
    r" (?:transits?|passage|journey|voyage|trip|crossing)\b|transited\b|crossed\b"
)
_NO_SHIPS = (
    rf"{NOT_A_TOTAL}|\b(?:one|two|three|half|most|some|many|none) of(?: the| its| these)? ‹n›"
    r"|\b(?:warships?|navy|naval|frigates?|fishing|trawlers?|fleet)\b|‹n› (?:a|per|each|every)\b"
)
_SHIPS = (
    Rule(
        "a convoy of ships",
        "ships",
        ("ships",),
        r"\bconvoy of ‹n› (?:left|sailed from|reached|entered|passed) (?:the )?"
        r"‹(?:port|way|strait):(?P<s>\d+)›",
        NOT_A_TOTAL,
        alone=(),
    ),
    Rule(
        "ships where the Polar Code holds",
        "ships",
        ("ships",),
        r"‹n› (?:have |had )?(?:entered|entering|sailed in|sailing in|operated in|were in"
        r"|in) (?:the )?(?:waters of"
        r" the )?"
        r"(?:‹area:\d+› )?Polar Code\b|\b[Ii]n (?:the )?(?:‹area:\d+› )?Polar Code (?:area"
        r"|waters),? ‹n› (?:sailed|were|operated)\b"
        r"|\bships (?:entering|sailing in|operating"
        r" in|in) (?:the )?(?:‹area:\d+› )?Polar Code (?:area|waters)\b[^;]{0,80}"
        r"\b(?:from|to) ‹n› in ",
        subject="polar-code-waters",
        alone=(),
    ),
    Rule(
        "ships called at a port",
        "ships",
        ("ships",),
        r"‹n›(?: and an? \w+| and ‹m›)? (?:have |had )?(?:(?:called|berthed|docked|arrived"
        r"|loaded) (?:at|in)"
        r"|left|reached|sailed from|lay off|anchored off) (?:the (?:port of )?)?"
        r"‹(?:port|sea|strait):(?P<s>\d+)›",
        _NO_SHIPS,
        alone=(),
    ),
    Rule(
        "ships lying at a place",
        "ships",
        ("ships",),
        r"‹n›(?: are| were| was| now| still)* (?:wait|waiting|waited|idling|idled|anchored"
        r"|at anchor"
        r"|lay|lie|lying|moored|laid up)(?: [a-z]+)? (?:off|in|at|near|outside) (?:the )?"
        r"(?:port of )?‹(?:port|strait|sea):(?P<s>\d+)›",
        r"\b(?:by|than|up|down|more|fewer) ‹n›",
        alone=(),
    ),
    Rule(
        "ships that called",
        "ships",
        ("ships",),
        r"‹n› (?:have |had )?(?:called|berthed|docked)\b(?! (?:on|for|off))",
        _NO_SHIPS,
        about=("port",),
        alone=(),
    ),
    Rule(
        "ships caught in the ice",
        "ships",
        ("ships",),
        r"‹n›[^;:.,‹›]{0,25}\b(?:beset|trapped|stuck|icebound|ice-bound|caught) (?:in the ice )?"
        r"(?:off|in|near) (?:the )?‹(?:port|strait|sea|way):(?P<s>\d+)›",
        NOT_A_TOTAL,
        alone=(),
    ),
    Rule(
        "ships that went through",
        "ships",
        ("ships",),
        rf"‹n›(?: and ‹m›)?[^;:.‹›]{{0,25}}\b(?:{_WENT})",
        rf"{_NO_SHIPS}|‹port:",
        about=_WATERS,
        alone=(),
    ),
    Rule(
        "the number of ships",
        "ships",
        ("ships",),
        r"\bnumber of (?:[\w-]+ ){0,3}(?:ships|vessels) (?:using|on|in|passing|through|that|sailing"
        r"|transiting|crossing|entering)\b[^;]{0,70}‹n›",
        _NO_SHIPS,
        about=_WATERS,
        alone=(),
    ),
    Rule(
        "made by so many ships",
        "ships",
        ("ships",),
        r"\b(?:transits|voyages|sailings|trips|they) (?:were|was) made by ‹n›|\bmade by ‹n›",
        _NO_SHIPS.replace("by|from|", "from|"),
        about=_WATERS,
        alone=(),
    ),
)
_CONTAINERS = (
    Rule(
        "carrying containers",
        "containers",
        ("teu",),
        r"\b(?:carrying|carried|loaded with) ‹n›",
        r"\b(?:capable|capacity|can|could|up to|empty)\b",
        about=_WAYS,
        alone=(),
    ),
    Rule(
        "a port's containers",
        "containers",
        ("teu",),
        r"‹port:(?P<s>\d+)› (?:handled|moved|shipped|loaded|unloaded)(?: a record| some)? ‹n›"
        r"|‹port:(?P<t>\d+)› ‹n› were (?:handled|moved|shipped|loaded|unloaded)",
        NOT_A_TOTAL,
        alone=(),
    ),
)
_SHARES = (
    Rule(
        "the share that passes",
        "share",
        ("%",),
        r"\bshare of [^;‹›]{3,60}\b(?:passes|goes|moves|transits) (?:through|by|via|over)?"
        r" ?(?:the )?"
        r"‹(?:way|strait):(?P<s>\d+)› (?:is|was|stands at|fell to|rose to) ‹n›",
        alone=(),
    ),
)
BY_TOPIC = (*_CARGO, *_VOYAGES, *_SHIPS, *_CONTAINERS, *_SHARES)
