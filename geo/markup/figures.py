"""The line of figures on a card: at most three, each from the app's own data, with its basis."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from shapely.geometry.base import BaseGeometry

from geo import messages
from geo.catalogue.features import Catalogue
from geo.catalogue.records import SOVEREIGN, Feature
from geo.escape import Markup, element
from geo.geodesy import GEOD, length_nm
from geo.markup.details import precision_words, square_km
from geo.measure.measured import Measured
from geo.measure.reasons import track_name
from geo.sentences import count_of, join_words, with_article

_MOST = 3
_LONGEST_VALUE = 20
_HALF = 0.5
_POLE = 90.0
_SPREAD = {"area", "continent", "district", "peninsula", "voyage", "policy", "bid"}
"""Types whose point on the map says little of where they are."""
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATE = re.compile(rf"(\d{{1,2}}) ({_MONTHS})(?: (\d{{4}}))?|(\d{{4}})-(\d{{2}})-(\d{{2}})")
_NUMBER = re.compile(
    r"(?:about |just over )?\d[\d,.]*(?:[-–]\d[\d,.]*)?(?: (?:km²|nm|km|m|%))?(?= |\Z)"
)
_FORCE = re.compile(r"(yes|no)\b(?! agreement)[:,]? ?(.*)")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


@dataclass(frozen=True)
class Figure:
    """A figure, the words under it, what it rests on, and the detail it states if it states one."""

    value: str
    caption: str
    basis: str
    detail: str = ""


@dataclass(frozen=True)
class _Subject:
    """What the figures of a card are made from."""

    catalogue: Catalogue
    feature: Feature
    variant: str
    measured: Measured | None

    def name_of(self, identity: str) -> str:
        """Return a feature's name, or the id where the catalogue has none."""
        feature = self.catalogue.features.get(identity)
        return feature.name if feature else identity

    def shape(self) -> BaseGeometry | None:
        """Return the shape of the chosen variant, or of the first."""
        shapes = self.catalogue.shapes(self.feature.id)
        return shapes.get(self.variant, next(iter(shapes.values()), None))

    def stated(self, key: str) -> str:
        """Return a detail of the catalogue as text, '' where it is not stated."""
        value = self.feature.details.get(key)
        return "" if value in (None, [], {}) else str(value)


def figures(
    catalogue: Catalogue, feature: Feature, *, variant: str = "", measured: Measured | None = None
) -> list[Figure]:
    """Return the figures of a feature's card, the most telling first, at most three.

    Parameters
    ----------
    variant
        Slug of the chosen variant; '' means the first.
    measured
        What was measured along the tracks; without it, what it would tell is left out.
    """
    subject = _Subject(catalogue, feature, variant, measured)
    found = _MAKERS[feature.kind](subject)
    return [figure for figure, _ in zip(found, range(_MOST), strict=False)]


def figure_line(shown: list[Figure]) -> Markup | None:
    """Return the figures side by side; what each rests on shows as one points at it."""
    if not shown:
        return None
    entries = (
        element(
            "li", element("strong", one.value), " ", element("span", one.caption), title=one.basis
        )
        for one in shown
    )
    return element("ul", *entries, class_="facts")


def figure_basis(shown: list[Figure]) -> Markup | None:
    """Return what each figure rests on, for those who cannot point at it."""
    if not shown:
        return None
    rows = (
        element("li", element("strong", f"{one.value} {one.caption}"), ": ", one.basis)
        for one in shown
    )
    return element("div", element("h3", messages.ABOUT_FIGURES), element("ul", *rows))


def _figure(kind: str, value: str, caption: str = "", **words: object) -> Figure:
    """Return a figure with the words of its kind; a caption of its own replaces theirs."""
    known, basis = messages.FIGURES[kind]
    return Figure(value, caption or known.format(**words), basis.format(**words))


