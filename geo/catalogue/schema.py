"""The schema of the catalogue's features: one table of rules, one check."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

KINDS = (
    "route",
    "corridor",
    "state",
    "zone",
    "boundary",
    "region",
    "sea",
    "strait",
    "place",
    "dispute",
    "regime",
    "group",
)
STATUSES = ("observed", "official", "proposed", "suspended", "hypothetical", "disputed")
PRECISIONS = ("official", "digitised", "schematic", "computed")
ROLES = ("coastal", "administrator", "sponsor", "claimant", "port-state", "territory")
SLUG = re.compile(r"(?:[A-Z]{2}|[a-z0-9]+(?:-[a-z0-9]+)*)\Z")
NATION = re.compile(r"[A-Z]{2}\Z")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z", re.ASCII)

_ONE_OF = {"kind": KINDS, "status": STATUSES, "precision": PRECISIONS}
_ENTRIES = {
    "nations": {"nation", "role", "source"},
    "sources": {"title", "publisher", "date", "licence", "url", "retrieved", "confidence"},
    "claims": {"nation", "position", "source"},
}
_OWED = {"nations": ("nation", "role"), "sources": ("title",), "claims": ("nation", "position")}
LINES = ("agreed", "computed", "claimed", "baseline")
_LISTS = ("names", "members", "waypoints", *_ENTRIES)
_TEXTS = ("part_of", "type", "label", "short_label", "towards")


def check_properties(properties: Mapping[str, Any], *, file: str) -> list[str]:
    """Return one message per violation of the schema in a feature's properties.

    The id is a slug without underscores (nations two capitals); name, kind, status, precision and
    note are there, and the day on which the facts were last checked; words come from the fixed
    lists; at least one source has a title; entries of nations, sources and claims hold only the
    known fields.

    Parameters
    ----------
    properties
        The properties of one GeoJSON Feature, defaults merged in.
    file
        The file's name, for the messages.
    """
    identity = properties.get("id")
    where = f"{file}: `{identity}`"
    if not isinstance(identity, str) or not SLUG.match(identity):
        rule = "lower-case words joined by hyphens, or two capital letters for a nation"
        return [f"{file}: the id {identity!r} is not a slug ({rule})."]
    problems = [
        f"{where} needs {key} as text."
        for key in ("name", "note")
        if not isinstance(properties.get(key), str) or not properties[key].strip()
    ]
    problems += [
        f"{where} has {key} {properties.get(key)!r}; it must be one of {', '.join(words)}."
        for key, words in _ONE_OF.items()
        if properties.get(key) not in words
    ]
    if not is_day(day := properties.get("last_checked")):
        rule = "it must be the day on which its facts were last checked, such as 2026-11-30"
        problems.append(f"{where} has last_checked {day!r}; {rule}.")
    problems += [
        f"{where} has {key} that is not text."
        for key in _TEXTS
        if not isinstance(properties.get(key, ""), str)
    ]
    wrong = [key for key in _LISTS if not isinstance(properties.get(key, []), list)]
    if wrong:
        return [*problems, *(f"{where} needs {key} as a list." for key in wrong)]
    return [
        *problems,
        *_check_entries(properties, where),
        *_check_sources(properties, where),
        *_check_words(properties, where),
        *check_variant(properties, file=file),
    ]


def is_day(value: object) -> bool:
    """Return whether a value is a day of the calendar as text, year-month-day (ISO 8601)."""
    if not isinstance(value, str) or not DAY.match(value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def check_variant(properties: Mapping[str, Any], *, file: str) -> list[str]:
    """Return one message per violation in a variant's own properties."""
    where = f"{file}: `{properties.get('id')}`"
    problems = []
    if not SLUG.match(str(properties.get("variant", "x"))):
        problems.append(f"{where} has the variant {properties['variant']!r}; it must be a slug.")
    if not isinstance(properties.get("variant_name", ""), str):
        problems.append(f"{where} has a variant_name that is not text.")
    waypoints = properties.get("waypoints", [])
    if not isinstance(waypoints, list) or not all(_is_waypoint(entry) for entry in waypoints):
        problems.append(f"{where} needs name, lon and lat of each waypoint, on the globe.")
    return problems


def _is_waypoint(entry: object) -> bool:
    return (
        isinstance(entry, Mapping)
        and all(isinstance(entry.get(key, ""), str) for key in ("name", "place"))
        and "name" in entry
        and all(
            isinstance(entry.get(key), int | float) and abs(entry[key]) <= most
            for key, most in (("lon", 360), ("lat", 90))
        )
    )


def _check_words(properties: Mapping[str, Any], where: str) -> list[str]:
    """Check the form of names, members and details, which `records` relies on."""
    problems = []
    entries = properties.get("names", [])
    names = (e.get("text") if isinstance(e, Mapping) else e for e in entries)
    languages = (e.get("lang", "en") for e in entries if isinstance(e, Mapping))
    is_text = all(isinstance(text, str) and text.strip() for text in names)
    if not is_text or not all(isinstance(lang, str) for lang in languages):
        problems.append(f"{where} has a name that is not text.")
    members = properties.get("members", [])
    if properties["id"] in members or not all(isinstance(member, str) for member in members):
        problems.append(f"{where} has members that are not ids of other features.")
    details = properties.get("details", {})
    if not isinstance(details, Mapping):
        problems.append(f"{where} needs details as a mapping.")
    elif properties.get("kind") == "boundary" and details.get("line", LINES[1]) not in LINES:
        problems.append(f"{where} has line {details['line']!r}; allowed are {', '.join(LINES)}.")
    elif not isinstance(details.get("zone", ""), str):
        problems.append(f"{where} has a zone that is not text.")
    return problems


def _check_entries(properties: Mapping[str, Any], where: str) -> list[str]:
    problems = []
    for key, fields in _ENTRIES.items():
        for entry in properties.get(key, []):
            unknown = set(entry) - fields if isinstance(entry, Mapping) else {"(not a mapping)"}
            if unknown:
                problems.append(
                    f"{where} has {', '.join(sorted(unknown))} in {key}; "
                    f"known are {', '.join(sorted(fields))}."
                )
            elif not all(isinstance(value, str) for value in entry.values()):
                problems.append(f"{where} has a value in {key} that is not text.")
            elif missing := [field for field in _OWED[key] if field not in entry]:
                problems.append(f"{where} lacks {', '.join(missing)} in {key}.")
            elif "nation" in entry and not NATION.match(str(entry["nation"])):
                problems.append(
                    f"{where} has nation {entry['nation']!r} in {key}; use ISO 3166-1 alpha-2."
                )
    problems += [
        f"{where} has role {entry.get('role')!r}; it must be one of {', '.join(ROLES)}."
        for entry in properties.get("nations", [])
        if isinstance(entry, Mapping) and entry.get("role") not in ROLES
    ]
    return problems


def _check_sources(properties: Mapping[str, Any], where: str) -> list[str]:
    sources = properties.get("sources", [])
    if not any(isinstance(entry, Mapping) and entry.get("title") for entry in sources):
        return [f"{where} has no source; add at least one with a title."]
    return [
        f"{where} has the address {entry['url']!r}; only https and http are links."
        for entry in sources
        if isinstance(entry, Mapping)
        and entry.get("url")
        and not str(entry["url"]).startswith(("https://", "http://"))
    ]
