"""Which nation has a role in which feature, and why: the basis of the filter by nation."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from geo import messages
from geo.catalogue.features import Catalogue
from geo.catalogue.records import SOVEREIGN, Feature
from geo.catalogue.relations import members_in_turn

COASTAL_MIN_NM = 1.0
"""The least length for a track to count as touching a state's waters."""
_ROLE_WORDS = {
    "coastal": "its waters",
    "administrator": "administers it",
    "sponsor": "sponsors it",
    "claimant": "claims it",
    "port-state": "port state",
    "territory": "its territory",
    "member": "a member",
    "party": "takes a position",
}


@dataclass(frozen=True)
class Reason:
    """Why a nation's filter shows a feature.

    `length_nm` is the most that any variant has in the nation's waters; `geo.measure.reasons` gives
    that of one variant, in words, as `text`.
    """

    nation: str
    role: str
    source: str = ""
    length_nm: float = 0.0
    text: str = ""

    @property
    def words(self) -> str:
        """Return the reason in plain words."""
        if self.text:
            return self.text
        if self.length_nm:
            return messages.IN_ITS_WATERS.format(nm=self.length_nm)
        return _ROLE_WORDS[self.role]


Reasons = Mapping[str, tuple[Reason, ...]]


def reasons_by_feature(
    catalogue: Catalogue, coastal_nm: Callable[[str], Mapping[str, float]]
) -> Reasons:
    """Return the nations' roles in each feature.

    Stated roles come first, then who takes a position in a dispute, then the coastal role that the
    overlay of track and zones gives, from `COASTAL_MIN_NM` on. A state has a role in itself, a
    territory in its sovereign too, and a group has the reasons of its members, and of the members
    of a group in it.

    Parameters
    ----------
    catalogue
        The features.
    coastal_nm
        Nautical miles by nation of a route or corridor; empty where nothing was measured.
    """
    measured = {f.id: coastal_nm(f.id) for f in catalogue.of_kind("route", "corridor")}
    own = {f.id: _own(f, measured.get(f.id, {})) for f in catalogue.features.values()}
    return {
        feature.id: tuple(dict.fromkeys([*own[feature.id], *_of_members(catalogue, feature, own)]))
        for feature in catalogue.features.values()
    }


def _own(feature: Feature, coastal_nm: Mapping[str, float]) -> list[Reason]:
    reasons = [Reason(role.nation, role.role, role.source) for role in feature.nations]
    stated = {reason.nation for reason in reasons}
    reasons += [
        Reason(c.nation, "party", c.source) for c in feature.claims if c.nation not in stated
    ]
    if feature.kind == "state":
        reasons.insert(0, Reason(feature.id, "territory"))
    reasons += [
        Reason(nation, "coastal", "calculated from this map’s zones", length)
        for nation, length in sorted(coastal_nm.items(), key=lambda entry: -entry[1])
        if length >= COASTAL_MIN_NM
    ]
    known = {(reason.nation, reason.role) for reason in reasons}
    wholes = [
        Reason(SOVEREIGN[reason.nation], reason.role, reason.source)
        for reason in reasons
        if reason.nation in SOVEREIGN and (SOVEREIGN[reason.nation], reason.role) not in known
    ]
    return [*reasons, *wholes]


def _of_members(
    catalogue: Catalogue, feature: Feature, own: Mapping[str, list[Reason]]
) -> Iterable[Reason]:
    for member in members_in_turn(catalogue.features, feature):
        role = "member" if catalogue.features[member].kind == "state" else ""
        for reason in own[member]:
            yield Reason(reason.nation, role or reason.role, reason.source, reason.length_nm)


def visible_features(
    catalogue: Catalogue,
    reasons: Reasons,
    nations: Iterable[str],
    *,
    match: str = "any",
    role: str = "",
) -> frozenset[str]:
    """Return the ids that pass the filter: all when neither a nation nor a role is chosen.

    A role of the filter is taken at its word. Land of its own (`territory`), membership (`member`)
    and a position in a dispute without a claim (`party`) count only while any role does: with one
    chosen, a state's own outline does not pass and stays on the map as mere land. A group or a
    dispute has the roles that nations have in what belongs to it.

    Parameters
    ----------
    match
        `any`: one of the nations has a role in the feature; `all`: each of them has.
    role
        The role that counts, or '' for any; without a nation, whoever has it.
    """
    chosen = set(nations)
    if not chosen and not role:
        return frozenset(catalogue.features)

    def passes(found: set[str]) -> bool:
        if not chosen:
            return bool(found)
        return chosen <= found if match == "all" else not chosen.isdisjoint(found)

    return frozenset(
        identity
        for identity in catalogue.features
        if passes({r.nation for r in reasons[identity] if role in {"", r.role}})
    )


def looser_filters(
    catalogue: Catalogue, reasons: Reasons, nations: Sequence[str], *, match: str, role: str
) -> dict[str, dict[str, str]]:
    """Return what to change of a filter that leaves nothing, where a single change leaves some.

    Returns
    -------
    looser
        The new value by what is changed: `match`, `role`.
    """
    tried = {
        "match": {"match": "any"} if match == "all" and len(nations) > 1 else {},
        "role": {"role": ""} if role else {},
    }
    asked = {"match": match, "role": role}
    return {
        name: change
        for name, change in tried.items()
        if change and visible_features(catalogue, reasons, nations, **{**asked, **change})
    }


def nations_with_roles(reasons: Reasons) -> frozenset[str]:
    """Return the nations that have more than land of their own and memberships."""
    return frozenset(
        reason.nation
        for those in reasons.values()
        for reason in those
        if reason.role not in {"territory", "member"}
    )
