"""All words of the interface, in one place, so that other languages can follow."""

APP = "Arctic Passages"
PAGE_TITLE = "Arctic Passages: a map of Arctic shipping and its articles"
TAGLINE = "Routes, waters and the passages of text that name them."
NOT_FOR_NAVIGATION = "Not for navigation"
CREDIT = "Not for navigation. Land: Natural Earth. Tracks and zones: see About."

NATIONS = "Nations"
NATIONS_HELP = (
    "Shows what a nation has a role in: its waters from one nautical mile of a track on, "
    "what it administers, sponsors or claims, its ports and its land."
)
MATCH = "Match"
MATCH_WORDS = {"any": "any of them", "all": "all of them"}
RESET = "Clear the filter"
MORE_PROBLEMS = "… and {count} more of the same file."
NOTHING_LEFT = "Nothing is left under this filter."
FRAME = "Map"
LAYERS = "Layers"
SEARCH = "Find by name"
SEARCH_PLACEHOLDER = "A route, sea, strait, port, state …"

MAP_NAME = {
    "polar": "Polar map of Arctic shipping. The list below it holds the same features.",
    "mercator": "Mercator map of Arctic shipping. The list below it holds the same features.",
}
LEGEND = "Legend"
SCALE = {
    "polar": (
        "Polar stereographic, EPSG:3413. Scale is true at 70° N; lengths are drawn {pole} % short "
        "at the Pole and {rim} % long at the rim, 50° N."
    ),
    "mercator": (
        "Mercator. The drawn length of a mile doubles between the equator and 60° N "
        "and grows almost threefold again to 80° N: compare figures, not lines."
    ),
}
FEATURE_LIST = "Everything on the map, as a list"

CLOSE = "Clear the selection"
STATUS = "Status"
PRECISION = "Precision"
ALSO_CALLED = "Also called"
WHY_SHOWN = "Nations and roles"
SOURCES = "Sources"
MEMBERS = "Members"
PART_OF = "Part of"
VARIANTS = "Variants"
DETAILS = "Details"
CLAIMS = "Positions"
LINK = "Link to this view"
NAMED_IN = "{passages} {verb} it"
NOT_NAMED = "No passage shown here names it."
OUTSIDE = "It lies outside this map; a mark on the rim shows its direction."
OUTSIDE_NO_MARK = "It has no place on the map."
WITHIN = "Named as part of"

ARTICLES = "What the articles say"
FOLDED = "{count} more of this article, naming nothing shown here"
READ_AT = "Read at {publisher}"
NAMING = "Passages that name {name}"
THE_PUBLISHER = "the publisher"
AT_PUBLISHER = "at the publisher"
OTHERS = "Other passages"
CURRENT = "Selected passage"
BY = "{agency}, {date}"

KINDS = {
    "route": "Route",
    "corridor": "Corridor",
    "state": "State",
    "zone": "Maritime zone",
    "boundary": "Maritime boundary",
    "region": "Region",
    "sea": "Sea",
    "strait": "Strait",
    "place": "Place",
    "dispute": "Dispute",
    "group": "Group",
}
STATUSES = {
    "observed": "observed: ships use it",
    "official": "official",
    "proposed": "proposed",
    "suspended": "suspended",
    "hypothetical": "hypothetical",
    "disputed": "disputed",
}
PRECISIONS = {
    "official": "from official coordinates",
    "digitised": "digitised from published limits",
    "schematic": "schematic: drawn to show the way, not to measure by",
    "computed": "computed by this project; not an official limit",
}
UNKNOWN_PAGE = "This page is not there."

KEYS = {
    "route-official": "Route, defined in law",
    "route-observed": "Route in use",
    "route-hypothetical": "Route not yet in use",
    "corridor-proposed": "Polar Silk Road corridor, proposed",
    "boundary-agreed": "Boundary, agreed",
    "boundary-computed": "Line computed by this project",
    "boundary-claimed": "Boundary, claimed by one side",
    "state": "State",
    "zone-internal_waters": "Internal waters, computed",
    "zone-territorial_sea": "Territorial sea, computed",
    "zone-eez": "Economic zone, computed",
    "zone-high_seas": "High seas",
    "zone-joint": "Waters under a joint regime",
    "zone-disputed": "Waters that two states claim",
    "place": "Port or place",
    "dispute": "Dispute",
}
"""Legend entries by kind and pattern; a kind alone stands for the rest."""

# The law under the line
WATERS_OF = "Whose waters: {name}"
TOTAL = "In all"
STRIP = "The track from its beginning to its end, by zone; the table below says the same."
IN_ORDER = "In order along the track: {count} stretches"
PASSES = "Straits in order"
NO_WATERS = "Whose waters it crosses has not been measured; run `make lay`."
WATERS_BASIS = (
    "Geodesic lengths along the drawn track over zones computed from the 1:10m coast; "
    "not official limits. South of 50° N nothing is assessed."
)
ZONES = {
    "internal_waters": "internal waters",
    "territorial_sea": "territorial sea",
    "eez": "economic zone",
    "high_seas": "high seas",
    "disputed": "disputed waters",
    "joint": "joint regime",
    "land": "land at this scale",
    "not_assessed": "not assessed (south of 50° N)",
}
