"""Words on a reader's own track: miles, whose waters a stretch is, what rules are called."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from geo import messages
from geo.catalogue.records import SOVEREIGN
from geo.markup.voyages.numbers import whole
from geo.markup.waters_strip import owner_name
from geo.measure.own_track.measuring import TrackReport
from geo.measure.tables import split_states
from geo.measure.voyages.records import RuleStretch, Stretch
from geo.sentences import join_words

NameOf = Callable[[str], str]
_WHOLE_FROM_NM = 10.0
_MOSTLY = 0.97
_LEAST_NM = 0.5
_EDGE_NM = 2.0
"""Zones and rules are measured to about a mile: what ends this near ends together."""
_DERIVED = "-derived"


class Owner(NamedTuple):
    """Whose a stretch is: the name, and what stands more quietly after it ('(Denmark)')."""

    name: str
    after: str = ""


def miles(nm: float) -> str:
    """Return nautical miles, below ten with a decimal."""
    return whole(nm) if nm >= _WHOLE_FROM_NM else f"{nm:.1f}".removesuffix(".0")


def called(name: str) -> str:
    """Return the name of a track as it stands within a sentence."""
    return f"{name[:1].lower()}{name[1:]}" if name == messages.TRACK_BY_HAND else name


def owner_of(stretch: Stretch, name_of: NameOf) -> Owner:
    """Return whose a stretch is; a territory is named as such, with the state it belongs to."""
    if stretch.zone in {"disputed", "joint"}:
        return Owner(_capital(owner_name((stretch.state, stretch.zone), name_of)))
    codes = split_states(stretch.state)
    if not codes:
        return Owner(messages.OWN_TRACK_NO_STATE)
    names = join_words(map(name_of, codes))
    wholes = [name_of(SOVEREIGN[code]) for code in codes if code in SOVEREIGN]
    return Owner(names, f"({join_words(wholes)})" if wholes else "")


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


def zone_word(stretch: Stretch) -> str:
    """Return what a stretch is by law: 'economic zone', 'internal waters (claimed)'."""
    word = messages.ZONES.get(stretch.zone, stretch.zone)
    if stretch.zone_id.endswith(_DERIVED):
        return f"{word}{messages.CLAIMED}"
    return word


def area_word(stretch: Stretch, name_of: NameOf) -> str:
    """Return the name of a part of the high seas in brackets: '(Banana Hole)'; '' for others."""
    if stretch.zone != "high_seas" or not stretch.zone_id:
        return ""
    name = name_of(stretch.zone_id)
    return f"({name.split(' (')[0]})" if name != stretch.zone_id else ""


def rule_name(regime: str, name_of: NameOf) -> str:
    """Return a short name of an area of rules."""
    known = messages.OWN_TRACK_RULE_NAMES.get(regime)
    return known or name_of(regime).replace(*messages.OWN_TRACK_CONTROL_ZONE).split(" (")[0]


def rules_in(stretch: Stretch, rules: tuple[RuleStretch, ...], name_of: NameOf) -> Iterator[str]:
    """Yield the rules that meet a stretch, '(part)' after those that hold on a part of it only."""
    within: dict[str, float] = {}
    for rule in rules:
        shared = min(rule.to_nm, stretch.to_nm) - max(rule.from_nm, stretch.from_nm)
        if shared > _LEAST_NM:
            within[rule.regime] = within.get(rule.regime, 0.0) + shared
    for regime, nm in within.items():
        name = rule_name(regime, name_of)
        is_whole = nm >= stretch.nm * _MOSTLY or stretch.nm - nm < _EDGE_NM
        yield name if is_whole else messages.OWN_TRACK_PART.format(name=name)


def without_rules_nm(report: TrackReport) -> float:
    """Return the nautical miles on which no rules of the catalogue hold."""
    free, reached = 0.0, 0.0
    for rule in sorted(report.rules, key=lambda one: one.from_nm):
        free += max(rule.from_nm - reached, 0.0)
        reached = max(reached, rule.to_nm)
    return free + max(report.nm - reached, 0.0)


def states_of(report: TrackReport) -> list[str]:
    """Return the states whose waters a track meets, a territory counted with its state."""
    return [state for state in report.nm_by_state if state not in SOVEREIGN]
