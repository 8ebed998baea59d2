"""Streamlit's caches: the only module with `st.cache_*`.

Cached values are shared by all sessions and never mutated. Articles that a reader uploads live in
the session and never come here.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from geo import messages
from geo.catalogue.features import Catalogue, load_catalogue
from geo.catalogue.finder import entries
from geo.catalogue.names import names_of
from geo.catalogue.sea_ice import load_ice_grid
from geo.catalogue.viewpoints import Stances, load_viewpoints, seen_by
from geo.draw import voyage_map
from geo.draw.chart import Chart
from geo.draw.frames import FRAMES
from geo.draw.ice_script import make_ice_script
from geo.draw.payload import ChartScript, make_chart_script
from geo.draw.ready import load_chart
from geo.draw.ready_ground import load_ground
from geo.draw.ready_ice import load_ice_months, read_ice_months
from geo.draw.season_ice import IceMonth
from geo.draw.season_land import with_seen_edges
from geo.draw.voyage_ground import Ground
from geo.draw.voyage_lines import Strip
from geo.errors import GeoError
from geo.escape import Markup
from geo.linker.explain import Explanation, explain_article
from geo.linker.lexicon import Lexicon, load_lexicon
from geo.linker.links import Link, link_article
from geo.manifest import find_damaged_files
from geo.markup.voyages.offers import ends_of
from geo.measure.companions import Companions, companions
from geo.measure.measured import Measured
from geo.measure.roles import Reasons, reasons_by_feature
from geo.measure.season.extent import Extents, read_extents
from geo.measure.season.ice import IceAlong, load_ice_along
from geo.measure.season.polaris import Polaris, read_polaris
from geo.measure.season.traffic import Traffic, read_traffic
from geo.measure.transits import Transits, load_transits
from geo.measure.voyages.columns import RouteMeasures
from geo.measure.voyages.ports import port_names
from geo.measure.voyages.ports import ports as all_ports
from geo.measure.voyages.published import Distance, read_published
from geo.measure.voyages.records import Port, Way
from geo.measure.waters import Waters, load_waters
from geo.text.articles import Article, ArticleProblem, load_articles
from geo.voyage_view import route_id

if TYPE_CHECKING:
    from geo.measure.voyages.ways import Measurer

SEEDS = Path(__file__).parent.parent / "seeds"
_PREVIEWS = 12
_VIEWPOINTS = 12
_EXPLAINED = 12
_PAIRS = 48
_STRIPS = 12
_CHARTS = 48
_ICE_MAPS = 24


@st.cache_resource(show_spinner=False)
def catalogue() -> Catalogue:
    """Return the catalogue; broken files are left out and named in its problems."""
    return load_catalogue(strict=False)


@st.cache_resource(show_spinner=False)
def extents() -> tuple[Extents | None, str]:
    """Return the extents of the sea ice, or None and why there are none."""
    return read_extents()


@st.cache_resource(show_spinner=False)
def traffic() -> tuple[Traffic | None, str]:
    """Return the counts of traffic, or None and why there are none."""
    return read_traffic()


@st.cache_resource(show_spinner=False)
def viewpoints() -> Stances:
    """Return what each viewpoint says; nothing where the table is broken: a notice names it."""
    try:
        return load_viewpoints()
    except GeoError:
        return {}


@st.cache_resource(show_spinner=False, max_entries=_VIEWPOINTS)
def catalogue_as(viewpoint: str) -> Catalogue:
    """Return the catalogue as a viewpoint has it."""
    return seen_by(catalogue(), viewpoint, viewpoints())


@st.cache_resource(show_spinner=False, max_entries=len(FRAMES))
def chart(frame: str) -> Chart:
    """Return a frame's chart (cached per process)."""
    return load_chart(FRAMES[frame], catalogue())


@st.cache_resource(show_spinner=False, max_entries=len(FRAMES))
def chart_script(frame: str) -> ChartScript:
    """Return the script that draws a frame's chart in the browser; made once per process."""
    return make_chart_script(chart(frame), catalogue(), feature_companions())


@st.cache_resource(show_spinner=False, max_entries=len(FRAMES))
def search_entries(frame: str) -> dict[str, str]:
    """Return what the search lists, each with its feature's id: first what a frame's map shows."""
    return entries(catalogue(), near=chart(frame).shapes)


@st.cache_resource(show_spinner=False)
def measured() -> Measured:
    """Return what is measured along the tracks."""
    return Measured(waters(), transits(), stale_routes(), has_season=True)


@st.cache_data(show_spinner=False, max_entries=_PREVIEWS)
def preview(wanted: str, _make: Callable[[], bytes]) -> bytes:  # noqa: ARG001  the cache's key
    """Return the small figure of a view of our own articles, made once per process.

    Parameters
    ----------
    wanted
        All that decides what it looks like.
    """
    return _make()