def _stated(subject: _Subject, *keys: str) -> Iterator[Figure]:
    """Yield a figure for each detail that holds a date, a number or a word short enough."""
    is_unread = subject.feature.kind == "regime" and "not checked" in subject.stated("confidence")
    basis = messages.FIGURE_UNCHECKED if is_unread else messages.FIGURE_STATED
    for key in keys:
        text = subject.stated(key)
        value, rest = _brief(text)
        if value:
            said = messages.STATED_CAPTIONS.get(key, key)
            if value[0].isdigit() and "season" not in key and (year := _YEAR.search(rest)):
                said = messages.FIGURE_TO.format(caption=said, year=year[0])
            yield Figure(value, said, basis.format(text=text), key)


def _brief(text: str) -> tuple[str, str]:
    """Return the dates, the number or the word that a detail is about, and the rest of it."""
    dates = [_short_date(*found) for found in _DATE.findall(text)]
    if dates:
        return "–".join(dates[:2]) if len(dates) == 2 else dates[0], ""  # noqa: PLR2004  a span
    capital = f"{text[:1].upper()}{text[1:]}"
    if number := _NUMBER.match(text):
        return capital[: number.end()], text[number.end() :]
    if len(text) <= _LONGEST_VALUE:
        return capital, ""
    year = _YEAR.search(text)
    return (year[0], "") if year else ("", "")


def _short_date(day: str, month: str, year: str, *iso: str) -> str:
    if iso[0]:
        day, month, year = iso[2], _MONTHS.split("|")[int(iso[1]) - 1], iso[0]
    return " ".join(part for part in (str(int(day)), month[:3], year) if part)


def _of_track(subject: _Subject) -> Iterator[Figure]:
    feature, shape = subject.feature, subject.shape()
    shapes = subject.catalogue.shapes(feature.id)
    slug = subject.variant if subject.variant in shapes else next(iter(shapes), "")
    name = next((v.name for v in feature.variants if v.slug == slug), "")
    if shape is not None:
        yield _figure("length", f"{length_nm(shape):,.0f} nm", name)
    yield from _shares(subject, slug)
    keys = [key for key in feature.details if key.startswith("season")]
    yield from _stated(subject, *keys, "complete transits")
    if subject.measured:
        states = subject.measured.waters.nation_nm(feature.id, slug)
        own = [state for state in states if state not in SOVEREIGN]
        straits = subject.measured.transits.straits(feature.id, slug)
        if len(own) > 1:
            names = join_words(subject.name_of(state) for state in own)
            yield _figure("states", count_of(len(own), "state"), names=names)
        if straits:
            names = join_words(map(subject.name_of, straits))
            yield _figure("straits", count_of(len(straits), "strait"), names=names)


def _shares(subject: _Subject, slug: str) -> Iterator[Figure]:
    """Yield in whose waters most of a track lies, where most of it was assessed."""
    if subject.measured is None:
        return
    totals = subject.measured.waters.totals(subject.feature.id, slug)
    if totals.empty:
        return
    by_zone = totals.groupby("zone")["nm"].sum()
    whole = float(by_zone.sum())
    unknown = float(by_zone.get("not_assessed", 0.0))
    if unknown > _HALF * whole:
        yield _figure("assessed", f"{whole - unknown:,.0f} nm")
        return
    high = float(by_zone.get("high_seas", 0.0))
    nations = subject.measured.waters.nation_nm(subject.feature.id, slug)
    first = max(nations, key=lambda state: nations[state], default="")
    if first and nations[first] >= high:
        name = with_article(subject.name_of(first))
        yield _figure("share", f"{100 * nations[first] / whole:.0f} %", name=name)
    elif high:
        yield _figure("high_seas", f"{100 * high / whole:.0f} %")


def _crossing(subject: _Subject, *, stretch: bool) -> Iterator[Figure]:
    """Yield how many routes and corridors pass, and the longest stretch of any of them."""
    through = subject.measured.crossing(subject.feature.id) if subject.measured else {}
    names = join_words(map(subject.name_of, through))
    known = subject.catalogue.features
    kinds = [known[one].kind for one in through if one in known]
    counts = ((kind, kinds.count(kind)) for kind in ("route", "corridor"))
    for kind, number in counts:
        if number:
            verb = messages.PASS_ONE if number == 1 else messages.PASS_MANY
            yield _figure("through", count_of(number, kind), verb, names=names)
    if stretch and through:
        first, nm = next(iter(through.items()))
        yield _figure("stretch", f"{nm:,.0f} nm", name=with_article(subject.name_of(first)))


