"""What a rule is, and the pieces that patterns of frames are made of."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

MILES = ("nm", "km", "mi")
THE = r"(?:the |its |a |all of the |whole |entire |icy |(?:egypt|russia|china|canada)'s )*"
WAY = rf"{THE}‹way:(?P<s>\d+)›"
WATER = rf"{THE}‹(?:way|strait|sea):(?P<s>\d+)›"
PLACE = rf"{THE}‹(?:way|strait|port|sea):(?P<s>\d+)›"
OWN_WAY, OWN_WATER = r"‹way:(?P<s>\d+)›", r"‹(?:way|strait):(?P<s>\d+)›"
BY = r"(?:on|along|through|via|over|by|across|of|in|to|down|up)"
VIA = r"(?:via|through|by|along|over|on|across|using|around|round)"
GAP = r"[^;:‹›]"
"""Words without a name or another number among them."""
NO_WAY = r"(?:(?!‹(?:way|strait):|[;]).)"
"""Anything without another way or strait."""
NAMED_BEFORE = rf"^\({OWN_WAY}\) "
"""The one way that was named before a sentence that names none."""
ENDS = r"(?:the )?‹\w+:\d+› and (?:the )?‹\w+:\d+›"
"""Two names as the ends of a voyage."""
VOYAGE = r"(?:voyages?|journeys?|trips?|passages?|transits?|crossings?|sailings?)"
PASSED = (
    r"(?:sailed|passed|transited|crossed|used|took|gone|went|navigated|travelled|traveled|plied"
    r"|traversed|completed|made|covered|got|sailing|using|passing|crossing|transiting|pass"
    r"|cross|use"
    r"|transit|sail|go|took to)"
)
CARRIED = (
    r"(?:shipped|carried|transported|moved|passed|went|hauled|handled|travelled|traveled|sent"
    r"|loaded|exported|delivered|transits?|transited|ship|carry|transport|move|haul|send)"
)
A_RECORD = (
    r"(?:,? (?:a|an|the|its|another) (?:new |all-time )?(?:record|total|high)(?: high)?(?: of)?)?"
)
NOT_A_TOTAL = (
    r"‹n›(?: of [\w-]+)? (?:more|less|fewer|higher|lower|above|below|short|extra|or so of)\b"
    r"|\b(?:by|from|capacity of|up|down|another|additional|extra|other|spill\w*|quota|deadweight"
    r"|displac\w+|nearest|next|first|last|one of(?: the| its)?) ‹n›"
    r"|‹n› of (?:bunkers?|fuel(?! oil))\b"
    r"|‹n› (?:per|a|each|every) (?:day|week|month|ship|vessel|voyage|transit|hour|convoy)\b"
    r"|\b(?:capable|capacity|catch|fish\w*|CO2|carbon|emissions?|insur\w+|orders?(?! (?:to"
    r"|that))|ordered(?! (?:that|[^;]{3,50} to (?:rise|reach|grow)))"
    r"|order book|aground|grounded|sank|sunk|collision|collided|fire|spill\w*|stranded|daily"
    r"|queue\w*|waiting|budget\w*|toll\w*|built|building|builds?|yards?|shipyards?"
    r"|deliver(?:y|ed) of)\b"
)
"""What makes of a number a change, a rate, a capacity, or the load of an accident."""

_BEFORE, _BEHIND = 130, 50


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
        A pattern that speaks against it in the frame; near the number where `about` is given.
    phrase
        What the words of the unit must contain.
    subject
        Id of the feature that it is about, where no name in the frame is.
    noun
        What is counted or lasts, where the words of the unit do not say it: "season".
    about
        Signs of the features that it may be about, where no name in the pattern is: it is about the
        one near the number, see `geo.linker.claims.topic`.
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
    noun: str = ""
    about: tuple[str, ...] = ()
    alone: tuple[str, ...] = ("way",)
    _made: dict[str, re.Pattern[str]] = field(default_factory=dict, compare=False, repr=False)

    def read(self, words: str, phrase: str) -> re.Match[str] | None:
        """Return the match in a frame, None where the rule does not hold."""
        if self.phrase and not self._find(self.phrase, phrase):
            return None
        if self.unless and self._find(self.unless, self._near(words)):
            return None
        return self._find(self.says, words)

    def _near(self, words: str) -> str:
        """Return where what speaks against the rule is looked for: near the number.

        That is between semicolons; where `about` leaves the name open, in fewer words.
        """
        at = words.index("‹n›")
        if not self.about:
            end = words.find(";", at)
            return words[words.rfind(";", 0, at) + 1 : end if end >= 0 else len(words)]
        return words[max(0, at - _BEFORE) : at + _BEHIND]

    def _find(self, pattern: str, words: str) -> re.Match[str] | None:
        made = self._made.get(pattern)
        if made is None:
            made = self._made[pattern] = re.compile(pattern, re.IGNORECASE)
        return made.search(words)