@st.cache_resource(show_spinner=False)
def feature_companions() -> Companions:
    """Return what belongs to each feature and keeps its colour when that is selected."""
    return companions(catalogue(), waters(), transits())


@st.cache_resource(show_spinner=False)
def waters() -> Waters:
    """Return the table of the waters along each track."""
    return load_waters()


@st.cache_resource(show_spinner=False)
def stale_routes() -> frozenset[str]:
    """Return the routes whose track or zones changed after their waters were measured."""
    return frozenset(waters().is_stale(catalogue()))


@st.cache_resource(show_spinner=False)
def transits() -> Transits:
    """Return the table of the straits and seas along each track."""
    return load_transits()


@st.cache_resource(show_spinner=False)
def data_problems() -> tuple[str, ...]:
    """Return messages on each shipped file that is missing, damaged or invalid.

    A loader's own message takes precedence over the checksum's.
    """
    said = [*catalogue().problems, *lexicon().problems, waters().missing, transits().missing]
    named = [sentence for sentence in said if sentence]
    silent = [
        loss
        for loss in find_damaged_files()
        if not any(loss.name in sentence for sentence in named)
    ]
    return (*named, *(loss.sentence for loss in silent))


@st.cache_resource(show_spinner=False)
def reasons() -> Reasons:
    """Return the nations' roles in each feature."""
    return reasons_by_feature(catalogue(), waters().coastal_nm)


@st.cache_resource(show_spinner=False)
def lexicon() -> Lexicon:
    """Return the lexicon with the catalogue's names, and its problems."""
    return load_lexicon(names_of(catalogue().features.values()), strict=False)


@st.cache_resource(show_spinner=False, max_entries=1)
def names_table() -> pd.DataFrame:
    """Return the lexicon as a table: names to link, and names never linked.

    Columns: the fields of `messages.NAMES_COLUMNS`. The names of a feature stand together, its own
    first, and features in the order of the search; names never linked come last.
    """
    known = catalogue().features
    place = {identity: i for i, identity in enumerate(search_entries("polar").values())}
    own = {(identity, feature.name) for identity, feature in known.items()}
    names = sorted(
        lexicon().names,
        key=lambda name: (place.get(name.target, len(place)), (name.target, name.text) not in own),
    )
    rows = [
        (
            name.text,
            known[name.target].name if name.target in known else name.target,
            name.target,
            messages.KINDS.get(name.kind, name.kind),
            messages.NAME_CASES[name.case],
            messages.RULES.get(name.rule, name.rule).capitalize(),
            name.lang,
            f"{name.source[:1].upper()}{name.source[1:]}",
            " ".join(name.ambiguity_codes),
        )
        for name in names
    ]
    return pd.DataFrame(rows, columns=list(messages.NAMES_COLUMNS))


def seeds() -> tuple[tuple[Article, ...], tuple[ArticleProblem, ...]]:
    """Return the articles in `seeds/` and the files that could not be read."""
    return _seeds(_fingerprint(SEEDS))


def seed_links() -> tuple[Link, ...]:
    """Return the links of the articles in `seeds/`."""
    return _seed_links(_fingerprint(SEEDS))


