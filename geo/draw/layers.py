"""The layers of the map: one registry for the control, the legend, the address and the files."""

from collections.abc import Callable
from dataclasses import dataclass

from geo.catalogue.records import Feature


@dataclass(frozen=True)
class Layer:
    """One layer.

    Attributes
    ----------
    id, title
        Its id in the address and its name in the control.
    about
        What it shows, in one sentence; used in the control's help and in the documents.
    holds
        Whether a feature belongs to the layer; a feature is drawn by the first layer that holds it.
    on
        Whether it is switched on unless the address says otherwise.
    is_field
        Whether it shows a field in place of features: the browser draws it from data of its own,
        which it fetches when the layer is switched on.
    """

    id: str
    title: str
    about: str
    holds: Callable[[Feature], bool]
    on: bool = True
    is_field: bool = False


def _of(*kinds: str) -> Callable[[Feature], bool]:
    return lambda feature: feature.kind in kinds


def _lands() -> Callable[[Feature], bool]:
    """Return a predicate for states and territories with an outline, and the Pole."""

    def holds(feature: Feature) -> bool:
        has_outline = feature.precision == "digitised"
        return (feature.kind in {"state", "region"} and has_outline) or feature.id == "north-pole"

    return holds


def _rules(kind: str) -> Callable[[Feature], bool]:
    return lambda feature: feature.kind == "regime" and feature.type == kind


def _places(*types: str) -> Callable[[Feature], bool]:
    return lambda feature: feature.kind == "place" and feature.type in types


ICE = "ice"
LAYERS = (
    Layer("routes", "Routes", "Shipping routes and their variants.", _of("route")),
    Layer("corridors", "Polar Silk Road", "China’s announced corridors.", _of("corridor")),
    Layer(
        "states",
        "Arctic states and China",
        "The land of the eight Arctic states with their territories, and China; the North Pole.",
        _lands(),
    ),
    Layer(
        "zones",
        "Maritime zones",
        "Territorial seas, economic zones and high seas. Calculated, not official limits.",
        _of("zone"),
    ),
    Layer(
        "baselines",
        "Straight baselines",
        "Lines that states draw along their coasts: from official lists, or derived from a limit.",
        lambda feature: feature.kind == "boundary" and feature.type == "baseline",
        on=False,
    ),
    Layer(
        "boundaries",
        "Treaty lines and claims",
        "Maritime boundaries: agreed, calculated and claimed.",
        _of("boundary"),
        on=False,
    ),
    Layer(
        "nsr-area",
        "Northern Sea Route waters",
        "The waters off Russia for which it requires a permit.",
        _rules("nsr-area"),
        on=False,
    ),
    Layer(
        "polar-code",
        "Polar Code waters",
        "Arctic waters in which the Polar Code holds.",
        _rules("polar-code"),
        on=False,
    ),
    Layer(
        "fuel-ban",
        "Bans on heavy fuel oil",
        "Where ships may not use or carry heavy fuel oil: the Arctic, Svalbard.",
        _rules("fuel-ban"),
        on=False,
    ),
    Layer(
        "control-zones",
        "Canadian control zones",
        "Canada’s sixteen Shipping Safety Control Zones.",
        _rules("control-zone"),
        on=False,
    ),
    Layer(
        "vts-zone",
        "Canadian reporting zone",
        "The Northern Canada Vessel Traffic Services Zone (NORDREG).",
        _rules("vts-zone"),
        on=False,
    ),
    Layer(
        "routeing",
        "Bering Strait routeing",
        "Lanes and areas that the IMO recommends in the Bering Strait, in part.",
        _rules("routeing"),
        on=False,
    ),
    Layer(
        "emission-areas",
        "Emission control areas",
        "Where ships must burn cleaner fuel.",
        _rules("emission-area"),
        on=False,
    ),
    Layer(
        "fisheries",
        "Fisheries agreement",
        "High seas of the Arctic Ocean where ten parties do not fish commercially.",
        _rules("fisheries"),
        on=False,
    ),
    Layer(
        "shelf",
        "Continental shelf",
        "Sea floor beyond 200 nautical miles whose outer limit is published: Norway’s.",
        _rules("shelf"),
        on=False,
    ),
    Layer(
        ICE,
        "Sea ice by month",
        "Mean sea ice of a month, normal of 1981 to 2010; on the polar map.",
        lambda _feature: False,
        on=False,
        is_field=True,
    ),
    Layer("seas", "Seas", "Seas, bays and gulfs.", _of("sea")),
    Layer("straits", "Straits", "Straits and canals, with their entrances.", _of("strait")),
    Layer(
        "regions",
        "Regions",
        "The Arctic, other regions and islands.",
        _of("region", "group"),
        on=False,
    ),
    Layer("ports", "Ports", "Ports and terminals.", _places("port")),
    Layer("cities", "Cities", "Capitals and other cities.", _places("city"), on=False),
    Layer(
        "projects",
        "Projects and voyages",
        "Polar Silk Road projects, voyages, bids and stations, with status and date.",
        _of("place"),
    ),
    Layer(
        "other-states",
        "Other states",
        "States outside the Arctic, as points.",
        _of("state"),
        on=False,
    ),
    Layer("disputes", "Disputes", "Disputed waters, with every claimant.", _of("dispute")),
)
LAYER_BY_ID = {layer.id: layer for layer in LAYERS}


def layer_of(feature: Feature) -> Layer:
    """Return the layer that draws the feature: the first that accepts it."""
    return next(layer for layer in LAYERS if layer.holds(feature))


def layers_on(shown: tuple[str, ...], hidden: tuple[str, ...]) -> tuple[str, ...]:
    """Return the ids of the layers that are on, in the registry's order."""
    return tuple(
        layer.id for layer in LAYERS if layer.id in shown or (layer.on and layer.id not in hidden)
    )
