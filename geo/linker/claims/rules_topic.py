"""Rules for sentences that tie no name to their number: it is about the one route near it.

They are tried last. Each asks for words that leave one reading of the number alone, and refuses
where a port, a sea or a second route could be meant (see `geo.linker.claims.topic`).
"""

from __future__ import annotations

from geo.linker.claims.rule import CARRIED, GAP, MILES, NOT_A_TOTAL, VOYAGE, Rule

_WATERS = ("way", "strait")
_WAYS = ("way",)
_OPEN_WATERS = ("way", "strait", "sea")
_GOODS = r"(?:cargo(?:es)?|freight|goods|tonnage|volumes?|traffic|transit|shipments|turnover)"
_CAME_TO = (
    r"(?:to|at|was|were|reached|totall?ed|came to|stood at|hit|amounted to|exceeded|topped|passed"
    r"|surpassed|made|with|been|be|of|to make)"
)
_NO_CARGO = (
    rf"{NOT_A_TOTAL}|‹port:|\b(?:CO2|soot|fuel|bunkers?|steel|displacement|dwt|krill|fish)\b"
    r"|‹n› (?:ship|vessel|tanker|bulker|carrier|dwt|deadweight)|\b(?:ships?|vessels?|hulls?|tankers?"
    r"|bulkers?|cargo|draught|train|trains|barges?) of ‹n›|‹n›[^;,.]{0,12}\b(?:a (?:day|month)|each)\b"
)
_TONNES = ("t",)
_CARGO = (
    Rule(
        "goods came to", "cargo", _TONNES,
        rf"\b{_GOODS}\b[^;‹›]{{0,60}}\b{_CAME_TO}(?: a record(?: of)?| a total of)? ‹n›"
        rf"|\btransit\b[^;‹›]{{0,40}}\b{_CAME_TO} ‹n›",
        _NO_CARGO, about=_WAYS, alone=(),
    ),
    Rule(
        "goods came to, by a way", "cargo", _TONNES,
        rf"\b{_GOODS} {GAP}{{0,30}}‹way:\d+›[^;‹›]{{0,50}}\b{_CAME_TO} ‹n›",
        _NO_CARGO, about=_WAYS, alone=(),
    ),
    Rule(
        "goods grew from", "cargo", _TONNES,
        rf"\b{_GOODS}\b[^;]{{0,70}}\b(?:grew|rose|climbed|increased|fell|dropped|went|up|down) from "
        r"‹n› in (?:19|20)\d\d",
        _NO_CARGO.replace("from|", ""), about=_WAYS, alone=(),
    ),
    Rule(
        "so much of goods", "cargo", _TONNES,
        rf"‹n› of (?:transit )?(?:cargo|freight|goods)\b|‹n› (?:were|was|had been|has been)"
        rf" (?:{CARRIED})\b",
        _NO_CARGO, about=_WAYS, alone=(),
    ),
    Rule(
        "carried so much", "cargo", _TONNES,
        r"‹way:\d+›(?: now| still| already)* (?:carries|carried|handles|handled|moved|saw)"
        r"(?: a record| some)? ‹n›",
        _NO_CARGO, about=_WAYS, alone=(),
    ),
    Rule(
        "so much is wanted", "cargo", _TONNES,
        r"\b(?:wants?|expects?|expected|counts on|hopes for|plans?|planned|speaks? of|targets?|goal"
        r"|target)\b[^;‹›]{0,60}‹n›(?: by| in| for) 20[2-9]\d\b",
        rf"{_NO_CARGO}|\b(?:LNG|oil|gas|coal|ore|output|production)\b", about=_WAYS, alone=(),
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
        "transits", "voyages", ("voyages",), r"‹n›", rf"{_NO_VOYAGES}|‹(?:port|sea):",
        r"\btransit", about=_WATERS, alone=(),
    ),
    Rule(
        "voyages that were made", "voyages", ("voyages",),
        rf"\b{_COUNTED} {GAP}{{0,20}}‹n›|‹n›[^;,.]{{0,60}}\b{_COUNTED}\b",
        _NO_VOYAGES, about=_WATERS, alone=(),
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
        "so many ships passed", "ships", ("ships",),
        r"‹n›(?: with ‹m› of [\w ]{1,20})?(?: have| had)? (?:passed|crossed|transited|used)"
        r"(?: through)? (?:the )?‹(?:way|strait):(?P<s>\d+)›",
        _NO_SHIPS, alone=(),
    ),
    Rule(
        "a convoy of ships", "ships", ("ships",),
        r"\bconvoy of ‹n› (?:left|sailed from|reached|entered|passed) (?:the )?"
        r"‹(?:port|way|strait):(?P<s>\d+)›",
        NOT_A_TOTAL, alone=(),
    ),
    Rule(
        "ships where the Polar Code holds", "ships", ("ships",),
        r"‹n› (?:have |had )?(?:entered|sailed in|operated in|were in|in) (?:the )?(?:waters of the )?"
        r"(?:‹area:\d+› )?Polar Code\b|\bships in (?:the )?(?:‹area:\d+› )?Polar Code area\b[^;]{0,80}"
        r"\bfrom ‹n› in ",
        subject="polar-code-waters", alone=(),
    ),
    Rule(
        "ships called at a port", "ships", ("ships",),
        r"‹n› (?:called|berthed|docked|arrived|loaded) (?:at|in) (?:the port of )?‹port:(?P<s>\d+)›",
        _NO_SHIPS, alone=(),
    ),
    Rule(
        "ships caught in the ice", "ships", ("ships",),
        r"‹n›[^;:.,‹›]{0,25}\b(?:beset|trapped|stuck|icebound|ice-bound|caught) (?:in the ice )?"
        r"(?:off|in|near) (?:the )?‹(?:port|strait|sea|way):(?P<s>\d+)›",
        NOT_A_TOTAL, alone=(),
    ),
    Rule(
        "ships that went through", "ships", ("ships",), rf"‹n›(?: and ‹m›)?[^;:.‹›]{{0,25}}\b(?:{_WENT})",
        rf"{_NO_SHIPS}|‹port:", about=_WATERS, alone=(),
    ),
    Rule(
        "made by so many ships", "ships", ("ships",),
        r"\b(?:transits|voyages|sailings|trips|they) (?:were|was) made by ‹n›|\bmade by ‹n›",
        _NO_SHIPS.replace("by|from|", "from|"), about=_WATERS, alone=(),
    ),
)
_NO_TIME = (
    r"\b(?:wait\w*|delay\w*|queue\w*|repair\w*|stuck|beset|trapped|salvage|quarantine|notice|adrift"
    r"|drift\w*|anchor\w*|closed|shut|strike|blocked|late|earlier|later|ahead|behind|ago"
    r"|sav\w+|shorten\w*|cuts?(?! from)|cutting|adds?|added|adding|trial|swim\w*|ski\w*|flight|train|truck"
    r"|rail\w*|road|permit\w*|appl\w+|follow\w*|shadow\w*|search\w*|build|built)\b"
    r"|‹n› (?:shorter|longer|less|faster|quicker|more|sooner|slower|after|before|off|of|to (?:load"
    r"|discharge|repair|reach|arrive)|each|every|a (?:week|month|year))\b"
    r"|\b(?:after|for|within|every|last|past|by|next|first|lost|lose|difference of) ‹n›"
)
_SAILED = rf"\b(?:{VOYAGE}|cruises?|sail\w*|crossed|crossing|transited|ship|ships|vessel|convoy|tanker|carrier)\b"
_DAYS = ("days", "hours")
_BY = r"(?:via|through|by(?: way of)?|(?:a)?round|using|along)"
_TIMES = (
    Rule(
        "days by a way", "time", _DAYS,
        rf"‹n›(?: one way| at sea| in (?:winter|summer))* {_BY} (?:the )?‹(?:way|strait):(?P<s>\d+)›",
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
        rf"{_SAILED}[^;]{{0,90}}\bin (?:a record )?‹n›",
        rf"{_NO_TIME}|\b(?:decade|years|grew|rose|fell|third|twice|times) in ‹n›", about=_WAYS, alone=(),
    ),
    Rule(
        "times of so many days", "time", _DAYS,
        r"\b(?:transit|sailing|voyage|passage|travel|journey|best|record) times?\b"
        r"(?:[^;‹›]|‹(?:state|port|area):\d+›){0,30}(?: of| is| was| to| at|:) ‹n›",
        _NO_TIME, about=_WAYS, alone=(),
    ),
    Rule(
        "a season of so long", "time", ("days", "months"),
        r"\b(?:open|navigable|passable|ice-free|free of ice|free from ice|season|navigation)\b"
        r"[^;‹›]{0,45}‹n›|\bseason of ‹n›",
        r"\b(?:ago|earlier|later|after|before|late|ahead|longer|shorter|less|than|closed|lost|lose|fell"
        r"|shrunk|shortened|extended|by|ships?|old|first|last|extra|more) ‹n›|‹n› (?:ago|earlier|later"
        r"|after|before|late|ahead|longer|shorter|more|less|old|to)\b|‹port:|\b(?:lost|extra|delay)\b",
        noun="season", about=_OPEN_WATERS, alone=(),
    ),
)  # fmt: skip
_SAVES = r"(?:sav(?:e|es|ed|ing)|cuts?|cutting|shav(?:es?|ing)|shorten(?:s|ed|ing)?|trims?|reduc\w+|slash\w*)"
_NO_SAVING = (
    r"\bto ‹n›|\bfrom ‹n›|‹n› to ‹m›|\b(?:fuel|emissions?|carbon|costs?|CO2|bills?|inventor\w+|crew"
    r"|price|tolls?|rates?|fees?|ago|season|draught|slots?|speed)\b[^;.]{0,25}‹n›"
    r"|‹n› (?:of (?:fuel|bunkers|oil)|in (?:fuel|costs?)|on fuel|more expensive|less (?:fuel|carbon))"
    r"|\b(?:season|emissions?|fuel|carbon|rail\w*|road)\b"
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
        rf"\b{_SAVES}\b[^;]{{0,60}}‹n› of the (?:way|distance)|\b{_SAVES} (?:the )?(?:way|distance)"
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
        "days shorter", "time saving", ("days",), r"‹n› (?:shorter|longer|faster|quicker)\b",
        rf"{_NO_SAVING}|\bice\b", about=_WAYS, alone=(),
    ),
    Rule(
        "a share faster", "time saving", ("%",), r"‹n› (?:faster|quicker)\b",
        rf"{_NO_SAVING}|\b(?:warm\w*|melt\w*|grow\w*)\b", about=_WAYS, alone=(),
    ),
)  # fmt: skip
_NO_LEG = (
    r"‹n›[^;,.]{0,15}\b(?:shorter|longer|closer|less|more|off|wide|deep|from|away|north|south|east"
    r"|west)\b|\b(?:sav(?:e|es|ed|ing)|cuts?|cutting|adds?|adding|detour|by|shorter|within)[^;,‹›]{0,20}"
    r"‹n›|\b(?:rail\w*|road|pipeline|cable|flight|land)\b"
)
_DISTANCES = (
    Rule(
        "a voyage measures", "distance", MILES,
        r"\b(?:distance|voyage|trip|journey)\b[^;]{0,80}\b(?:is|was|measures|measured|covers"
        r"|covered|comes to|would be) ‹n›",
        _NO_LEG, about=_WAYS, alone=(),
    ),
    Rule(
        "miles by a way", "distance", MILES,
        rf"\b(?:is|was|measures|covers|and|or|of) ‹n› {_BY} (?:the )?‹way:(?P<s>\d+)›",
        _NO_LEG, alone=(),
    ),
    Rule(
        "by a way it is", "distance", MILES,
        rf"\b{_BY} (?:the )?‹way:(?P<s>\d+)› (?:it|the (?:distance|way|voyage)) (?:is|was) ‹n›",
        _NO_LEG, alone=(),
    ),
)
_CONTAINERS = (
    Rule(
        "carrying containers", "containers", ("teu",), r"\b(?:carrying|carried|loaded with) ‹n›",
        r"\b(?:capable|capacity|can|could|up to|empty)\b", about=_WAYS, alone=(),
    ),
    Rule(
        "a port's containers", "containers", ("teu",),
        r"‹port:(?P<s>\d+)› (?:handled|moved|shipped|loaded|unloaded)(?: a record| some)? ‹n›"
        r"|‹port:(?P<t>\d+)› ‹n› were (?:handled|moved|shipped|loaded|unloaded)",
        NOT_A_TOTAL, alone=(),
    ),
)
_SHARES = (
    Rule(
        "the share that passes", "share", ("%",),
        r"\bshare of [^;‹›]{3,60}\b(?:passes|goes|moves|transits) (?:through|by|via|over)? ?(?:the )?"
        r"‹(?:way|strait):(?P<s>\d+)› (?:is|was|stands at|fell to|rose to) ‹n›",
        alone=(),
    ),
)
_LENGTHS = (
    Rule(
        "runs from here to there and is so long", "length", MILES,
        r"^(?:The |Russia's |Canada's )?‹way:(?P<s>\d+)› [^;]{0,100}\band is ‹n›(?: \(‹m›\))? long\b",
    ),
    Rule(
        "the shortest, at so much", "length", MILES,
        r"‹way:(?P<s>\d+)› is the (?:shortest|longest)[^;‹›]{0,20}, at ‹n›",
    ),
)
BY_TOPIC = (*_DISTANCES, *_LENGTHS, *_CARGO, *_VOYAGES, *_SHIPS, *_TIMES, *_SAVING, *_CONTAINERS, *_SHARES)
