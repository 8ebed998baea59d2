"""Voyages to export: one measured, and one of hostile words with a track over 180 degrees."""

from dataclasses import replace
from datetime import date
from functools import cache

from geo.exchange.voyages.ground import Ground
from geo.measure.voyages.api import measure_voyage
from geo.measure.voyages.records import (
    Port,
    Published,
    Ship,
    StraitPassed,
    Stretch,
    Variant,
    Voyage,
    Way,
)
from tests import shipped

ADDRESS = "https://map.example/voyages?from=rotterdam&to=yokohama"
BASE = "https://map.example/"
DAY = date(2026, 11, 22)
BAD = "=1+1</script>{{7*7}}$x^2$"


@cache
def measured() -> Voyage:
    """Return every way from Rotterdam to Yokohama."""
    return measure_voyage("Rotterdam", "Yokohama", catalogue=shipped.catalogue())


@cache
def ground() -> Ground:
    """Return the ground of the catalogue that ships."""
    return Ground(shipped.catalogue(), shipped.chart("polar"), shipped.chart("mercator"))


def variant(nm: float, slug: str = "", name: str = "", *, shut: str = "") -> Variant:
    """Return a variant whose track runs over 180 degrees."""
    straits = (StraitPassed("long-strait", "Long Strait", 100.0, 20.0, BAD),)
    return Variant(
        slug,
        name,
        ((150.0, 60.0), (175.0, 70.0), (190.0, 66.0), (200.0, 58.0)),
        nm,
        (nm / 336, nm / 300),
        (nm / 12, nm / 10),
        (nm / 4, nm / 3),
        straits=straits,
        shut=shut,
        stretches=(
            Stretch(0, nm / 2, "RU", "eez", ""),
            Stretch(nm / 2, nm * 3 / 4, "US", "eez", ""),
            Stretch(nm * 3 / 4, nm, "", "not_assessed", ""),
        ),
        nm_by_state={"RU": nm / 2, "US": nm / 4},
        nm_by_regime={"polar-code-waters": nm / 3},
        not_assessed_nm=nm / 4,
    )


def hostile() -> Voyage:
    """Return a voyage whose words try everything."""
    shallow = variant(1_250, "by-bad", BAD, shut="draught")
    nsr = Way(
        "nsr",
        "Northern Sea Route",
        (variant(1_000, "main", BAD), shallow),
        (Published(1_010, BAD), Published(1_020.5, "@b")),
        f"@{BAD}",
        season_source=BAD,
    )
    suez = Way("suez", "Suez Canal", (variant(2_000),), season="all year")
    none = Way("panama", "Panama Canal", (), shut="none")
    start, end = Port("start", BAD, 150.0, 60.0, "RU"), Port("end", "+End", -160.0, 58.0)
    return Voyage(start, end, Ship(), (nsr, suez, none), "suez")


def without_ways() -> Voyage:
    """Return a voyage by no way at all."""
    return replace(hostile(), ways=(), usual="")