def _fingerprint(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Return name, size and time of each file, so that a new article is seen without a restart."""
    found = [(path.name, path.stat()) for path in sorted(folder.glob("*")) if path.is_file()]
    return tuple((name, stat.st_size, stat.st_mtime_ns) for name, stat in found)


@st.cache_resource(show_spinner=False, max_entries=2)
def _seeds(
    fingerprint: tuple[tuple[str, int, int], ...],  # noqa: ARG001  the key of the cache
) -> tuple[tuple[Article, ...], tuple[ArticleProblem, ...]]:
    try:
        articles, problems = load_articles(SEEDS)
    except GeoError as error:
        return (), (ArticleProblem("seeds", str(error)),)
    return tuple(articles), tuple(problems)


@st.cache_resource(show_spinner=False, max_entries=2)
def _seed_links(fingerprint: tuple[tuple[str, int, int], ...]) -> tuple[Link, ...]:
    articles, _ = _seeds(fingerprint)
    return tuple(link for article in articles for link in link_article(article, lexicon()))


@st.cache_resource(show_spinner=False, max_entries=_EXPLAINED)
def explained(
    sha256: str,  # noqa: ARG001  the key of the cache: a file may change while the server runs
    _article: Article,
) -> tuple[Explanation, ...]:
    """Return the decisions on the names in an article of `seeds/`, with their reasons."""
    return tuple(explain_article(_article, lexicon()))


@st.cache_resource(show_spinner=False, max_entries=1)
def ports() -> dict[str, Port]:
    """Return the ports by id."""
    return {port.id: port for port in all_ports(catalogue())}


@st.cache_resource(show_spinner=False, max_entries=1)
def voyage_ends() -> dict[str, Port]:
    """Return the port that each feature means which can be an end of a voyage."""
    return ends_of(catalogue())


@st.cache_resource(show_spinner=False, max_entries=1)
def published_distances() -> tuple[Distance, ...]:
    """Return the table of published distances; none where it is missing or broken."""
    rows, _ = read_published()
    return rows


@st.cache_resource(show_spinner=False, max_entries=1)
def port_labels() -> dict[str, str]:
    """Return what the lists of ports offer, each with its port's id: the main names come first."""
    return port_names(catalogue())


@st.cache_resource(show_spinner=False, max_entries=1)
def measurer() -> "Measurer":
    """Return what measures voyages; loaded for the first reader who asks, and for all."""
    from geo.measure.voyages.ways import load_measurer  # noqa: PLC0415  for voyages alone

    return load_measurer(catalogue())


@st.cache_resource(show_spinner=False, max_entries=_PAIRS)
def ways(origin: str, destination: str) -> tuple[Way, ...]:
    """Return every way between two ports, for no ship in particular."""
    return measurer().ways(ports()[origin], ports()[destination])


@st.cache_resource(show_spinner=False, max_entries=1)
def route_labels() -> dict[str, str]:
    """Return what the list offers of each variant of the named routes and corridors, by id."""
    return {
        route_id(feature.id, variant.slug): messages.VOYAGE_ADD_KINDS[feature.kind].format(
            name=feature.name
            if len(feature.variants) == 1
            else messages.VOYAGE_ROUTE_VARIANT.format(route=feature.name, variant=variant.name)
        )
        for feature in catalogue().of_kind("route", "corridor")
        for variant in feature.variants
    }


@st.cache_resource(show_spinner=False, max_entries=1)
def route_measures() -> RouteMeasures:
    """Return what is measured along the named routes, to put them beside a voyage or a track."""
    return RouteMeasures(catalogue(), waters(), transits())


@st.cache_resource(show_spinner=False, max_entries=1)
def voyage_ground() -> Ground:
    """Return the shapes under the maps of voyages."""
    return load_ground(catalogue())


@st.cache_resource(show_spinner=False, max_entries=1)
def polar_ground() -> Markup:
    """Return the ground of the polar map of voyages."""
    return voyage_map.polar_ground(voyage_ground())


@st.cache_resource(show_spinner=False, max_entries=_STRIPS)
def world_ground(strip: Strip) -> Markup:
    """Return the ground of the strip of the world."""
    return voyage_map.world_ground(voyage_ground(), strip)


@st.cache_resource(show_spinner=False, max_entries=1)
def ice_months() -> tuple[IceMonth, ...]:
    """Return the ice of the months as it is drawn; none where its table cannot be read."""
    return with_seen_edges(load_ice_months(), voyage_ground())


@st.cache_resource(show_spinner=False)
def ice_script() -> ChartScript:
    """Return the script that draws the ice of the months on the map; made once per process."""
    # What was made beforehand stands for its table, which need not be read then.
    months = read_ice_months() or load_ice_months()
    return make_ice_script(months, missing="" if months else load_ice_grid().missing)


@st.cache_resource(show_spinner=False, max_entries=_ICE_MAPS)
def ice_map(wanted: tuple[str, ...], _make: Callable[[], Markup]) -> Markup:  # noqa: ARG001  the cache's key
    """Return the map of the ice for all months; `wanted` is all that decides what it looks like."""
    return _make()


@st.cache_resource(show_spinner=False, max_entries=1)
def accuracy() -> pd.DataFrame:
    """Return published distances beside ours, under the heads of `messages.VOYAGE_ACCURACY`."""
    from geo.markup.voyages.numbers import accuracy_cells  # noqa: PLC0415  as `measurer`
    from geo.measure.voyages.accuracy import accuracy_table  # noqa: PLC0415

    try:
        rows = accuracy_table(measurer())
    except GeoError:  # the notice of the damaged file says so
        rows = []
    return pd.DataFrame(map(accuracy_cells, rows), columns=list(messages.VOYAGE_ACCURACY))


def ice_along() -> IceAlong:
    """Return the normal of ice along the routes; the reader keeps it."""
    return load_ice_along()


@st.cache_resource(show_spinner=False)
def polaris() -> tuple[Polaris | None, str]:
    """Return the tables of POLARIS and '', or None and why there are none."""
    return read_polaris()


@st.cache_data(show_spinner=False, max_entries=_CHARTS)
def season_chart(name: str, *shown: object) -> dict[str, object]:
    """Return a chart of the season as `geo.markup.season.charts` makes it; each is made once."""
    from geo.markup.season.charts import CHARTS  # noqa: PLC0415  Altair is slow to import

    table, _ = extents() if name in {"months", "septembers"} else traffic()
    return CHARTS[name](table, *shown) if table else {}