def _of_strait(subject: _Subject) -> Iterator[Figure]:
    narrowest = list(_stated(subject, "narrowest", "width"))
    yield from narrowest[:1]
    if not narrowest and (width := subject.stated("gate_nm")):
        ends = subject.stated("lies_between")
        yield _figure("gate", f"{width} nm", ends=ends)
    yield from list(_stated(subject, "least depth", "depth", "length"))[:1]
    yield from _crossing(subject, stretch=False)
    yield from _position(subject)


def _of_sea(subject: _Subject) -> Iterator[Figure]:
    yield from _area(subject)
    yield from _crossing(subject, stretch=True)
    yield from _position(subject)


def _area(subject: _Subject) -> Iterator[Figure]:
    shape = subject.shape()
    if shape is not None and shape.area:
        square_metres, _ = GEOD.geometry_area_perimeter(shape)
        yield _figure("area", square_km(abs(square_metres) / 1e6))


def _position(subject: _Subject) -> Iterator[Figure]:
    shape = subject.shape()
    if shape is not None and shape.geom_type == "Point" and subject.feature.type not in _SPREAD:
        lon, lat = shape.coords[0][:2]
        north, east = "N" if lat >= 0 else "S", "E" if lon >= 0 else "W"
        drawn = precision_words(subject.feature)
        meridian = f", {abs(lon):.1f}° {east}" if abs(lat) < _POLE else ""
        value = f"{abs(lat):.1f}° {north}{meridian}"
        yield _figure("position", value, precision=drawn[:1].lower() + drawn[1:])


def _of_zone(subject: _Subject) -> Iterator[Figure]:
    if area := subject.feature.details.get("area_km2"):
        yield _figure("zone_area", square_km(float(area)))
    yield from _crossing(subject, stretch=True)


def _of_place(subject: _Subject) -> Iterator[Figure]:
    feature = subject.feature
    land = [r.nation for r in feature.nations if r.role in {"port-state", "territory"}]
    if capital := subject.stated("capital of"):
        yield _figure("capital_of", capital)
    elif land and feature.type in {"port", "city"}:
        yield _figure("land", subject.name_of(land[0]), messages.LAND_OF.get(feature.type, ""))
    yield from _stated(subject, "since")
    yield from _project_status(subject)
    yield from _position(subject)


def _project_status(subject: _Subject) -> Iterator[Figure]:
    """Yield how a project stands, and as of when; a long statement goes below a single word."""
    state = subject.stated("project status")
    is_long = len(state) > _LONGEST_VALUE
    value = messages.STATUSES[subject.feature.status] if is_long else state.capitalize()
    then = _YEAR.search(subject.stated("status as of"))
    as_of = messages.FIGURE_AS_OF.format(year=then[0]) if then else ""
    caption = ", ".join(filter(None, (state if is_long else "", as_of)))
    if state:
        yield _figure("status", value, caption)


def _of_state(subject: _Subject) -> Iterator[Figure]:
    feature, features = subject.feature, subject.catalogue.features
    zones = [
        float(zone.details.get("area_km2") or 0)
        for zone in subject.catalogue.of_kind("zone")
        if zone.details.get("zone") == "eez" and zone.details.get("states") == [feature.id]
    ]
    if sum(zones):
        yield _figure("economic_zone", square_km(sum(zones)))
    yield from _routes_through(subject)
    sponsored = [
        one
        for one in features.values()
        if any(role.nation == feature.id and role.role == "sponsor" for role in one.nations)
    ]
    for word, those in (
        ("corridor", [one for one in sponsored if one.kind == "corridor"]),
        ("project", [one for one in sponsored if one.type == "project"]),
    ):
        if those:
            names = join_words(one.name for one in those)
            yield _figure("sponsored", count_of(len(those), word), names=names)
    if council := subject.stated("Arctic Council"):
        yield _figure("council", council.split(" ", maxsplit=1)[0].capitalize(), council=council)
    if capital := subject.stated("capital"):
        yield _figure("capital", capital)


