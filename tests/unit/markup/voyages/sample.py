"""Rotterdam to Yokohama as in the drawings: every figure is invented or rounded."""

from dataclasses import replace

from geo.measure.voyages.records import (
    Port,
    Published,
    RuleStretch,
    Ship,
    StraitPassed,
    Stretch,
    Variant,
    Voyage,
    Way,
)

NAMES = {
    "RU": "Russia",
    "NO": "Norway",
    "NL": "the Netherlands",
    "GB": "United Kingdom",
    "DK": "Denmark",
    "nsr-rules": "Northern Sea Route rules",
    "polar-code": "Polar Code",
}
"""Display names by id."""

ROTTERDAM = Port("rotterdam", "Rotterdam", 4.1, 51.95, "NL")
YOKOHAMA = Port("yokohama", "Yokohama", 139.7, 35.4, "JP")
STRAITS = (
    StraitPassed("kara-gate", "Kara Gate", 2_300, 21),
    StraitPassed("vilkitsky", "Vilkitsky Strait", 3_100, 32),
    StraitPassed("sannikov", "Sannikov Strait", 3_700, 13, "Sailing directions"),
    StraitPassed("long", "Long Strait", 4_500, 20),
    StraitPassed("bering", "Bering Strait", 4_900),
    StraitPassed("anadyr", "Anadyr Strait", 5_000),
)
_STRETCHES = (
    ("NL", "eez", 110),
    ("GB", "eez", 96),
    ("", "high_seas", 42),
    ("NO", "territorial_sea", 300),
    ("NO", "eez", 980),
    ("RU", "eez", 3_544),
    ("RU", "territorial_sea", 1_000),
    ("", "not_assessed", 1_321),
)


def stretches() -> tuple[Stretch, ...]:
    """Return the waters of the way by Kara Gate and Sannikov Strait."""
    made, at = [], 0.0
    for state, zone, nm in _STRETCHES:
        made.append(Stretch(at, at + nm, state, zone, ""))
        at += nm
    return tuple(made)


def variant(
    nm: float, slug: str = "", name: str = "", *, kn: tuple[float, float] = (14, 14), shut: str = ""
) -> Variant:
    """Return a variant of some length, its days at two speeds."""
    days = (nm / (24 * kn[0]), nm / (24 * kn[1]))
    fuel = (30 * days[0], 30 * days[1])
    co2 = (3.114 * fuel[0], 3.114 * fuel[1])
    return Variant(slug, name, (), nm, days, fuel, co2, shut=shut)


def _arctic(nm: float, slug: str, name: str, depth: float | None = None, shut: str = "") -> Variant:
    made = variant(nm, slug, name, kn=(14, 11.5), shut=shut)
    straits = (StraitPassed("s", "Some Strait", 3_000, depth),) if depth else ()
    return replace(made, straits=straits, ice_nm=2_000, north_of_circle=((900, nm - 2_800),))


def kara_sannikov() -> Variant:
    """Return the variant of the drawings, with waters, rules and straits."""
    return replace(
        _arctic(7_393, "kara-gate-sannikov", "Kara Gate and Sannikov Strait"),
        straits=STRAITS,
        stretches=stretches(),
        rules=(RuleStretch("nsr-rules", 2_300, 4_933),),
        nm_by_state={"RU": 4_544, "NO": 1_280, "NL": 110, "GB": 96, "DK": 0.2},
        nm_by_regime={"nsr-rules": 2_633, "polar-code": 3_650},
        not_assessed_nm=1_321,
        days=(22.0, 26.3),
        co2_t=(2_058, 2_462),
    )


def nsr() -> Way:
    """Return the Northern Sea Route: six variants deep enough, one too shallow."""
    variants = (
        _arctic(6_958, "north-of-severnaya-zemlya", "North of Severnaya Zemlya"),
        _arctic(7_004, "zhelaniya-north", "Cape Zhelaniya, north of New Siberian Is."),
        _arctic(7_088, "zhelaniya-sannikov", "Cape Zhelaniya, Sannikov", 13),
        _arctic(7_101, "shokalsky", "Shokalsky Strait", 37),
        kara_sannikov(),
        _arctic(7_428, "kara-gate-dmitry-laptev", "Kara Gate, Dmitry Laptev", 7, "draught"),
        _arctic(7_457, "yugorsky-shar", "Yugorsky Shar", 12),
    )
    published = (Published(7_345, "acentury.online, January 2024"),)
    return Way("nsr", "Northern Sea Route", variants, published, "30 Jun–17 Nov (2025)")


def nwp() -> Way:
    """Return the Northwest Passage: two variants deep enough, five too shallow."""
    lengths = (7_822, 8_273, 8_300, 8_310, 8_340, 8_400, 8_430)
    variants = tuple(
        replace(
            _arctic(nm, f"route-{n}", f"Route {n}", shut="draught" if n > 2 else ""),
            north_of_circle=((2_600, 5_000),),
        )
        for n, nm in enumerate(lengths, 1)
    )
    return Way("nwp", "Northwest Passage", variants, (), "late summer")


def suez() -> Way:
    """Return the usual way, its length published twice."""
    names = ("Gibraltar", "Suez Canal", "Bab-el-Mandeb", "Malacca", "Singapore")
    straits = tuple(StraitPassed(name.lower(), name, 1_000) for name in names)
    south = (Stretch(0, 11_299, "", "not_assessed", ""),)
    track = replace(variant(11_299), straits=straits, stretches=south, not_assessed_nm=11_299)
    published = (Published(11_205, "acentury.online"), Published(11_133, "others"))
    return Way("suez", "Suez Canal", (track,), published, "all year")


def voyage(*changed: Way, usual: str = "suez", ship: Ship | None = None) -> Voyage:
    """Return the voyage of the drawings, some of its ways replaced."""
    poles = (_arctic(6_610, "pole", "Across the pole"), _arctic(6_696, "off", "Off the pole"))
    ways = (
        Way("tsr", "Transpolar", poles, (), "hypothetical, no season"),
        nsr(),
        nwp(),
        suez(),
        Way("panama", "Panama Canal", (variant(12_659),), (), "all year"),
        Way("cape", "Cape of Good Hope", (variant(14_576),), (), "all year, no canal"),
    )
    instead = {way.via: way for way in changed}
    chosen = tuple(instead.get(way.via, way) for way in ways)
    return Voyage(ROTTERDAM, YOKOHAMA, ship or Ship(), chosen, usual)