def _routes_through(subject: _Subject) -> Iterator[Figure]:
    """Yield how many routes cross a state's waters, and the most of any of them."""
    if not subject.measured:
        return
    waters = subject.measured.waters
    most = {f.id: waters.coastal_nm(f.id) for f in subject.catalogue.of_kind("route")}
    nm = {
        one: by[subject.feature.id]
        for one, by in most.items()
        if by.get(subject.feature.id, 0) >= 1
    }
    if not nm:
        return
    names = join_words(map(subject.name_of, nm))
    caption = messages.CROSS_ONE if len(nm) == 1 else messages.CROSS_MANY
    yield _figure("routes", count_of(len(nm), "route"), caption, names=names)
    track, length, is_main = subject.measured.longest_in(subject.feature.id, nm)
    name = subject.name_of(track[0]) if is_main else track_name(subject.catalogue, track)
    kind = "most" if is_main else "most_of_others"
    yield _figure(kind, f"{length:,.0f} nm", name=with_article(name))


def _of_region(subject: _Subject) -> Iterator[Figure]:
    feature = subject.feature
    land = [role for role in feature.nations if role.role == "territory"]
    if land and feature.status != "disputed":
        names = join_words(dict.fromkeys(subject.name_of(role.nation) for role in land))
        if len(names) <= _LONGEST_VALUE:
            yield _figure("land", names)
    yield from _routes_through(subject)
    for key in ("capital", "settlement"):
        if town := subject.stated(key):
            yield _figure(key, town)
    yield from _position(subject)


def _of_dispute(subject: _Subject) -> Iterator[Figure]:
    feature = subject.feature
    is_open = feature.status == "disputed"
    stage = subject.stated("stage").removeprefix("open; ").removeprefix("open ")
    value = messages.DISPUTE_OPEN if is_open else messages.DISPUTE_SETTLED
    yield _figure("stage", value, stage[:60] if len(stage) <= 60 else "")  # noqa: PLR2004
    if feature.claims:
        names = [subject.name_of(claim.nation) for claim in feature.claims]
        yield _figure("sides", count_of(len(names), "side"), names=join_words(names))
    yield from _stated(
        subject, "area", "signed", "since", "agreement", "treaty", "zone", "in force"
    )


def _of_boundary(subject: _Subject) -> Iterator[Figure]:
    shape = subject.shape()
    if shape is not None:
        yield _figure("line", f"{length_nm(shape):,.0f} nm")
    signed = messages.SIGNED if subject.stated("line") == "agreed" else "date"
    yield from (Figure(one.value, signed, one.basis) for one in _stated(subject, "date"))
    force = subject.stated("in_force")
    if _DATE.search(force):
        yield from (
            Figure(one.value, messages.IN_FORCE, one.basis) for one in _stated(subject, "in_force")
        )
    elif found := _FORCE.match(force):
        value = messages.IN_FORCE.capitalize() if found[1] == "yes" else messages.NOT_IN_FORCE
        yield _figure("in_force", value, found[2], text=force)
    elif force:
        yield _figure("in_force", f"{force[:1].upper()}{force[1:]}", text=force)


def _of_group(subject: _Subject) -> Iterator[Figure]:
    features = subject.catalogue.features
    members = [features[one] for one in subject.feature.members if one in features]
    kinds = [one.type if one.type in messages.MEMBER_WORDS else one.kind for one in members]
    for kind, word in messages.MEMBER_WORDS.items():
        if number := kinds.count(kind):
            value, _, words = count_of(number, word).partition(" ")
            yield _figure("members", value, words=words)
    if observers := [one for one in subject.stated("observer states").split(", ") if one]:
        yield _figure(
            "observers", count_of(len(observers), "observer"), names=join_words(observers)
        )
    yield from _stated(subject, "named", "secretariat")


_MAKERS: dict[str, Callable[[_Subject], Iterator[Figure]]] = {
    "route": _of_track,
    "corridor": _of_track,
    "strait": _of_strait,
    "sea": _of_sea,
    "zone": _of_zone,
    "place": _of_place,
    "state": _of_state,
    "region": _of_region,
    "dispute": _of_dispute,
    "boundary": _of_boundary,
    "regime": lambda subject: _stated(subject, "in force", "adopted", "submitted"),
    "group": _of_group,
}
