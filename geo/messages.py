"""The sentences, labels and headings of the interface, ready for translation.

Titles of layers and of frames stand in the tables that define these (`geo.draw.layers`,
`geo.draw.frames`), names and notes of features in the catalogue, reasons of errors where they are
raised.
"""

APP = "Arctic Passages"
PAGE_TITLE = "Arctic Passages: a map of Arctic shipping and its articles"
NOT_FOR_NAVIGATION = "Not for navigation"
CONNECTION_LOST = (
    "The connection to the server was lost. The page is reconnecting and will then answer what you "
    "pressed last. You can also reload it: the address keeps the view."
)
CONNECTION_BACK = (
    "Connected to the server again. If what you pressed last was not answered, press it again."
)
SESSION_FORGOTTEN = (
    "The connection was lost for so long that the server no longer has your articles and edits. "
    "Please add them again or open your project file; the address keeps the view."
)
EXPORT_FAILED = (
    "The file could not be created. Press its button again. If that fails too, reload the page "
    "(the address keeps the view) or choose another format."
)
PAGE_INCOMPLETE = (
    "Part of this page did not load. Reload the page: the address keeps the view. If you have "
    "added articles or edits, save them first as a project file."
)
CONNECTION = {
    "incomplete": PAGE_INCOMPLETE,
    "lost": CONNECTION_LOST,
    "back": CONNECTION_BACK,
    "forgotten": SESSION_FORGOTTEN,
    "failed": EXPORT_FAILED,
}
COMMANDS_LEAD = (
    "Find out whose waters a point, a route or a track is in, measure voyages, find the names in a "
    "text, or list the facts that were checked longest ago. Each result is one line of JSON. "
    "`COMMAND --help` lists the options."
)
COMMANDS = {
    "zone": "show the zone at a point, or at each point of a CSV file",
    "waters": "list nautical miles by state and zone along each route",
    "voyage": "measure every way by sea between two ports, or each pair of a CSV file",
    "polaris": "add up the risk of a mix of ice for an ice class, as POLARIS does",
    "track": "list the waters, rules and straits along a track in a file",
    "season": "list when each way of the Northwest Passage is open by law, by type of ship",
    "build": "recalculate the waters along the routes (needs the repository)",
    "link": "find the mentions in texts",
    "targets": "list every feature that can be mentioned",
    "score": "print precision, recall and F1 on annotated texts",
    "explain": "give the reasons for and against each name in texts",
    "errors": "list every wrong or missing mention in annotated texts",
    "facts": "list when the facts of each feature were last checked, the oldest first",
}

NATIONS = "Nations"
NATIONS_HELP = (
    "Shows the routes that cross a nation’s waters for at least a nautical mile, everything it "
    "administers, sponsors or claims, its ports and its land. Choose a role to narrow this down. "
    "The About page has the details."
)
MORE_NATIONS = "More"
OTHER_NATIONS = "Other nations"
MORE_NATIONS_CHOSEN = "{name} + {count}"
ROLE = "Role"
ROLE_WORDS = {
    "": "Role: any",
    "coastal": "Coastal",
    "administrator": "Administrator",
    "sponsor": "Sponsor",
    "claimant": "Claimant",
    "port-state": "Port state",
}
MATCH = "Match"
MATCH_WORDS = {"any": "Any nation", "all": "All"}
RESET = "Clear"
DE_FACTO = "de-facto"
VIEWPOINTS = {"un": "United Nations", DE_FACTO: "On the ground (de facto)"}
"""Names of the viewpoints that are not a nation's."""
AS_SEEN_BY = "as seen by {name}"
AS_CONTROLLED = "as controlled on the ground"
BORDERS_SEEN = "Borders {phrase}"
BORDERS_SEEN_BY = "Borders as seen by"
BORDERS, BORDERS_CHOSEN = "Borders", "Borders: {name}"
BORDERS_DEFAULT = "Default"
BORDERS_DEFAULT_NOTE = (
    "Default: land as controlled on the ground, Crimea with Ukraine as the UN General Assembly "
    "holds; disputed waters name every claimant."
)
BORDERS_NOTE = (
    "Another view changes names, lines and the colour of waters where it differs; the card says "
    "so, with the source. Land, the marks of the disputes and all figures stay as by default."
)
SEEN = "{phrase}: "
SEEN_AS_DEFAULT = "We have no facts of its own on this dispute; it is shown as by default."
SEEN_WATERS = (
    "The miles stay as by default: waters that more than one state claims name every claimant."
)
MORE_PROBLEMS = "… and {count} more problems in the same file."
NOTICES = "{count} notices. {first}"
NOTHING_LEFT = "Nothing on the map {verb}."
BOTH = "both {who}"
ALL_OF = "all of {who}"
TRY = "Try:"
LOOSER = {"match": "Any nation", "role": "Any role"}
CLEAR_FILTER = "Clear the filter"
SHOWING = "Showing {what}, {mentioned}."
SHOWING_NONE = "Showing no routes or corridors."
SHOWN_MENTIONED = "The features shown are {mentioned}."
MENTIONED = "mentioned in {passages} of {articles}"
NOT_MENTIONED = "not mentioned in these articles"
SELECTED_MENTIONED = "{name}: mentioned in {passages} of {articles}."
SELECTED_NOT_MENTIONED = "{name}: not mentioned in {articles}."
THIS_ARTICLE, THESE_ARTICLES = "this article", "these articles"
ALSO_SHOWN = "Also shown: {name} (selected)."
ROLE_VERBS = {
    "": ("involves {who}", "involve {who}", "do"),
    "coastal": ("crosses the waters of {who}", "cross the waters of {who}", "do"),
    "administrator": ("is administered by {who}", "are administered by {who}", "are"),
    "sponsor": ("is sponsored by {who}", "are sponsored by {who}", "are"),
    "claimant": ("involves a claim by {who}", "involve a claim by {who}", "do"),
    "port-state": ("has {who} as port state", "have {who} as port state", "do"),
}
"""By role of the filter how one feature and several stand to nations, and the verb for none."""
ALSO_COUNTED = {
    "sponsor": ("port", "project"),
    "claimant": ("dispute",),
    "port-state": ("port", "project"),
}
"""By role what the sentence counts beside routes and corridors, where there is any."""
SOME_NATION = "at least one nation"
FRAME = "Map"
LAYERS = "Layers"
FILTER = "Filter"
SEARCH = "Find by name"
SEARCH_PLACEHOLDER = "Find a route, sea, strait, port or state"

MAP_NAME = {
    "polar": "Polar map of Arctic shipping. A list on this page holds the same features.",
    "mercator": "Mercator map of Arctic shipping. A list on this page holds the same features.",
}
LEGEND = "Legend"
MAP_TOOLS = {
    "tools": "Map tools",
    "zoom_in": "Zoom in",
    "zoom_out": "Zoom out",
    "home": "Show the whole map",
    "full_screen": "Full screen",
    "leave_full_screen": "Exit full screen",
    "measure": "Measure a distance",
    "measure_from": "Press two points on the map. Esc stops measuring.",
    "measure_to": "Now press a second point.",
    "measured": "{distance}. Press again to start a new line.",
    "distance": "{nm} nm · {km} km",
    "layers": LAYERS,
    "frame": "Map projection",
    "legend": LEGEND,
    "scale": "{nm} nm at {lat}",
    "position": "{lat} {lon}",
    "degrees": "{value}° {side}",
    "north_south": "NS",
    "east_west": "EW",
    "credit": "Natural Earth, © OpenStreetMap",
    "not_for_navigation": NOT_FOR_NAVIGATION,
    "to": "to",
    "and": "and",
    "field_missing": "The sea ice could not be fetched. Switch its layer off and on to try again.",
}
"""The words of the tools on the map, by the names that `geo/draw/web/tools.js` asks for."""
SCALE = {
    "polar": (
        "Distances on this map are true at 70° N, {pole} % too short at the Pole and {rim} % too "
        "long at its edge, 50° N."
    ),
    "mercator": (
        "On a Mercator map a mile looks twice as long at 60° N as at the equator, and almost six "
        "times as long at 80° N, so compare the figures rather than the lines."
    ),
}
FEATURE_LIST = "Everything on the map, as a list"
SKIP_TO_LIST = "Skip to the list of everything on the map"
NAMED_ONLY = "Mentioned in the articles but not on the map"

START_LEAD = (
    "Read the news on Arctic shipping beside its map. Press an underlined name, or the map."
)
START = "Where to start"
START_VIEWS = {
    "waters": ("Whose waters does the Northern Sea Route cross?", "Whose waters does it cross?"),
    "silk-road": ("China’s Polar Silk Road", ""),
    "disputes": ("Who disputes what?", ""),
    "tour": ("Take the tour (2 minutes)", "Take the tour"),
}
"""The views to start from, in order: their words, and shorter ones for a telephone."""
START_CLOSE = "Close"
START_AGAIN = "Show where to start"
TOUR_NAME = "Guided tour"
TOUR_STEP = "Step {number} of {count}"
TOUR_NEXT = "Next"
TOUR_BACK = "Back"
TOUR_END = "End the tour"
TOUR_PAUSED = "Tour paused at step {number} of {count}"
TOUR_RESUME = "Back to the tour"
TOUR = {
    "article": (
        "An article and its map",
        "This article of {date} mentions {features} of the map in {passages}. Each name is "
        "underlined; press one to see it on the map. The map shows {shown}, with the Northern Sea "
        "Route in red.",
    ),
    "name": (
        "From a name to the map and back",
        "The article mentions {route} in {passages}, highlighted below. Press a name and the map "
        "shows what it means. Press the map and the passages that mention it come first.",
    ),
    "waters": (
        "Whose waters?",
        "{waters} {administered} The card lists the waters zone by zone.",
    ),
    "nations": (
        "Filter by nation",
        "The headline names {nations}. Choose both, then “All”, and the map shows only what "
        "involves both: {counted}.",
    ),
    "corridors": (
        "From the news to a plan",
        "The last paragraph mentions the {name}, backed by {sponsors}. Its {corridors}, the broad "
        "pale bands, are {status}, with no official track.",
    ),
    "role": (
        "Filter by role",
        "Choose {nation} and the role “{role}”, and the map shows what {nation} backs: {counted}. "
        "Zoom in to see those that lie close together. The other roles are {others}.",
    ),
    "disputes": (
        "Who disputes what?",
        "The map shows {open} (filled diamonds) and {settled} (hollow). In the one selected here, "
        "{parties} disagree. The card gives each side’s position and its source.",
    ),
    "layers": (
        "Layers and legend",
        "The layer “{layers}” is off at first. Here it is on and shows {count}. You can switch "
        "layers, change the projection and open the legend on the map itself. The address keeps "
        "what you choose.",
    ),
    "voyages": (
        "How much shorter?",
        "“Up to forty per cent shorter” holds for some ports only. {shorter} The Voyages page "
        "measures every way between any two ports.",
    ),
    "evidence": (
        "Check it, cite it, share it",
        "The Evidence page lists the {links} between this article and the map and says how each "
        "was found. The Share page turns any view into a link, a figure or a data file. {warning}.",
    ),
}
"""The steps of the guided tour: heading and text; the app fills in the figures."""
TOUR_NO_DATE = "unknown date"
TOUR_WATERS = "Through {variant}, the route is {length} nautical miles long, {shares}."
TOUR_ALL, TOUR_SHARE = (
    "all of it in the waters of {nation}",
    "{percent} % of it in the waters of {nation}",
)
TOUR_ADMINISTERED = "{nations} {verb} the rules for sailing it."
TOUR_SETS, TOUR_SET = "sets", "set"
TOUR_NO_WATERS = "Whose waters it crosses has not been measured."

CLOSE = "Close"
ALSO_CALLED = "Also called"
WHY_SHOWN = "Nations"
SOURCES, LICENCE = "Sources", "Licence: {licence}"
LAST_CHECKED = "Facts last checked on {day}"
MEMBERS = "Members"
PART_OF = "Part of"
DETAILS = "Details"
CLAIMS = "Positions"
WHO_DISPUTES = "Who disputes what"
OPEN_BETWEEN, SETTLED_BETWEEN = "Open: ", "Settled: "
LINK = "Link to this view"
MORE_ABOUT = "More about it"
COUNTED = "{title} ({count})"
NOT_MENTIONED_HERE = "Not mentioned in these articles."
RELATED_FEATURES = "Related"
OTHER_PASSAGES = "Other passages"
RELATED_PASSAGES = "Related passages"
ABOUT_FIGURES = "About the figures"
STATUS = "status"
WAY_THROUGH, WAY_BETWEEN = "Way through", "Variant"
OTHER_WAYS = "{count} others"
OTHER_WAYS_ARE = "{shortest:,.0f} to {longest:,.0f} nm"
NAMED_IN = "Mentioned in {passages}"
NOT_NAMED = "Not mentioned in these articles"
RELATED_NAMED = {
    "parts": "{passages} {verb} {name}, which is part of it",
    "wholes": "{passages} {verb} {name}, which includes it",
    "disputes": "{passages} {verb} {name}, a dispute over it",
    "subjects": "{passages} {verb} {name}, which is in dispute",
}
SEVERAL_RELATED_NAMED = {
    "parts": "{passages} {verb} its parts or members: {names}",
    "wholes": "{passages} {verb} what it is part of: {names}",
    "disputes": "{passages} {verb} disputes over it: {names}",
    "subjects": "{passages} {verb} what is in dispute: {names}",
}
"""Passages that mention what is related to a feature and not the feature itself, by relation."""
NAMING_RELATED = {
    "parts": "Passages that mention parts or members of {name}",
    "wholes": "Passages that mention what {name} is part of",
    "disputes": "Passages that mention a dispute over {name}",
    "subjects": "Passages that mention what {name} is about",
}
RELATED_PASSAGE = {
    "parts": "mentions a part of it",
    "wholes": "mentions what it is part of",
    "disputes": "mentions a dispute over it",
    "subjects": "mentions what is in dispute",
}
MORE_NAMING = "… and {passages}"
DISPUTES_ABOUT = "Disputes over it"
OUTSIDE = "It lies outside this map. A mark on the edge shows in which direction."
MOSTLY_OUTSIDE = "Most of it lies outside this map. A mark on the edge shows in which direction."
OUTSIDE_NO_MARK = "It is not drawn on the map."

ARTICLES = "What the articles say"
FOLDED = "Show {paragraphs}"
READ_AT = "Read at {publisher}"
FOLLOW_READING = "Follow reading"
FOLLOW_READING_HELP = "Lights on the map what the passage in the middle of the column mentions"
NAMING = "Passages that mention {name}"
THE_PUBLISHER = "the publisher’s site"
AT_PUBLISHER = "Publisher’s page"
OTHERS = "Other passages"

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
    "regime": "Area of rules",
}
TYPE_WORDS = {
    "area": "Region",
    "district": "Administrative region",
    "baseline": "Straight baseline",
    "nsr-area": "Waters for which Russia requires a permit",
    "polar-code": "Waters of the Polar Code",
    "fuel-ban": "Ban on a fuel",
    "control-zone": "Shipping control zone",
    "vts-zone": "Ship reporting zone",
    "routeing": "Ships’ routeing",
    "emission-area": "Emission control area",
    "fisheries": "Fisheries agreement",
    "shelf": "Continental shelf",
}
"""What a card calls features of a type whose own word would not do."""
STATUSES = {
    "observed": "In use",
    "official": "Official",
    "proposed": "Proposed",
    "suspended": "Suspended",
    "hypothetical": "Hypothetical",
    "disputed": "Disputed",
}
DEFINED_IN_LAW = "defined in law"
LENGTH = "Length: {nm:,.0f} nm"
PRECISIONS = {
    "official": "From official coordinates",
    "digitised": "Digitised from published limits",
    "schematic": "Schematic: not for measuring",
    "computed": "Calculated by this project; not an official limit",
}
POSITIONS = {
    "official": "Official position",
    "digitised": "Position from a published list",
    "schematic": "Approximate position",
    "computed": "Calculated position",
}
"""By precision what is said of a place, which is a point."""

# The figures of a card
FIGURES = {
    "length": ("long", "Length of the drawn track, measured on the WGS 84 ellipsoid."),
    "share": (
        "in the waters of {name}",
        "Share of the drawn track in its internal waters, territorial sea and economic zone, "
        "calculated from this map’s zones.",
    ),
    "high_seas": (
        "on the high seas",
        "Share of the drawn track beyond every state’s zones, calculated from this map’s zones.",
    ),
    "assessed": (
        "north of 50° N, where waters are assessed",
        "Most of the drawn track lies south of 50° N, where this map has no zones.",
    ),
    "states": ("whose waters it crosses", "Calculated from this map’s zones: {names}."),
    "straits": ("on the way", "Straits that the drawn track passes: {names}."),
    "through": ("pass through", "Routes and corridors as drawn: {names}."),
    "stretch": (
        "longest stretch, on {name}",
        "Length of the drawn track in these waters, of the variant that has most of it there.",
    ),
    "gate": (
        "wide",
        "Length of the line drawn across it: {ends}. A track that crosses this line passes the "
        "strait.",
    ),
    "area": ("as drawn here", "Area of the drawn shape, on the WGS 84 ellipsoid."),
    "zone_area": (
        "as calculated here",
        "Area of the zone as calculated for this map; not an official figure.",
    ),
    "position": ("position", "Position of the point on this map; {precision}."),
    "capital_of": ("whose capital it is", "From the source below."),
    "land": ("state", "From the sources below."),
    "status": ("status", "From the sources below."),
    "economic_zone": (
        "of economic zone north of 50° N",
        "Area of its economic zone as calculated for this map; not an official figure. Territories "
        "with their own country code are counted separately.",
    ),
    "routes": ("cross its waters", "Routes with at least one nautical mile there: {names}."),
    "most": (
        "of {name}",
        "Length of the drawn track in its waters, of the variant that the route’s card opens on.",
    ),
    "most_of_others": (
        "of {name}",
        "Length of the drawn track of this variant in its waters; the route’s first variant is not "
        "there.",
    ),
    "sponsored": ("with its backing", "It sponsors: {names}."),
    "council": ("of the Arctic Council", "In the Arctic Council: {council}."),
    "capital": ("capital", "From the source below."),
    "settlement": ("main settlement", "From the source below."),
    "stage": ("the dispute", "As of November 2026, from the sources below."),
    "sides": ("take a position", "{names}: see their positions below."),
    "line": ("long as drawn", "Length of the drawn line, measured on the WGS 84 ellipsoid."),
    "in_force": ("the treaty", "Stated in the sources below: {text}."),
    "members": ("{words}", "Members listed in this map’s catalogue."),
    "observers": ("without a vote", "Observer states: {names}."),
}
"""By kind of figure the words under it and what it rests on."""
LAND_OF = {"port": "port state", "city": "country"}
FIGURE_STATED = "As the sources below state: {text}."
FIGURE_UNCHECKED = "{text}. Not checked against a source."
FIGURE_TO = "{caption} to {year}"
FIGURE_AS_OF = "as of {year}"
STATED_CAPTIONS = {"since": "began", "named": "announced"}
"""Words under a figure where the catalogue's own word for it would not do."""
BOUNDARY_LINES = {
    "agreed": "agreed by both sides",
    "computed": "calculated",
    "claimed": "claimed by one side",
    "baseline": "drawn by one state along its coast",
}
DETAIL_LABELS = {
    "area_km2": "area, km²",
    "gate_nm": "width, nm",
    "lies_between": "between",
    "in_force": "in force",
    "confidence": "reliability",
    "actors": "involved",
    "checked": "checked against a source",
    "checked up to": "sources checked up to",
    "Arctic coast": "coast on the Arctic Ocean",
    "UN/LOCODE": "port code (UN/LOCODE)",
    "entry of the port in the UN list": "code of the port itself",
    "judged by": "examined by",
    "point of view of this map": "view taken by this map",
    "southern edge as drawn": "southern edge on this map",
    "first by ship": "first ship through",
    "named": "announced",
    "outside it": "not included",
}
"""What a card calls a detail whose name in the catalogue would not do."""
PASS_ONE, PASS_MANY = "passes through", "pass through"
CROSS_ONE, CROSS_MANY = "crosses its waters", "cross its waters"
DISPUTE_OPEN, DISPUTE_SETTLED = "Open", "Settled"
SIGNED, IN_FORCE, NOT_IN_FORCE = "signed", "in force", "Not in force"
MEMBER_WORDS = {
    "state": "member state",
    "corridor": "corridor",
    "route": "route",
    "region": "region",
    "group": "group",
    "programme": "programme",
    "dispute": "dispute",
}
"""How the card of a group counts its members, by their kind; programmes by their type."""

LEGEND_GROUPS = {"routes": "Routes", "waters": "Waters", "lines": "Lines", "places": "Places"}
KEYS = {
    "hero": "Northern Sea Route",
    "route-official": "Other routes defined in law",
    "route-observed": "Other routes in use",
    "route-hypothetical": "Not yet in use",
    "corridor": "Polar Silk Road, announced",
    "internal_waters": "Internal waters",
    "territorial_sea": "Territorial sea, to 12 nm",
    "eez": "Economic zone, to 200 nm",
    "high_seas": "High seas",
    "joint": "Joint regime",
    "claimed": "Claimed by two states",
    "regime": "Area of rules",
    "boundary-agreed": "Boundary, agreed",
    "boundary-computed": "Calculated line",
    "boundary-claimed": "Claimed by one side",
    "boundary-baseline": "Straight baseline",
    "port": "Port",
    "city": "City",
    "project": "Project",
    "dispute-open": "Dispute",
    "dispute-settled": "Settled",
}
"""Texts of the legend's entries; see `geo.draw.legend`."""

# Whose waters
IN_ITS_WATERS = "{nm:,.0f} nm in its waters"
AT_MOST_IN_ITS_WATERS = "up to {nm:,.0f} nm in its waters ({name})"
BY_OTHER_VARIANTS = "in its waters only on other variants: up to {nm:,.0f} nm ({name})"
ROUNDED = "Because of rounding, the rows add up to {nm:,} nm and {percent} %."
WHOSE_WATERS = "Whose waters{direction}"
FROM_TO = ", from {start} to {end}"
WEST, EAST = "west", "east"
TOTAL = "Total"
STRIP = "Along the track: {runs}."
WATERS_SHARE = "{area} {nm:,.0f} nm"
CLAIMED_BY = "claimed by {states}"
SHARED_BY = "shared by {states}"
IN_ORDER = "Zone by zone ({count})"
TRANSITS = "Straits, in order"
CLAIMED = " (claimed)"
RULES_ALONG = "Which rules apply"
RULES_TABLE = "Rules"
RULES_STRETCH = "{start:,.0f} to {end:,.0f} nm"
RULES_BASIS = (
    "Miles in each area of rules, measured along the drawn track to about half a mile. Areas "
    "overlap, so the rows are not to be added. An area counts whether or not its rules apply to "
    "every ship."
)
RULES_OF = "{name}: {nm:,.0f} nm"
NO_WATERS = "Whose waters it crosses has not been measured."
WATERS_STALE = (
    "Measured before this track or the zones last changed, so the figures may be out of date."
)
EMPTY_LAYER = (
    "The layer “{layer}” is empty because its data file is missing or damaged. Until the file is "
    "restored from the repository, nothing that depends on it can be shown."
)
WATERS_BASIS = (
    "Lengths are measured along the drawn track. The zones are calculated from the coastline at "
    "1:10 million and are not official limits. Waters south of 50° N are not assessed."
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

# About and hosting
DEPLOYED_AT = ""
"""The address of a deployed copy, such as `https://your-name.streamlit.app/`; fill it in here only.
The hosting page and the citation on the About page name it."""
ABOUT = "About"
ABOUT_LEAD = (
    "What the map shows, how it was made, how far you can trust it, and what to cite. "
    "Not for navigation."
)
ABOUT_PARTS = {
    "Method": """
Each route is drawn as the shortest line between named waypoints in open water and keeps clear of
the coast. It shows the general way and is not any ship’s actual track.

We calculated the zones of the Arctic states ourselves: out to 12 and 200 nautical miles from the
coastline at 1:10 million, as far as the agreed boundaries or, where there is no agreement, as far
as the line at equal distance from both coasts. Straight baselines are used only where the zone’s
card says so.

To find out whose waters a route crosses, we measure its line through those zones, in nautical miles
on the WGS 84 ellipsoid. Nothing is marked by hand. Where the map cannot show a role, such as
administrator, sponsor or claimant, a source is given.

Names in articles are found with a list of names and rules that anyone can inspect; no language
model is involved. Point at a name in an article to see what it stands for.

The polar map is a polar stereographic projection (EPSG:3413), true to scale at 70° N. The other map
is a Mercator projection.
""",
    "How the nation filter works": """
The filter shows whatever any of the chosen nations has a role in or, with “All”, only what all of
them have a role in. The card says which roles. There are five to choose from:

Coastal: at least {coastal_nm:g} nautical mile of a route or corridor, by any variant, lies in the
nation’s internal waters, territorial sea or economic zone. Shorter stretches are ignored because
the lines are not drawn that precisely. A nation’s own zones and boundaries count too.

Administrator: the nation sets the rules for a route, as Russia does for the Northern Sea Route.

Sponsor: the nation backs a corridor, a port or a project.

Claimant: the nation claims waters or land, and another state disputes the claim.

Port state: the port or project is on the nation’s land, or the route begins or ends at one of its
ports.

If you choose a role, only that role counts, for every nation. If you choose a role but no nation,
the filter shows whatever any nation has that role in. A group or a dispute takes its roles from
what it is about.

Some connections count only while the role is “any”: a nation’s own land and cities, membership of a
group, and a position in a dispute without a claim, such as that of the United States on the
Northwest Passage. So China as sponsor shows the corridors and projects that it sponsors, but not
China itself.
""",
    "Limits": """
Tracks are schematic. They ignore depth, ice, traffic rules and weather, so a real voyage will be
longer or shorter.

Zones are calculated, not official: a state’s own charts and lists of coordinates prevail. Waters
south of 50° N are not assessed.

Coast and land come from Natural Earth at 1:10 million and 1:50 million, so small islands and narrow
sounds are missing.

The rules that find names make mistakes. `python -m geo.linker score` prints their precision and
recall on texts annotated by hand.

Data as of November 2026.
""",
    "Borders and disputes": """
Where states disagree, the map names every claimant, cites each position and takes no side. A line
that only one side claims is drawn as claimed.

*Borders* above the map shows them as the United Nations, a claimant or whoever is in control sees
them. By default land borders have to be drawn one way. We use Natural Earth, which mostly shows who
controls the land, with one exception: Crimea is drawn with Ukraine, which is the position of the
United Nations General Assembly (resolution 68/262 of 27 March 2014). Russia has governed it since
2014 and claims it. The southernmost Kuril Islands, governed by Russia and claimed by Japan, are
drawn with Russia as in Natural Earth.
""",
    "Privacy": """
Articles that you add stay in the memory of your session. They are not written to disk, no other
reader can see them, and they are deleted after the session ends. If you send someone a link to such
an article, a notice tells them that it is not available to them.

The app sets no tracking cookies and loads nothing from other hosts. On Streamlit Community Cloud,
the host counts visitors and switches on Streamlit’s usage statistics.
""",
}
"""The parts of the About page: titles in order, paragraphs with a blank line between them."""
SOURCES_AND_LICENCES = "Sources and licences"
SOURCES_LEAD = (
    "There are {count} sources; the last column says how many features use each. The code is under "
    "the MIT licence. Data keep the licence of their source; where none is stated, ask the "
    "publisher before you reuse more than facts. The lengths of voyages use the sea lanes of the "
    "package searoute 1.6.0 (Apache-2.0). Articles remain the property of their owners; "
    "passages are quoted with attribution."
)
SOURCE_GROUPS = {
    "Routes and corridors": ("route", "corridor"),
    "Zones, boundaries and disputes": ("zone", "boundary", "dispute"),
    "Areas of rules": ("regime",),
    "Seas and straits": ("sea", "strait"),
    "Ports, projects and cities": ("place",),
    "States, regions and groups": ("state", "region", "group"),
}
"""Headings of the list of sources, and the kinds of features under each."""
FACTS_CHECKED = "When facts were last checked"
FACTS_CHECKED_LEAD = """
Facts age. Each feature states the day on which its facts were last compared with their sources; its
card shows the day below the sources.

`python -m geo facts --older-than 12` lists the features that were last checked more than twelve
months ago, the oldest first, so that whoever looks after this map knows what to read again.
"""
FACTS_CHECKED_HEADS = ("Kind", "Oldest check", "Latest check", "Features")
SOURCE_ARTICLES = "Articles"
SOURCE_HEADS = ("Source", "Publisher", "Date", "Licence", "Features")
ARTICLE_HEADS = ("Article", "Agency", "Publisher", "Date", "Rights")
CONTENTS = "On this page"
HOW_TO_CITE = "How to cite"
CITE_LEAD = (
    "Cite the app with its version and the date of your visit, and cite the source that the card "
    "gives for the fact you use."
)
CITE_APP = "Arctic Passages, version {version}, data {data} [map]. {address}. Accessed {day}."
CITE_DATA = (
    "Coast and land: Natural Earth {natural_earth} (public domain). Zones, tracks and lengths: "
    "calculated by Arctic Passages, version {version}, data {data}; not official limits. Derived "
    "baselines and the zones measured from them: © OpenStreetMap contributors, ODbL 1.0."
)
CITE_NO_ADDRESS = "Address of the copy you used"
VERSIONS = "Versions"
VERSIONS_LEAD = (
    "The data version is the beginning of a SHA-256 checksum of the data files: two copies with "
    "the same version hold the same data."
)
VERSION_ROWS = {"app": "Arctic Passages", "data": "Data", "features": "Features"}
HOSTING = "Hosting"
HOSTING_LEAD = (
    "You can share this app on Streamlit Community Cloud free of charge. Here is what that means "
    "for readers, and how to deploy a copy."
)
HOSTING_PARTS = {
    "What sleeps": """
The app goes to sleep after 12 hours without a visitor. The next visitor sees a page with a button,
which anyone may press. The app then restarts, which takes about as long as its first start.

A copy embedded in another site cannot be woken there, because the button does not work inside a
frame. Put a plain link beside the frame, or use the offline page instead.

Your session ends when the connection is lost for more than a minute. The server then deletes
whatever you added. The view stays in the address.
""",
    "What does not sleep": """
Links keep working. An address holds the whole view, works after the app has slept, and works on any
copy of the app that has the same features.

The offline page, figures and data files are on your own disk. They need neither server nor network.

The repository lets you run a copy on your own machine, which never sleeps: `make run`.
""",
    "What the host provides": """
The host gives an app between 690 MB and 2.7 GB of memory and between 0.078 and 2 processor cores,
by its own figures of February 2024. A test keeps this app under 500 MB.

The disk is empty at each start, and nothing written to it while the app runs is kept. The app
stores nothing there except its own drawings of the maps.

The servers are in the United States. The host switches on Streamlit’s usage statistics, whatever
this repository says.
""",
    "Deploy your own copy": """
1. Fork the repository on GitHub.

2. On share.streamlit.io choose Create app, then your fork, the branch `main` and the file
`dashboard.py`. Under Advanced settings choose Python 3.11 or newer; you cannot change this later
without deleting the app. Leave the secrets empty. No system packages are needed.

3. Put your app’s address into `DEPLOYED_AT` in `geo/messages.py` and push. This page and the
citation then show it. You can also let the badge in the README lead there.
""",
    "Without a network": """
Once installed, the app, its map and its tests request nothing from other hosts: Leaflet comes with
a Python package, the land with the repository. Only links to publishers and sources lead to other
sites.
""",
}
"""The parts of the hosting page, in the same form."""
HOSTING_SOURCE = (
    "Source: Streamlit’s documentation of Community Cloud, on resource limits and sleeping apps."
)
HOSTING_SOURCE_URL = "https://docs.streamlit.io/deploy/streamlit-community-cloud/manage-your-app"
PUBLIC_COPY = "Public copy"
DEPLOYED_HERE = "The public copy of this repository"
NOT_DEPLOYED = "There is no public copy yet."

# Share
SHARE = "Share"
TAKEAWAY_MAP = "The map"
TAKEAWAY_MAP_KEYS = (
    "Polar map. Arrow keys move it, plus and minus zoom, 0 shows the whole map. "
    "The list below holds the same features."
)
TAKEAWAY_MAP_NAME = "Polar map of Arctic shipping"
CARD = "The selected feature"
ZOOM_IN = "Zoom in"
ZOOM_OUT = "Zoom out"
ZOOM_HOME = "Whole map"
VOYAGE_CHOOSE_PORT = "Ports here"
MADE_ON = "Created on {day} with Arctic Passages {version}. {foot}."
LIVE = "Open this view in the app"
NO_ARTICLE = "These articles mention none of the features shown."
LEFT_OUT = "Left out: {passages} of this article that mention none of these features."
LICENCE_NOTE = (
    "Quotations belong to their publishers and are cited with name, date and address. "
    "Lines and areas keep the licence of their sources, which is given with each; "
    "what this project calculated itself is free to use under the MIT licence."
)
TYPE_NOTE = "Typefaces: Source Sans and Source Serif by Adobe, SIL Open Font License 1.1."
SELECTION_SUMMARY = "{name}. {clauses}."

# Articles, evidence, names
ARTICLES_PAGE = "Articles"
ARTICLES_LEAD = (
    "Add your own articles. The app finds the names in them, links the names to the map and lists "
    "them on the Evidence page."
)
ADD_HEAD = "Add articles"
PRIVATE_HEAD = "Only you see them"
PRIVATE = (
    "Your articles are kept in the server’s memory for this session only, never on disk, and other "
    "readers cannot see them. They are gone once you reload the page or close the tab, and the "
    "server deletes them soon afterwards. To keep them, save the project file."
)
UPLOAD = "Drop articles here: .txt, .md, .html, .pdf or .docx, several at once"
LIMITS = (
    "You can add up to {articles} articles with {size} MB of text in total. A text, Markdown or "
    "HTML file may have up to 2 MB, a PDF 5 MB (its first 100 pages are read) and a Word file 10 "
    "MB; larger files are rejected. If a file takes too long to read, it is left out and a message "
    "says so."
)
PASTE = "Or paste text"
PASTE_HELP = "A short first line becomes the headline."
READ_PASTE = "Add article"
READING = "Reading {name} ({done} of {total})"
WAITING = "Waiting for another reader’s file to be read"
READING_PASTE = "Reading the pasted text"
RESTORING = "Reading {name}"
UPLOADED = "{count} added: {links} to the map, {mentions}."
UPLOADED_HEAD = "Your articles"
NONE_UPLOADED = "None yet. The articles that come with the app are already on the Atlas."
UPLOADED_COLUMNS = ("Title", "Publisher", "Date", "File", "Words", "Mentions")
ONE = "Edit or remove an article"
AS_TABLE = "All as a table ({count})"
ROW_FACTS = ("Publisher", "Date", "File")
ROW_COUNTS = {"Words": "word", "Mentions": "mention"}
FACTS = {
    "headline": "Title",
    "publisher": "Publisher",
    "authors": "Authors, separated by semicolons",
    "date": "Date",
    "url": "Address (http or https)",
}
SAVE = "Save"
READ_ON_MAP = "Read on the map"
REMOVE = "Remove"
REMOVE_ALL = "Remove all"
REMOVE_ALL_SURE = "Remove all your articles ({count}) and your changes to their links?"
PROJECT = "Project file"
PROJECT_LEAD = (
    "One file with your articles, your changes and the view. When you open it, its articles and "
    "changes replace those of this session."
)
PROJECT_SAVE = "Save the project file"
PROJECT_OPEN = "Open a project file"
EDITS_LOST = "Left out: {changes} to a passage or a feature that does not exist here."
PROJECT_NOT_LOADED = "None of the project’s articles could be opened; your session is unchanged."
DIFFERENCES = (
    "Names are now recognised differently than when this project was saved: {counts}. Your texts "
    "and changes are unaltered."
)
DIFFERENCES_UNKNOWN = (
    "This project is from a version that did not save the links it found. They have been found "
    "again and may differ. Your texts and changes are unaltered."
)
DIFFERENCES_UNKNOWN_OTHERS = (
    "This project is from a version that did not save the links it found, so other differences "
    "cannot be listed."
)
DIFFERENCES_COUNTED = {"new": "more link", "gone": "fewer link", "edits": "affected change"}
DIFFERENCES_HEADS = {
    "new": "Links that are new",
    "gone": "Links that are no longer found",
    "edits": "Your changes that are affected",
}
DIFFERENCES_MORE = "… and {count} more"
DIFFERENCES_LINKER = "Linker then: {then}; now: {now}."
EDIT_EFFECTS = {
    "reject": "this link is no longer found anyway",
    "change": "the link to change is no longer found",
    "changed": "{to} is now found here without your change",
    "add": "this link is now found without your change",
    "covered": "its words now mention {other}, so they are not marked",
}
ALL_ARTICLES = "All articles"
ARTICLE_CHOICE = "Article"
MORE_ARTICLES = "Show more articles ({count} left)"
CHOOSE_ONE = "Not shown: {articles}. Choose one above to read it."
PASSAGES_LEFT = "Left out: {passages} of these articles."

EVIDENCE = "Evidence"
EVIDENCE_NONE = "No links"
EVIDENCE_SENTENCE = "{links} in {articles}: {mentions} of {features}"
EVIDENCE_SEARCH = "Search quotes, titles and features"
FEATURE_CHOICE = "Feature"
ALL_FEATURES = "All features"
NAMED_BY_RELATION = "{name} (mentioned indirectly)"
EVIDENCE_VIEWS = {
    "links": "Links",
    "counts": "Counts",
    "pairs": "Co-mentions",
    "dates": "By date",
    "numbers": "Numbers, checked",
    "unnamed": "Not mentioned",
    "review": "Your changes",
}
SHOW = "Show"
EVIDENCE_COLUMNS = {
    "feature": "Feature",
    "quote": "Quote",
    "article": "Article",
    "date": "Date",
    "passage": "Passage",
    "kind": "Kind",
    "rule": "Rule",
}
EVIDENCE_HELP = (
    "Each row links a passage to a feature that it mentions. Press a row to see the passage, go to "
    "the map or correct the link."
)
HEADLINE_PASSAGE, PARAGRAPH_NUMBER = "Headline", "Paragraph {number}"
PICTURE_PASSAGES = {"caption": "Caption", "alt": "Description of a picture"}
"""Where a passage stands that is no paragraph, by its role."""
RULES = {
    "name": "name",
    "abbreviation": "abbreviation",
    "demonym": "adjective or people",
    "historic": "former name",
    "capital": "capital",
    "metonym": "capital for its state",
    "place": "place",
    "place-in-state": "city for its state",
    "body": "institution",
    "prefix": "prefix",
    "phrase": "phrase",
    "defined": "abbreviation defined in the text",
    "reader": "added by a reader",
    "silent": "never linked",
}
"""By rule of the linker what it found a feature by."""
FOUND_BY = "{name} ({rules})"
EVIDENCE_CSV = "Download CSV"
EVIDENCE_ADDRESS = "address"
CLOSE_LINK = "Close this link"
CLOSE_DIFFERENCES = "Close this note"
ROWS_CUT = "Showing the first {shown} of {count} links; search or filter to see the others."
NO_ROWS = "No link matches the filter and the search."
TO_MAP = "Show on the map"
COUNT_HEADS = ("Feature", "Kind", "Articles", "Passages")
PAIR_HEADS = ("Feature", "Mentioned with", "Passages")
PAIRS_NOTE = (
    "These pairs of features are mentioned in the same passage. Passages that mention more than "
    "{most} features count as lists and are ignored. Only the {shown} most frequent pairs are "
    "shown."
)
DATE_HEADS = ("Date", "Article", "Publisher", "Links")
DATED_ARTICLES = "Articles by date"
UNDATED_ARTICLES = "Articles without a date"
ONE_DAY = "{articles}, of {day}"
SEVERAL_DAYS = "{articles}, from {first} to {last}"
DAY_SUMMARY = "{day}: {articles}, {links}"
UNDATED = "Not on this axis: {articles} without a date."
WHEN = "When the articles are from"
MOST_MENTIONED = "Mentioned most"
MOST_HEADS = ("Feature", "Passages")
NO_DATE = "no date"
UNNAMED_NOTE = "The articles do not mention {features}."
REJECT = "Reject this link"
REJECT_HELP = "For a passage that does not mention the feature."
CHANGE = "Change feature"
CHANGE_TO = "Feature mentioned"
ADD = "Add a missing link"
ADD_ANY = "Add a missing link to any passage"
ADD_FEATURE = "Feature mentioned"
ADD_WORDS = "Words that mention it (optional)"
ADD_NOT_FOUND = "These words are not in the passage; nothing was added."
ADD_PASSAGE = "Passage"
DO_CHANGE = "Change the link"
DO_ADD = "Add the link"
EDITS_NOTE = (
    "Your changes do not alter what the rules found. They last for this session; save the project "
    "file to keep them. Links that you changed or added are marked “added by a reader”."
)
NO_EDITS = "No changes yet. Press a row under Links to reject or change a link."
UNDO = "Undo the last change"
UNDO_ONE = "Undo"
EDITS = {
    "reject": "Rejected: {feature}",
    "change": "Changed: {feature} to {to}",
    "add": "Added: {feature}",
}

NAMES = "Names"
NAMES_LINK = "All names that the app looks for"
NAMES_LEAD = (
    "The app looks for {count} names in the articles. Rows marked “never linked” look like the "
    "name of a feature but mean something else."
)
NAMES_CHOOSE = (
    "Choose a row to see its feature on the map, and why it was linked in the articles or not."
)
NAMES_SEARCH = "Search names and features"
NAMES_KIND = "Kind"
ALL_KINDS = "All kinds"
NAMES_COLUMNS = {
    "name": "Name",
    "feature": "Feature",
    "id": "Id",
    "kind": "Kind",
    "case": "Case",
    "rule": "Rule",
    "lang": "Language",
    "source": "Source",
    "ambiguity": "Caution",
}
NAME_CASES = {"proper": "Capitalised", "exact": "Exact", "any": "Any"}
NAMES_NOTE = (
    "Case says how a name must be written: with the capitals shown or all in capitals "
    "(Capitalised), only as shown (Exact), or in any way (Any). The words around a name decide "
    "whether it is linked; a caution says what such a word often is instead, or what it needs."
)
KEPT = "Kept"
NOT_KEPT = "Left out"
NAME_NOWHERE = "In these articles no decision was made on “{name}”."
NAME_UNREAD = "Too long to look through here: {articles}."
TRY_SENTENCE = "Try a sentence"
TRY_EXAMPLE = "The Norwegian minister met Jordan Smith in London."
TRY_BUTTON = "Explain"
TRY_NONE = "No name that the app looks for is in this text."
WHY = "Why"
WHY_KEPT = "Kept: {percent} likely to mean {feature}."
WHY_LEFT_OUT = "Left out: {percent} likely to mean {feature}."
WHY_SURE = "over 99 %"
WHY_UNLIKELY = "under 1 %"
PERCENT = "{percent} %"
WHY_FOR = "For:"
WHY_AGAINST = "Against:"
WHY_STATE = "Read as the government of the state, not as the town."
WHY_TOWN = "Read as the town, not as the government of the state."
WHY_MORE = "… and {count} more."
WHY_NOTE = (
    "The three strongest on each side; weaker ones count too. One of +0.7 about doubles the "
    "odds that the feature is meant, one of −0.7 halves them."
)
WHY_READER = "A reader made this link, so there are no reasons of the app."
WHY_TOO_LONG = "Decisions are explained for articles of up to 200,000 characters; this is longer."
WHY_BY_RULE = "found by a fixed rule ({rule}), without weighing the words around it."
FIGURE_TITLE = "Arctic shipping and its waters"
FIGURE_LEGEND = "Legend"
FIGURE_SCALE = "{nm:,} nautical miles ({km:,.0f} km) at 70° N"
FIGURE_LAND = "Land and coasts: {publisher}."
FIGURE_DRAWING = "The figure is being drawn …"
FIGURE_CIRCLE = "Arctic Circle"
FIGURE_PREVIEW = "Preview of the figure"
FIGURE_MORE = "… and {count} more, listed in the app and in its data files."
FIGURE_MADE = "{app} {version} · {day}"
DID_NOT_FIT = (
    "Left out to keep the page small: {what}. To get all of an article, choose it in the Atlas "
    "first."
)
SHARE_LEAD = "Share what the Atlas shows as a link, a page, a figure or data."
SHARE_NOTHING = (
    "Nothing matches this filter, so there is nothing to share. "
    "Clear the filter in the Atlas or switch on a layer there."
)
SHARE_NO_LINKS = "These articles mention none of the features shown, so there are no links."
SHARE_LINK = "Link"
SHARE_LINK_NOTE = (
    "The address holds the filter, the selection and the map, but not the articles that you added. "
    "The offline page includes them."
)
SHARE_FEATURE = "Link to one feature"
SHARE_PASSAGE = "… and to a passage that mentions it"
SHARE_VIEW = "The whole view"
SHARE_ANY_PASSAGE = "No particular passage"
TAKEAWAY = "Offline page"
TAKEAWAY_NOTE = (
    "One HTML file with the polar map and the quotations, linked both ways, the legend and the "
    "sources. It opens from your disk without a network connection, or from any web server."
)
TAKEAWAY_BUTTON = "Page (HTML)"
FIGURE = "Figure"
FIGURE_NOTE = (
    "The current view for print, with title, quotation, legend, scale, main sources and date. "
    "PNG at 300 dpi."
)
NO_FIGURE = (
    "This server cannot draw figures because matplotlib does not load. It needs a folder that it "
    "can write to: set the variable MPLCONFIGDIR to one. All other downloads work."
)
FIGURE_SIZE = "Size"
FIGURE_SIZES = {"a4": "A4 landscape", "16-9": "16:9"}
FIGURE_FORM = "Format"
FIGURE_BUTTON = "Figure ({form})"
DATA = "Data"
DATA_NOTE = "Each file states its sources, licence, date and address."
DATA_FILES = {
    "geojson": (
        "GeoJSON",
        "All features shown or mentioned, RFC 7946, with names in the Linked Places format.",
    ),
    "gpkg": ("GeoPackage", "All layers, with tables of sources and of {mentions} in {links}."),
    "kml": ("KML", "All features shown or mentioned, in one folder per layer."),
    "features": (
        "Features (CSV)",
        "One row for each feature shown or mentioned and each of its variants; `on_map` says "
        "whether the map shows it.",
    ),
    "links": (
        "Links by mention (CSV)",
        "{mentions} in {links}, one row for each mention: article, passage, quote, position and "
        "rule.",
    ),
    "annotations": (
        "Annotations by mention (JSON-LD)",
        "{mentions} in {links} as W3C Web Annotations.",
    ),
}
"""Button and description by file; a link joins a passage to a feature it mentions, and a mention
is each place where it does."""
EMBED = "Embed"
EMBED_NOTE = (
    "Show the live map on a page of your own. Or put the offline page on your own server, where it "
    "works even when the app sleeps."
)
EMBED_MAP = "Map only"
EMBED_BOTH = "Map and articles"
EMBED_STATIC = "Offline page, from your own server"
CITE = "Cite this view"
CITE_SELECTED = "Selected: {name}"
CITE_PASSAGE = "{place} of “{title}”"
CITE_ARTICLE = "Article: “{title}”"
CITE_FRAME = {"polar": "Polar map", "mercator": "Mercator map"}
CITE_LAYERS = "Layers: {layers}"
CITE_NAMED = "features mentioned or selected"
CITE_NO_LAYER = "none"
RELATION_TO_SELECTION = {
    "self": "mentions the selected feature",
    "parts": "mentions a part or member of it",
    "wholes": "mentions what it is part of",
    "disputes": "mentions a dispute over it",
    "subjects": "mentions what is in dispute",
}
"""How a link relates to the selected feature; the column `selection` of the table of links."""
ON_MAP = {
    "drawn": "on the map",
    "rim": "beyond the map’s edge",
    "": "mentioned, not on the map",
}

# Voyages: ports, ships and seasons. -----------------------------------------------------------

PORT_UNKNOWN = "There is no port “{text}” on this map."
PORT_MISSING = "No port is given."
PORT_RULE = "A port is found by a name in any language or by its UN/LOCODE."
PORT_NEAR = "Did you mean {names}?"
PORT_IS_PLACE = "“{text}” is on this map, but not as a port. Ports nearest to it: {names}."
VOYAGE_COUNTED = "Counted instead: {figures}."
PORT_CHOOSE = "Choose one from the list of ports."
SHIP_SPEED = "Speed {value} kn: give {low} to {high} kn."
SHIP_ICE_SPEED = "Speed in ice {value} kn: give {low} to {high} kn, the speed in open water."
SHIP_DRAUGHT = "Draught {value} m: give {low} to {high} m."
SHIP_FUEL_A_DAY = "Fuel {value} t a day: give {low} to {high} t a day."
SHIP_FUEL = "Fuel “{value}” is unknown: choose one of {names}."
SHIP_ICE_CLASS = "Ice class “{value}” is unknown: choose none or one of {names}."
SEASON_ALL_YEAR = "all year"
SEASON_HYPOTHETICAL = "hypothetical, no season"
SEASON_NSR = "{dates} ({year}), first and last transit"
SEASON_NWP = "{dates} by Canadian law, on routes {routes}, for ships of {ships}"
SEASON_NSR_VARIANT = "{season} of that year; not a permission"
SEASON_NWP_VARIANT = "by Canadian law: {dates}"
SEASON_NWP_SHUT = (
    "no dates for ships of {types} in Canadian law, as the track enters {zones}: only as POLARIS "
    "or AIRSS allows (section 8(2))"
)
SEASON_NWP_FOR = "{dates} for {ships}"
SEASON_NWP_NONE_FOR = "none for {ships}"
SEASON_NWP_UNKNOWN = "dates in Canadian law by zone and type of ship, not worked out for this track"
SHUT_BY_STRAIT = "{strait}: least depth {depth} m, not more than the draught of {draught} m"
SHUT_BY_LIMIT = {
    False: "draught of less than {limit} m stated for this variant ({source}); here {draught} m",
    True: "draught of at most {limit} m stated for this variant ({source}); here {draught} m",
}
"""By whether a ship of just the draught that is stated may pass."""
PUBLISHED_MISSING = "Published distances cannot be shown: {reason} Restore it from the repository."
WAYS = {
    "nsr": "Northern Sea Route",
    "nwp": "Northwest Passage",
    "tsr": "Transpolar Sea Route",
    "suez": "Suez Canal",
    "cape": "Cape of Good Hope",
    "panama": "Panama Canal",
    "direct": "Direct, through no passage",
}
"""The ways between two ports, by the passage they lead through."""
WAY_THROUGH_NO_STRAIT = "open water"
WAY_BY_GATE = {"kiel-canal": "Kiel Canal", "oresund": "Øresund", "great-belt": "Great Belt"}
"""The ways into the Baltic."""
WAY_BY_CANAL_AND_BELT = "{canal} and {belt}"
WAY_ROUND_SKAGEN = "Skagen"
SAME_PORT = "Start and end are the same port, {port}: choose two ports."
UNKNOWN_PASSAGE = "“{name}” is no passage that can be shut: choose among {names}."
NO_WAY = "No way by water between these ports with the passages shut: open one of them."
PAIRS_COLUMNS = "{name} lacks the column {lacks}; the first line must name origin and destination."
PAIRS_NOT_OPENED = "{name} cannot be opened ({why}). Check the path, and that it is a file."
PAIRS_NONE = "{name} holds no pair of ports: give each a line below origin and destination."
PAIRS_UNREADABLE = "{name} is not a readable CSV file ({why}). Save it as CSV in UTF-8."
# Voyages: the sentence, the chart of all ways, the table beside it
VOYAGE_PAIR = "{origin} to {destination}"
VOYAGE_LEAD = "{pair}: "
VOYAGE_BY = {
    "nsr": "the Northern Sea Route",
    "nwp": "the Northwest Passage",
    "tsr": "the Transpolar Sea Route",
    "suez": "Suez",
    "cape": "the Cape of Good Hope",
    "panama": "Panama",
    "direct": "the direct way",
}
"""A passage as after “by”."""
VOYAGE_UNIT = "nautical miles"
VOYAGE_BY_WAY = " by {way}"
VOYAGE_OTHER_WAY = ", {nm} by {way}: "
VOYAGE_DISTANCE_ONLY = " Distance only."
VOYAGE_LENGTHS = ("shorter", "longer", "as long")
VOYAGE_AMOUNTS = ("less", "more", "the same")
VOYAGE_UP_TO = "up to "
VOYAGE_NO_WAY = "No way by water from {origin} to {destination}."
VOYAGE_ALL_SHUT = (
    "No way by water from {origin} to {destination} with these passages shut. Open one of them: "
    "{names}."
)
VOYAGE_ALL_SHALLOW = (
    "No way by water from {origin} to {destination} is deep enough for a draught of {draught} m."
)
VOYAGE_LIT_SHUT = " Not counted: {way}, {reason}."
VOYAGE_SHUT = {
    "reader": "shut by you",
    "draught": "too shallow at {draught} m",
    "none": "which does not lie between them",
}
"""Why a way is left out of the sentence."""
VOYAGE_NUMBERS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
)  # fmt: skip
VOYAGE_VARIANTS_OF = "{number} variants of {way}"
VOYAGE_METHOD = "geodesic lengths of schematic tracks"
VOYAGE_DEEP_ENOUGH = "{counted} of {number} variants of {way}, deep enough for {draught} m"
VOYAGE_WITHIN = "within {percent} % of published figures"
VOYAGE_NEAREST_WITHIN = "the nearest variant within {percent} % of published figures"
VOYAGE_DEPTH_CHECKED = "depth checked on the Arctic part only"
VOYAGE_COPY = "Copy"
VOYAGE_SHOW = {"method": "Method", "cite": "Cite"}
"""What leads from the sentence to the foot of the page."""
VOYAGE_COPIED = "Copied"
VOYAGE_COPY_TEXT = "{sentence} {method} {day}. {app}."
VOYAGE_CHART = "Every way, pulled straight"
VOYAGE_MEASURES = {"miles": "miles", "days": "days", "co2": "CO₂"}
VOYAGE_MEASURE = "What the lines measure"
VOYAGE_HEADS = {"miles": "nm", "days": "days", "co2": "t of CO₂"}
VOYAGE_HEADS_NARROW = {"miles": "{value} nm", "days": "{value} days", "co2": "{value} t"}
VOYAGE_COMPARE = "Compare"
VOYAGE_COMPARE_WAY = "Compare {way}"
VOYAGE_USUAL = "usual way"
VOYAGE_YARDS = {"usual": VOYAGE_USUAL, "shortest": "shortest way"}
"""What the rows of the chart may be compared with."""
VOYAGE_YARD_CHANGE = "{now}: compare with the {other} instead"
VOYAGE_IS_USUAL = "the usual way"
VOYAGE_VARIANTS = "{count} variants"
VOYAGE_SEASON_BY_LAW = "dates by law"
VOYAGE_DEEP = "{count} variants, {deep} deep"
VOYAGE_SHUT_ROW = "shut by you"
VOYAGE_OPEN = "open"
VOYAGE_OPEN_WAY = "open {way} again"
VOYAGE_SHALLOW_ROW = "at {draught} m: none of {count} variants"
VOYAGE_SHALLOW_ONE = "at {draught} m: not deep enough"
VOYAGE_NOT_BETWEEN = "no way: {way} does not lie between them"
VOYAGE_TOO_SHALLOW = "too shallow at {draught} m"
VOYAGE_TOO_SHALLOW_AT = "{depth} m: too shallow"
VOYAGE_KEY_NORTH = "north of the Arctic Circle"
VOYAGE_KEY_BAND = "shortest to longest variant"
VOYAGE_KEY_DAYS = "fastest to slowest"
VOYAGE_KEY_CO2 = "least to most"
VOYAGE_KEY_PUBLISHED = "published"
VOYAGE_FUEL_OF = "{way}: {fuel} t of fuel."
VOYAGE_CO2_FROM = "{factor} t of CO₂ a tonne of {name}: {source}, {confidence}."
VOYAGE_PUBLISHED_AT = "Published: {nm} nm, {source}; {ours}"
VOYAGE_OURS_NEAREST = "our nearest variant {percent} %"
VOYAGE_OURS_TRACK = "ours {percent} %"
VOYAGE_THAN = "{difference} than {way}"
VOYAGE_NORTH_AT = "north of the Arctic Circle for {nm} nm"
VOYAGE_SHALLOW_AT = "too shallow at {draught} m: {names}"
VOYAGE_BESIDE = "Side by side"
VOYAGE_DIFFERENCE = "Left against right"
VOYAGE_VARIANT = "by {variant}"
VOYAGE_ROWS = {
    "distance": "Distance",
    "shortest": "Against the shortest",
    "published": "Published",
    "days": "Days at sea",
    "fuel": "Fuel",
    "co2": "CO₂",
    "waters": "Whose waters",
    "rules": "Rules met",
    "straits": "Straits, least depth",
    "season": "Season",
    "passages": "Passages that name them",
}
VOYAGE_COLUMN_KINDS = {
    "route": "named route: {name}",
    "corridor": "corridor: {name}",
    "track": "{name}",
}
"""What stands under the name of a column that is no way between two ports."""
VOYAGE_ROUTE_VARIANT = "{route}: {variant}"
VOYAGE_DASH = "–"
VOYAGE_SHORTEST = "the shortest"
VOYAGE_ONLY_WAYS = "Only ways between the two ports are compared with the shortest of them."
VOYAGE_PUBLISHED_PAIRS = "Published distances are between two ports."
VOYAGE_NOT_NAMED = "Passages are counted for routes of the catalogue only."
VOYAGE_TRACK_SEASON = "A track of your own has no season on file."
VOYAGE_TAKE_OUT = "Take {name} out of the table"
VOYAGE_REPLACED = "{new} in place of {old}."
VOYAGE_UNDO = "Undo"
VOYAGE_ADD = "Add a route or your track"
VOYAGE_ADD_TO_TRACK = "Compare with a route or a way"
VOYAGE_ADD_WAY = "This voyage: {name}"
VOYAGE_ADD_KINDS = {"route": "Route: {name}", "corridor": "Corridor: {name}"}
VOYAGE_ADD_TRACK = "Your own track: {name}"
VOYAGE_COMPARE_ROUTES = "Compare named routes"
VOYAGE_NO_TRACK_IN_LINK = (
    "The link compares with someone’s own track, which no link carries; the rest is shown."
)
VOYAGE_NONE_PUBLISHED = "none known"
VOYAGE_OURS = "ours {percents} %"
VOYAGE_SLOW = "at most with {speed} kn on all of the Arctic route"
VOYAGE_SLOW_POLAR = "at most with {speed} kn in the waters of the Polar Code"
VOYAGE_NO_WAIT = "no wait at the canal"
VOYAGE_NO_WAIT_VIAS = ("suez", "panama")
VOYAGE_WATERS_SOUTH = "outside the Arctic: not assessed"
VOYAGE_WATERS_OF = "Whose waters, from {origin}"
VOYAGE_OTHERS = "{number} others {nm}"
VOYAGE_HIGH_SEAS = "high seas"
VOYAGE_LAND = "land at this scale, river or canal"
VOYAGE_NOT_ASSESSED = "not assessed"
VOYAGE_RULES_NONE = "none of the Arctic ones"
VOYAGE_RULE = "{name} {nm}\N{NO-BREAK SPACE}nm"
VOYAGE_RULE_NUMBERED = "{name} {numbers}:"
VOYAGE_RULES_NUMBERED = "{name}s {numbers}:"
VOYAGE_STRAITS_NONE = "no straits on file"
VOYAGE_NO_DEPTHS = "no least depths on file"
VOYAGE_DRAUGHT_LIMIT = {False: "draught under {limit} m", True: "draught at most {limit} m"}
VOYAGE_CALLED_DEEP = "called deep"
VOYAGE_NO_DEPTH = "no depth on file"
VOYAGE_NONE_ON_FILE = "{names}: none on file"
VOYAGE_DRAUGHT_DASHED = "draught dashed"
VOYAGE_DEEPER = "deeper: {names}"
VOYAGE_DEPTHS = "Least depths: {depths}. Draught {draught} m."
VOYAGE_TIGHTEST = "the least"
VOYAGE_TO_SPARE = "{depth} m to spare"
VOYAGE_TOO_LITTLE = "{depth} m too little"
VOYAGE_AT = "at {strait}"
VOYAGE_NO_SEASON = "none on file"
VOYAGE_ALL_WAYS = "All {number} ways"
VOYAGE_OTHER_VARIANTS = {False: "{number} others", True: "1 other"}
VOYAGE_CLOSE = "Close"
VOYAGE_SHORT_PUBLISHED = "published {nm}"
VOYAGE_THAN_USUAL = "than {way}, {nm}"
VOYAGE_SPEEDS = "{open} kn, {ice} in ice"
VOYAGE_SPEED = "{open} kn"
VOYAGE_STRAITS_DRAUGHT = "Straits: least depth, draught {draught} m"
VOYAGE_REST = "Rules, season, CO₂"
VOYAGE_CO2_T = "{fuel} t of fuel, {tonnes} t of CO₂"
VOYAGE_CO2_BY = "{fuel} t of fuel, {tonnes} t of CO₂; by {way} {usual_fuel} and {usual} t"
VOYAGE_WAYS_THROUGH = "Ways through, shortest to longest"
VOYAGE_BESIDE_USUAL = "Beside {way}"
VOYAGE_PICK_ANOTHER = "Pick another"
VOYAGE_EMPTY = "Choose where the voyage begins and where it ends."
VOYAGE_EMPTY_PAIRS = "Or begin with one of these"
VOYAGE_EMPTY_MAP = "or press two ports on the map"

# The page of voyages. --------------------------------------------------------------------------

VOYAGES = "Voyages"
VOYAGES_LEAD = "Every way by sea between two ports, measured and compared."
VOYAGE_FROM, VOYAGE_TO = "From", "to"
VOYAGE_PORT = "Port"
VOYAGE_SWAP = "Swap start and end"
VOYAGE_SHIP = "Ship"
VOYAGE_FIGURES = {
    "speed_kn": ("open water", "kn"),
    "ice_speed_kn": ("in ice", "kn"),
    "draught_m": ("draught", "m"),
    "fuel_t_day": ("fuel", "t a day"),
}
"""Label and unit of each figure of a ship, by its field."""
VOYAGE_MORE = "Fuel and class"
VOYAGE_FUEL = "Fuel"
VOYAGE_FUEL_FACTOR = "{factor} t of CO₂ for each tonne of fuel. {source} {note}"
VOYAGE_CLASS = "Ice class"
VOYAGE_NO_CLASS = "none"
VOYAGE_BASIS = "These figures of the ship: {basis}"
VOYAGE_WAYS = "Ways"
VOYAGE_WAYS_OPEN = "{open} of {all} open"
VOYAGE_LOADING = "Loading the sea network"
VOYAGE_NEXT_PORT = "From {port}: now press the port to sail to, or choose it above."
VOYAGE_MAP = "Polar map of the ways from {origin} to {destination}"
VOYAGE_STRIP = "World map of the ways from {origin} to {destination}"
VOYAGE_STRIP_WIDE = "Mercator, {width}° wide: no way is cut"
VOYAGE_CREDIT = "Natural Earth · Not for navigation"
VOYAGE_WORLD_MAP = "World map"
VOYAGE_METHOD_TITLE = "Method"
VOYAGE_TRACK_NAMES = {
    "nsr": "Northern Sea Route",
    "nwp": "Northwest Passage",
    "tsr": "Transpolar",
    "suez": "Suez",
    "cape": "Cape of Good Hope",
    "panama": "Panama",
    "direct": "",
}
"""What stands along each line on the maps of a voyage."""
VOYAGE_METHOD_TEXT = (
    "Distance: each way is the shortest track in one sea network: our own legs in the north, "
    "placed by hand and clear of Natural Earth’s 1:10m land, joined at named gates to the sea "
    "lanes of the package searoute 1.6.0 for the rest of the world. A way crosses one passage and "
    "no other; the Arctic routes have their variants. Lengths are geodesic (WGS 84), in nautical "
    "miles of 1,852 m. A ship’s real track is longer: it avoids ice, traffic and weather.\n\n"
    "Waters and rules: the same overlay as on the Atlas, north of 50° N; what lies south of it is "
    "not assessed. Areas of rules overlap, so their miles are not to be added.\n\n"
    "Days: from the speed in open water for the whole way, to the speed in ice for all of the "
    "Arctic route. No wait at a canal, for ice or for an icebreaker is counted.\n\n"
    "Fuel and CO₂: days times the stated consumption; tonnes of fuel times the factor of the "
    "fuel. What making the fuel gives off is not counted.\n\n"
    "Depth: a variant is too shallow where a strait’s least depth on file, or the draught stated "
    "for the variant, is not more than the draught. Nothing is added for water under the keel, "
    "and a strait without a figure counts as deep enough: no depth on file is not deep. Figures "
    "are on file for straits of the Arctic alone; for the Kiel Canal (9.5 m at most), the Øresund "
    "(7.7 m) and the Great Belt (15.4 m) limits of draught are stated from memory. The depths of "
    "Suez, Panama and all other straits outside the Arctic are not checked. Into the Baltic the "
    "ways through the Arctic take the Great Belt."
)
# --- A reader’s own track -------------------------------------------------------------------------

TRACK_EMPTY_FILE = "{name} is empty. Choose a file with a track: GeoJSON, GPX, KML or CSV."
TRACK_NOT_OPENED = "{name} cannot be opened ({why}). Check the path, and that it is a file."
TRACK_TOO_LARGE = (
    "{name} has {mb:,.1f} MB; at most {most} MB can be read, enough for {points:,} points in CSV. "
    "Keep every tenth point, or save the track as CSV with the columns lon and lat."
)
TRACK_TOO_MANY = (
    "{name} has {count} points; at most {most:,} can be read. Keep every tenth point, or split the "
    "file by month."
)
TRACK_MORE_THAN = "more than {most:,}"
TRACK_UNKNOWN = (
    "{name} is not a track that can be read ({what}). Save the track as GeoJSON, GPX, KML or CSV."
)
TRACK_ZIPPED = (
    "{name} is a compressed file (as .kmz is). Unpack it, and choose the .kml, .gpx, .geojson or "
    ".csv file inside."
)
TRACK_BINARY = "{name} is not a text ({why}). Save the track as GeoJSON, GPX, KML or CSV, in UTF-8."
TRACK_BY_COLUMNS = "Not UTF-8; read as {encoding}, by the names of its columns."
TRACK_DAMAGED = (
    "{name} is not a readable {form} file: {why}. Export it again from the program that made it."
)
TRACK_DOCTYPE = (
    "{name} declares a document type or entities (DOCTYPE), which no track needs and which can do "
    "harm. Export it again, or delete that declaration."
)
TRACK_DEEP = (
    "{name} is nested more than {most} levels deep, as no track is. Export it again as a plain "
    "line."
)
TRACK_NOTHING = (
    "{name} holds no line and no points. A track is a LineString or points in order (GeoJSON, "
    "KML), track or route points (GPX), or rows with lon and lat (CSV)."
)
TRACK_COLUMNS = (
    "{name} lacks the column(s) {lacking}. The first line must name the columns, such as "
    "“time,lon,lat” or “name;lat;lon”; it names {found}."
)
TRACK_MORE_COLUMNS = "{count} more"
TRACK_NO_COLUMN = "none"
TRACK_NO_HEADER = (
    "{name} does not name its columns: its first line is “{line}”, and from numbers alone it "
    "cannot be told which are lon and which lat. Put a line above that names them: “lat,lon”, say."
)
TRACK_EMPTY_ROWS = {
    "one": "1 of {total:,} rows is empty and left out.",
    "many": "{count:,} of {total:,} rows are empty and left out.",
}
TRACK_TITLE_TURNED = (
    "The column “{title}” counts westward or southward, so its numbers were read as negative."
)
TRACK_TITLE_SIGNS = (
    "The column “{title}” counts westward or southward but has minus signs too; its numbers were "
    "read as they are."
)
TRACK_SHIPS = (
    "{name} holds {count} ships (column {column}). A track is of one ship: keep the rows of one."
)
TRACK_NO_POINT = "{name}: not one point can be used. {why} Mend the file and choose it again."
TRACK_ONE_POINT = (
    "{name} has only one place, {lon:.4f}, {lat:.4f}; a track needs two. {why} Add another point, "
    "or press on the map to see whose waters this one is in."
)
TRACK_TAKE_GOOD = "Take the {count} good points, or mend the file."
TRACK_BAD_ONE = "{place}: {what}. {rule}"
TRACK_BAD_MORE = "{count} points are left out: {listed}. {rule}"
TRACK_AND_MORE = " and {count:,} more"
TRACK_NO_POSITION = (
    "Without a position: {count:,} of {total:,} points (the first is {place}). The others are "
    "joined across the gaps."
)
TRACK_WIDE_RULE = (
    "Where numbers have a decimal comma, divide the columns with semicolons: “69,5;33,1”."
)
TRACK_LATITUDE = "latitude {value}"
TRACK_LONGITUDE = "longitude {value}"
TRACK_WIDE_ROW = "more cells than columns"
TRACK_NUMBER_RULE = (
    "Give decimal degrees, such as -170.25, west and south negative, or degrees and minutes with a "
    "letter, such as 170°15'W."
)
TRACK_GLOBE_RULE = (
    "Longitudes must be between -180 and 180 degrees (-360 to 360 also works), latitudes between "
    "-90 and 90."
)
TRACK_SWAPPED = "Are lon and lat swapped?"
TRACK_METRES = (
    "The numbers look like metres of a map projection: export the track in degrees (WGS 84)."
)
TRACK_PLACES = {"line": "line {number:,}", "point": "point {number:,}"}
TRACK_OTHER_SHAPES = "{shapes} not a line or a point; left out."
TRACK_OTHER_POINTS = "Besides the {kind}, the file has {others}, which the track leaves out."
TRACK_POINT_KINDS = {
    "trkpt": ("track point", "track points"),
    "rtept": ("route point", "route points"),
    "wpt": ("waypoint", "waypoints"),
}
TRACK_JOINED = "{count} lines were joined in the order of the file."
TRACK_REPEATED = "{repeats} of the same position as the one before; counted once."
TRACK_TIMES_UNREAD = (
    "{count:,} of {total:,} times cannot be read, such as “{example}”. Write them like "
    "2026-07-01T12:00:00Z."
)
TRACK_DAYS_FIRST = "Dates such as “{example}” were read with the day first."
TRACK_MONTHS_FIRST = "Dates such as “{example}” were read with the month first."
TRACK_TIMES_BACK = "The times run backwards at {points}; the order of the file is kept."
TRACK_TOO_LONG = (
    "{name} is {nm:,.0f} nautical miles long; at most {most:,} can be measured. Are these the "
    "points of several ships, or not in order? Keep one ship’s points, sorted by time."
)
UNDER_ONE = "under 1"
TRACK_ON_LAND = (
    "{nm:,.0f} nm of it ({percent} %) lie over land; the rules of the area are counted there too. "
    "{hint}"
)
TRACK_LAND_HINTS = {
    "dense": "Narrow water counts as land at this scale of the map.",
    "few": "Points far apart cut corners: add points there.",
    "most": "If this was at sea, check whether lon and lat are swapped, or west lacks its minus.",
}
TRACK_NOT_ASSESSED = (
    "{nm:,.0f} nm lie south of 50° N, where the app does not say whose waters they are."
)
TRACK_COARSE = "At this length the zones were compared every {step:.1f} nm only."
TRACK_NEAREST = "{name}, within {nm:.0f} nm over {percent:.0f} %"
TRACK_BY_HAND = "Set by hand"
TRACK_HAND_FULL = (
    "At most {most} points can be set by hand. Remove some, or add a file with the track instead."
)
TRACK_HAND_OFF = "{lon:g}, {lat:g} is off the globe. {rule}"
TRACK_HAND_NO_POINT = "There is no point {number}; the track has {count}."
VOYAGE_FIGURE = "Figure"
VOYAGE_CSV = "Table, CSV"
VOYAGE_GEOJSON = "Lines, GeoJSON"
VOYAGE_CITE = "Citation"
# Exports of a voyage.
VOYAGE_SEA_LANES = (
    "Tracks: in the Arctic from the catalogue of {app}, elsewhere the sea lanes of searoute"
    "{version}."
)
VOYAGE_SEA_LANES_TITLE = "searoute{version}: network of the world’s sea lanes"
VOYAGE_TRACKS_TITLE = "Arctic tracks, waters, rules and straits"
VOYAGE_PUBLISHED_TITLE = "Published distance by {way}, {nm} nm: {source}"
VOYAGE_SEASON_TITLE = "Season of {way}: {source}"
VOYAGE_DEPTH_TITLE = "Least depth of {strait}: {source}"
VOYAGE_LIMIT_TITLE = "Draught on {variant}: {source}"
VOYAGE_LIMIT_SEVERAL_TITLE = "Draught: {source}"
VOYAGE_CO2_TITLE = "CO₂ per tonne of fuel: {source}"
VOYAGE_SHIP_LINE = (
    "{ship}: {speed} kn in open water, {ice} kn in ice, draught {draught} m, {fuel} t a day of "
    "{name}. Longest time: whole Arctic leg at the speed in ice. No waiting, no canal time."
)
VOYAGE_FIGURE_SHUT = "shut"
VOYAGE_FIGURE_CO2 = "CO₂: {factor} t for each tonne of {fuel}; {source}"
VOYAGE_FIGURE_TO = "to {names}"
VOYAGE_FIGURE_MAPS = "Upper map: distances true at 70° N. Lower map: Mercator, {degrees}° wide."
VOYAGE_FIGURE_DEPTH = "least depth {depth} m, {strait}"
VOYAGE_ACCURACY = (
    "Ports", "Way", "Published, nm", "Our nearest variant, nm", "Variant", "Difference", "Source",
    "Note",
)  # fmt: skip
"""The heads of the table of published distances."""

# --- Voyages that passages, cards and the tour lead to --------------------------------------------

OFFER = "Measure this voyage: {origin} to {destination}"
OFFERS = "Measure a voyage"
TOUR_SHORTER = (
    "From {origin} to {destination} the published distances are {ours} nautical miles by this "
    "route and {theirs} by Suez: {percent} % shorter."
)
VOYAGE_NO_PASSAGES = "none"

# Voyages: the reader's own track on the page
OWN_TRACK = "Your own track"
OWN_TRACK_BACK = "Two ports instead"
OWN_TRACK_NEVER_STORED = "Read here, never stored"
OWN_TRACK_DROP = "Drop a track here"
OWN_TRACK_REPLACE = "Replace"
OWN_TRACK_REMOVE = "Remove"
OWN_TRACK_PENCIL = "Set points"
OWN_TRACK_LEAD = (
    "How far a ship went, whose waters it crossed, which rules met it, which straits it took, and "
    "which named route it kept to."
)
OWN_TRACK_FILES = (
    "GeoJSON, GPX, KML or CSV, up to 10 MB: a point a day as well as a point a second. CSV needs "
    "columns named lon and lat (or so in another language); a column time is read too."
)
OWN_TRACK_PRIVATE = (
    "The file is read on the server that runs this page, kept in memory while the page is open, "
    "and never written to disk. Only your project file keeps it."
)
OWN_TRACK_OR_HAND = (
    "Or press “Set points”, and then on the map: two points make a track. All of it works by "
    "keyboard too."
)
OWN_TRACK_READING = "Reading {name}"
OWN_TRACK_MEASURING = "Measuring {name}"
OWN_TRACK_TAKE = "Take the {count} good points"
OWN_TRACK_POINTS = "{count} points"
OWN_TRACK_DAYS = ("day", "days")
OWN_TRACK_HOURS = ("hour", "hours")
OWN_TRACK_MINUTES = ("minute", "minutes")
OWN_TRACK_SECONDS = ("second", "seconds")
OWN_TRACK_GAPS = {"one": "1 gap over 6 h", "many": "{count} gaps over 6 h"}
OWN_TRACK_HEAD = "Your track: "
OWN_TRACK_HEAD_EARLIER = "Your earlier track, {name}: "
OWN_TRACK_STILL = (
    "{failed} was not taken. Your earlier track, {name}, is still shown: “{remove}” above takes it "
    "away, the button here these lines."
)
OWN_TRACK_CLOSE = "Close this message"
OWN_TRACK_OFFERED = "A part of {name} cannot be used."
OWN_TRACK_INSTEAD = "Until you take them, your earlier track, {name}, is kept."
OWN_TRACK_KEEP = "Keep the earlier track"
OWN_TRACK_DROP_ANYWHERE = "Drop the file anywhere: it is read here and never stored."
OWN_TRACK_MILES = "{nm} nautical miles"
OWN_TRACK_STATES = " through the waters of {states}"
OWN_TRACK_STATE_COUNT = "{number} states"
OWN_TRACK_HIGH_SEAS = "; {nm} of them on the high seas"
OWN_TRACK_ALL_HIGH_SEAS = " on the high seas"
OWN_TRACK_METHOD = "Geodesic, every point; zones as the catalogue knows them."
OWN_TRACK_NEAREST = "Nearest named route: {nearest}."
OWN_TRACK_NO_NEAREST = "No named route lies within 100 nm."
OWN_TRACK_STRAIGHT = "Your track, pulled straight"
OWN_TRACK_LANES = {"law": "Law", "rules": "Rules", "straits": "Straits"}
OWN_TRACK_NO_RULES = "none over {nm} nm"
OWN_TRACK_NO_RULES_AT_ALL = "none on file along it"
OWN_TRACK_NO_STRAITS = "none on file along it"
OWN_TRACK_RULE_BAR = "{name}: {nm} nm"
OWN_TRACK_STRAIT_BAR = "{name}, {nm} nm"
OWN_TRACK_DEPTH = "Depth"
OWN_TRACK_NO_DEPTHS = "{names}: no least depth on file"
OWN_TRACK_DRAUGHT = "draught {draught} m"
OWN_TRACK_SPOKEN = "{lane}: {items}."
OWN_TRACK_SPOKEN_PART = "{name}, {start} to {end} nm"
OWN_TRACK_TABLE = {
    "from": "from nm",
    "zone": "Zone by zone ({count})",
    "length": "length",
    "rules": "Rules that meet it",
}
OWN_TRACK_NO_STATE = "No state"
OWN_TRACK_LETTER = "{letter} · "
OWN_TRACK_PART = "{name} (part)"
OWN_TRACK_NONE = "–"
OWN_TRACK_MORE_ROWS = "{count} more stretches are in the table to download."
OWN_TRACK_DRAWN = "Drawn with {drawn} of {count} points; measured with all"
OWN_TRACK_DRAWN_ALL = "Drawn and measured with all {count} points"
OWN_TRACK_LEGEND = {"track": "Your track", "nearest": "{name}, the nearest named route"}
OWN_TRACK_ALONG = "your track"
OWN_TRACK_MAP = "Map of the Arctic with your track"
OWN_TRACK_MAP_EMPTY = "Map of the Arctic"
OWN_TRACK_BEYOND = "All of it lies north of 84° N, beyond the map of the world."
OWN_TRACK_STRIP = "Map of the world with your track"
OWN_TRACK_ENDS = ("start", "end")
OWN_TRACK_CITED = "Track {name}: "
OWN_TRACK_CITE_NOTE = (
    "The track is the reader’s own; the app measured it and does not store it, so the address "
    "leads to the page without it."
)
OWN_TRACK_FIGURE_ZONES = {
    "from": "from nm",
    "zone": "Zone by zone",
    "length": "nm",
    "rules": "Rules",
}
OWN_TRACK_FIGURE_ALONG = "the track"
OWN_TRACK_FIGURE_STRAIGHT = "The track, pulled straight"
OWN_TRACK_FIGURE_MORE = "… and {count} more stretches, in the table to download."
OWN_TRACK_FIGURE_NEAREST = "Dashed: {name}, the nearest named route."
OWN_TRACK_FIGURE_OWN = "The track is the reader’s own, and not stored."
OWN_TRACK_FIGURE_ZONES_BY = "Maritime zones, areas of rules and straits: {app}, calculated."
OWN_TRACK_CSV = "Table, CSV"
OWN_TRACK_GEOJSON = "Lines, GeoJSON"
OWN_TRACK_YOURS = "Your track"
OWN_TRACK_POINT = "Point"
OWN_TRACK_POINT_ROW = "{number}: {lon:.3f}, {lat:.3f}"
OWN_TRACK_NEW_POINT = "New point at the end"
OWN_TRACK_LON = "Longitude"
OWN_TRACK_LAT = "Latitude"
OWN_TRACK_ADD = "Add"
OWN_TRACK_MOVE = "Move it there"
OWN_TRACK_INSERT = "Add before it"
OWN_TRACK_REMOVE_POINT = "Remove it"
OWN_TRACK_UNDO = "Undo"
OWN_TRACK_PRESS = "Press on the map to add a point, or give its degrees here."
OWN_TRACK_PRESS_MOVES = "Press on the map to move point {number}, or give its degrees here."
OWN_TRACK_ONE_MORE = "One point is set; one more makes a track."
OWN_TRACK_OFF_DISC = "That place is beyond the edge of the map."
OWN_TRACK_LOST = "Your own track in this project file could not be read: {why}"
OWN_TRACK_LEFT_OUT = (
    "Your own track has {count} points; a project file keeps at most {most}, so it is not in it."
)
OWN_TRACK_RULE_NAMES = {
    "polar-code-waters": "Polar Code",
    "heavy-fuel-oil-ban": "Fuel oil ban",
    "svalbard-heavy-fuel-oil-ban": "Svalbard fuel oil ban",
    "northern-canada-vts-zone": "NORDREG, Canada",
    "nsr-water-area": "Northern Sea Route area",
    "central-arctic-fisheries": "Fisheries agreement",
    "eca-canadian-arctic": "Emission area (2027)",
    "eca-norwegian-sea": "Emission area (2027)",
    "eca-north-sea": "Emission area",
    "eca-baltic": "Emission area",
    "eca-north-american": "Emission area",
}
"""What stands on a bar for each area of rules; those that are missing stand there by name."""
OWN_TRACK_CONTROL_ZONE = ("Shipping Safety Control Zone", "Control Zone")
OWN_TRACK_METHOD_TEXT = """
**Length.** The sum of the geodesics (WGS 84) between all points of the file in their order; a
position that repeats the one before counts once. The line on the map is simplified, the measure is
not.

**Waters and rules.** The track is compared with the zones of the catalogue every half nautical
mile, on tracks of over 100,000 nm more coarsely. Greenland and the Faroe Islands are named as such
and counted with Denmark. South of 50° N nothing is assessed.

**Straits.** A strait counts where the track crosses the line across it.

**Nearest route.** The named route or corridor that lies nearest over most of the track, and within
how many miles nearly all of it lies.

**Not in it.** Whether points far apart cut a corner over land is only noted, not mended. Not for
navigation.
"""

# The page of the season.

SEASON = "Season"
LINK_UNKNOWN = "The link asks for the {what} “{value}”, which does not exist; the rest is shown."
NO_DAY = (
    "The link asks for the day “{day}”, which does not exist; a day is written as 2025-02-26. The "
    "rest is shown."
)
DAY_OUT_OF_RANGE = (
    "The link asks for the day “{day}”; days here go from {first} to {last}. The rest is shown."
)
NO_MONTH = "The link asks for month “{month}”; months are 1 to 12. The rest is shown."
NO_YEAR = "The year to compare, “{year}”, is no year; the table of extents has {first} to {last}."
YEAR_BEFORE = "The year to compare, {year}, is before the table of extents: {first} to {last}."
YEAR_AFTER = "The year to compare, {year}, is after the table of extents: {first} to {last}."
NO_ICE_CLASS = "“{name}” is no ice class of the table: {known}."
SEASON_ROUTE = "Route"
SEASON_ROUTES = {"nsr": "Northern Sea Route", "nwp": "Northwest Passage"}
SEASON_WAY = "Way"
SEASON_ARTICLE = "Article"
SEASON_ON = "On"
SEASON_ARTICLE_DAY = "the article’s day"
SEASON_TODAY = "today"
SEASON_BACK = "Back to {day}, the article’s day"
SEASON_QUESTIONS = {
    "when": "When can it be sailed?",
    "ice": "Through what ice?",
    "less": "Is it getting less?",
    "sails": "Who sails?",
    "polaris": "May this ship go?",
    "claims": "Do the article’s numbers hold?",
}
SEASON_JUMPS = "On this page"
SEASON_CITE = "Cite"
SEASON_PRINT = "Print"
LEAD_ARTICLE, LEAD_ARTICLE_PLAIN = "The article:", "The article: “{headline}”{by}."
LEAD_ON = "On"
LEAD_WHOSE = {
    "article": ", the day of this article, ",
    "chosen": ", the day you chose, ",
    "today": ", today, ",
}
LEAD_AND = ", and "
LEAD_NWP_SHUT = {
    "past": "no ship of {types} could take the Northwest Passage {by}",
    "now": "no ship of {types} may take the Northwest Passage {by}",
}
LEAD_NWP_OPEN = {
    "past": "the Northwest Passage was open {by} to {types} on {ways}",
    "now": "the Northwest Passage is open {by} to {types} on {ways}",
}
LEAD_UNTIL = " (until {day} at the latest)"
LEAD_LAST_DAY = " (for the last day)"
LEAD_BY_DATE, LEAD_BY_LAW_OF_NOW = "by date", "by the dates that are law now"
LEAD_NSR_OTHER_YEAR = "transits of the Northern Sea Route ran from {first} to {last} in {year}"
LEAD_NSR_OPEN = {
    "past": "transits of the Northern Sea Route went on until {day}",
    "now": "transits of the Northern Sea Route go on until {day}",
}
LEAD_NSR_LAST = {
    "past": "the last transit of the Northern Sea Route left it on that day",
    "now": "the last transit of the Northern Sea Route leaves it on that day",
}
LEAD_NSR_OVER = {
    "past": "transits of the Northern Sea Route had ended on {day}",
    "now": "transits of the Northern Sea Route have ended on {day}",
}
LEAD_NSR_SHUT = {
    "past": "the first transit of the Northern Sea Route was {days} away",
    "now": "the first transit of the Northern Sea Route is {days} away",
}
LEAD_DAYS = "{days} days"
LEAD_ONE_DAY = "one day"

# The season, block by block: when it can be sailed.

LAW_TABLE_MISSING = "The dates cannot be shown: {reason} Restore it from the repository."
LAW_NO_ZONES = "The dates cannot be shown: no zone of Canadian law is known along a way."
LAW_PLURAL = {"Type": "Types", "Arctic Class": "Arctic Classes"}
LAW_FROM_TO = "{kind} {first} to {last}"
LAW_AND_BELOW = "{name} and below"
LAW_WAY, LAW_WAYS = "Way", "Ways"
LAW_ZONE, LAW_ZONES = "zone", "zones"
LAW_TYPES_HEAD = "Northwest Passage: dates in law, by ship type"
LAW_CLASSES_HEAD = "Northwest Passage: dates in law, by Arctic class"
WINDOWS_HEAD = "Northern Sea Route: published windows, not law"
LAW_THROUGH = "{ways}, through {strait}"
LAW_THROUGH_ZONES = "{ways}, through {zones} ({miles})"
LAW_NEVER = "on no day by date"
LAW_NEVER_BUT = "on no day by date: only by POLARIS or AIRSS"
LAW_DAYS = "days"
LAW_N_DAYS = "{days} days"
LAW_NM = "{nm} nm"
LAW_NM_SPAN = "{low} to {high} nm"
LAW_BY_ZONE = {False: "zone by zone +", True: "zone by zone −"}
"""By whether the zones are unfolded."""
LAW_BY_ZONE_OF = "Zone by zone: {category}, {ways}"
LAW_ONE_ZONE = "zone {zone}"
LAW_DECIDES = "zone {zone} decides"
LAW_ZONES_AS_OF = "for {category}; what is shut to it is shut to all of them"
LAW_ZONE_ON = "ways {ways}"
LAW_ZONE_ON_ONE = "way {ways}"
LAW_ZONE_SHUT = "zone {zone}: no entry"
LAW_ZONE_ALL_YEAR = "zone {zone}: all year"
WINDOW_NAME = "{what}, {period}"
WINDOW_LAPSED = "{what}, lapsed"
WINDOW_SEASONS = "seasons {period}"
DAY_LABELS = {
    "article": "{day}, the article",
    "chosen": "{day}, your day",
    "today": "{day}, today",
}
LAW_ANSWER = "By date, {open} on the Northwest Passage{none}."
LAW_ANSWER_OPEN = "{types} have {days} days"
LAW_ANSWER_ONE = "{types} has {days} days"
LAW_ANSWER_NONE = ", {types} none"
LAW_ANSWER_NEVER = "By date, no ship of {types} may take the Northwest Passage on any day."
WINDOWS_ANSWER = "The Northern Sea Route’s season of {period} lasted {days} days."
LAW_RESTS_HEAD = "Law:"
LAW_RESTS = (
    "Canada’s {title}, {as_of}, laid over this project’s tracks; {note}. A window is the days on "
    "which every zone of the way is open; outside it only by POLARIS or AIRSS, section 8(2)."
)
LAW_CORNER = "{ways} touch {zones} at a corner only, for {nm} nm as drawn."
LAW_LEFT_OUT = (
    "Less than two miles in a zone is not counted: ways 2 to 7 are drawn over a corner of zone "
    "{zone} for {nm} nm."
)
LAW_NAMES = (
    "PC is Polar Class, CAC Canadian Arctic Class; 1A Super to 1C are Baltic classes, which "
    "POLARIS writes IA Super to IC. AIRSS is Canada’s Arctic Ice Regime Shipping System."
)
LAW_CLASSES_FOLD = "Nine Arctic classes:"
LAW_SHOW = {False: "show", True: "hide"}
WINDOW_PUBLISHER = "{publisher} ({period})"
WINDOWS_RESTS_HEAD = "Published:"
WINDOWS_RESTS = (
    "{publishers}. Russia’s rules in force, Decree 1487 of 2020 with its 28 areas, were not found: "
    "no date is computed from the lapsed table."
)
LAW_RESTS_SHORT = "Law {as_of}, on this project’s tracks; windows as published."
LAW_RESTS_FOLD = "What it rests on"
LAW_NO_WAY = "`{name}` is no way of the Northwest Passage: {known}."
LAW_CALENDAR = "Calendar: when each way can be sailed, by ship"
LAW_TABLE_COLUMNS = ("Route", "Ways", "Ships or season", "Open", "Days", "What decides", "Kind")
LAW_KIND = "law"
WINDOWS_KIND = {False: "published, not law", True: "lapsed rule"}
LAW_NO_DATE = "no day by date"
CARD_SEASON = "Season"
CARD_SEASON_OF = "{what}, {who}; published, not law"
CARD_SPAN = "{first} to {last}"
CARD_DAYS = "{span} {year}, published"
CARD_TYPE_DAYS = "{category}: {days}"
CARD_LAW = "On {ways}, by law; others: {others}."
CARD_LAW_ALONE = "On {ways}, by law: only by POLARIS or AIRSS."
CARD_TYPE = "{category} {days}"
CARD_NEVER = "never"
CARD_ICE = "Ice in {month}, 15 % and more"
CARD_ICE_NORMAL = "ice: normal of {years}"

# The season: the ice along the routes.

ICE_GRID_MISSING = (
    "The normal of sea ice cannot be shown: {reason} Restore it from the repository, or build it "
    "with `python -m geo.catalogue.recipes.season`."
)

ICE_YEARS = "1981 to 2010"
ICE_ANSWER = "In ice of 15 % and more on the ways shown, {years}: {months}."
ICE_IN_MONTH = "in {month} {shares}"
ICE_SHARE_OF = "{share} of {route}"
ICE_ALL, ICE_NONE, ICE_UNDER_ONE, ICE_SHARE = "all", "none", "under 1 %", "{percent} %"
ICE_WAY = "{way}, miles"
ICE_STRIP_SAID = (
    "Ice along {route}, {way}, normal of {years}: miles with 15 % of ice and more by month: "
    "{months}."
)
ICE_PLACE_NM = "{nm:,.0f}"
ICE_MONTH_BUTTON = "Show {month}"
ICE_OTHER_STRIP = "{route}, {way}"
ICE_RESTS_FIRST = "A normal of {years}, not the day’s ice. Straits are narrower than a cell."
ICE_RESTS_MORE = "What it rests on"
ICE_RESTS = (
    "Mean concentration by month on a grid of 1.9 degrees, from the field in the package jcm "
    "3.0.0. Where that field comes from is not stated; its extents agree with NSIDC’s means of "
    "{years} within 0.37 million km². "
)
ICE_RESTS_STRONG = "A normal of those years, not the day’s ice."
ICE_RESTS_END = (
    " Straits are narrower than a cell: read them as the sea around. Heavy line: 15 %. Of the "
    "other route the way with the least ice in its barest month is shown."
)
ICE_TABLE_CAPTION = (
    "{route}, {way}: mean concentration in per cent on each stretch, normal of {years}"
)
ICE_TABLE_STRETCH = "Stretch"
ICE_TABLE_NM = "Miles"
ICE_TABLE_FROM_TO = "{start} to {end}"
ICE_TABLE_SHARE = "Share of the miles with 15 % and more"
ICE_SOURCE = (
    "Field icec of the package jcm 3.0.0 (Apache-2.0), 1.9 degrees, monthly means of the clipped "
    "interpolation, along this project’s tracks"
)
ICE_CONFIDENCE = "calculated; the origin of the field is not stated; a normal of 1981 to 2010"
ICE_CARD_SHARE = "15 % and more on {share} of the miles"
ICE_CARD_SAID = "{share}. From the beginning to the end: {runs}."
ICE_CARD_RUN = "{nm:,.0f} nm of {kind}"
ICE_CLASS_NAMES = ("open, under 15 %", "15 to 40 %", "40 to 70 %", "70 to 90 %", "90 to 100 %")
SEASON_ALL_OF = "All of the season"

# The season: the map of the ice.

MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
MONTHS_SHORT = tuple(name[:3] for name in MONTH_NAMES)
ICE_MAP = "Map of the Arctic: mean sea ice of a month, its 15 % edge, {names}"
ICE_MAP_AND = "and"
ICE_MAP_HEAD = "mean concentration, normal of 1981 to 2010"
ICE_EDGE = ("15 % edge,", "{month}")
ICE_EDGE_MARKED = ("edge in {month},", "{whose}")
ICE_EDGE_BOTH = ("15 % edge, {month},", "{whose}")
ICE_WHOSE_MONTH = {
    "article": "the article’s month",
    "chosen": "the month of your day",
    "today": "this month",
}
ICE_MONTH = "Month"
ICE_PLAY = "Play the year"
ICE_STOP = "Stop"
ICE_LEGEND = "Mean concentration; the line is the edge at 15 %"
ICE_LEGEND_STEPS = ("open, under 15 %", "40", "70", "90", "100")
ICE_TABLE = "Area with ice by month, as a table"
ICE_TABLE_HEADS = ("Month", "15 % and more, million km²")
ICE_TABLE_NOTE = (
    "Area of sea in the cells of the field that have 15 % of ice and more. A normal of 1981 to "
    "2010, not the ice of a year."
)
ICE_ON_ATLAS = "On the Atlas"
ICE_LAYER = {
    "title": "Sea ice, % of the sea",
    "head": "{month}, mean sea ice",
    "month": ICE_MONTH,
    "play": ICE_PLAY,
    "stop": ICE_STOP,
    "edge": " ".join(ICE_EDGE),
    "marked": " ".join(ICE_EDGE_MARKED),
    "both": " ".join(ICE_EDGE_BOTH),
    "note": f"Mean {ICE_YEARS}, not today’s ice",
    "season": SEASON,
    "season_about": "The page Season at this month",
    "polar_only": "Sea ice is drawn on the polar map only.",
}
"""The words of the map's layer of ice, by the names that `geo/draw/web/ice.js` asks for."""

# The season: whether ice gets less.
SEASON_EXTENT_MISSING = (
    "The table of extents cannot be shown: {reason} Restore it from the repository."
)
SEASON_LESS_MONTHS = (
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
)  # fmt: skip
SEASON_LESS_MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
SEASON_LESS_YES = "Yes. September loses about {change} million km² each ten years{month}."
SEASON_LESS_NO = "No. September gains about {change} million km² each ten years{month}."
SEASON_LESS_RANK = ", and {month} {year}, {whose}, is {place} {month} since {first}"
SEASON_LESS_NO_FIGURE = "; {month} {year}, {whose}, has no figure in the table"
SEASON_WHOSE_MONTH = {
    "article": "the article’s month",
    "chosen": "the month you chose",
    "today": "this month",
}
SEASON_LOWEST_PLACE = "the lowest"
SEASON_NTH_LOWEST_PLACE = "the {nth} lowest"
SEASON_EXTENT_TITLE = ("Extent by month", "million km²")
SEASON_SEPTEMBER_TITLE = ("September since {first}", "million km²")
SEASON_NORMAL = "1981–2010"
SEASON_LOWEST = "{year}: {extent}"
SEASON_LOWEST_EVER = "{year}: {extent}, the lowest"
SEASON_MARK_WHEN = "{month} {year}"
SEASON_MARK = "{when}: {extent}"
SEASON_MARK_NONE = "{when}: no figure"
SEASON_MARK_MEAN = "mean of 1981 to 2010: {extent}"
SEASON_MARK_MEAN_SHORT = "mean: {extent}"
SEASON_SEPTEMBER = "{year}: {extent}"
SEASON_TREND = "trend {change} each ten years"
SEASON_TREND_OF = "straight line, {count} Septembers"
SEASON_DAY_WORDS = {
    "article": ("{day}, the article", "article"),
    "chosen": ("{day}, chosen", "chosen"),
    "today": ("{day}, today", "today"),
}
SEASON_COMPARE, SEASON_WITH = "Compare", "with"
SEASON_RANGE = "range of {first} to {last}"
SEASON_LESS_CAPTION = "NSIDC Sea Ice Index G02135: {spans}. {gaps}"
SEASON_SPANS = {
    "monthly": "months to {last} from version {version}",
    "daily": "from {first} to {month} {last} as means of its daily values",
    "september": "Septembers from version {version}",
}
SEASON_LAST_YEAR_GAPS = (
    "Of {year} only {months} are in the table; the other months stay blank, not drawn through."
)
SEASON_DAY_OUTSIDE = (
    "{month} {year}, {whose}, is {side} the table, which goes from {first} to {last}: it has no "
    "figure."
)
SEASON_DAY_GAP = "{month} {year}, {whose}, has no figure in the table: it stays a gap."
SEASON_DAY_NO_LINE = "The chart of Septembers, {first} to {last}, has no line for it."
SEASON_SIDES = ("before", "after")
SEASON_YEAR_GAPS = "{year} has no figure for {months}: no line is drawn there."
SEASON_YEAR_ONLY = "Of {year} only {months} are in the table."
SEASON_MONTH_OF = "{month} {year}"
SEASON_LESS_ALT = (
    "Line chart of the extent by month, {years}, in million km², with the mean of 1981 to 2010. "
    "{answer} All figures are in the table below."
)
SEASON_SEPTEMBER_ALT = (
    "Line chart of September’s extent from {first} to {last} in million km²: {trend}. "
    "All figures are in the table below."
)
SEASON_CHART_TABLE = "Table"
SEASON_CHART_CSV, SEASON_CHART_FIGURE = "CSV", "Figure"
SEASON_YEAR_HEAD = "Year"
SEASON_RESTS_ON = "Rests on"
SEASON_RESTS = {
    "monthly": "monthly, 3.0",
    "daily": "means of daily values, 3.0",
    "september": "September, 4.0",
}
SEASON_EXTENT_TABLE = "Extent in million km², by year and month; an empty cell has no figure"
SEASON_TABLE_SCROLLS = "{rows} rows: scroll in the table, or move in it by arrow keys."
SEASON_SOURCES_TABLE = "What the extents rest on"
SEASON_FIGURES_LAST = " and "
SEASON_SOURCE_HEADS = ("Rests on", "Version", "Source", "Confidence")
SEASON_MEAN_ROW = "Mean 1981–2010"

# The season: who sails.
SEASON_TRAFFIC_MISSING = (
    "The table of traffic cannot be shown: {reason} Restore it from the repository."
)
SEASON_MONTH_SAID = "{month} {year}: {extent} million km²"
SEASON_SAILS_CARGO = (
    "{cargo} million tonnes went by the Northern Sea Route in {year} ({who}){transit}."
)
SEASON_SAILS_TRANSIT = "{cargo}, on {voyages} voyages{until} ({who})"
SEASON_SAILS_TRANSIT_CARGO = "; {cargo} in transit ({who})"
SEASON_SAILS_BOTH = "Where counters differ, both stand."
SEASON_CARGO_TITLE = ("Cargo on the Northern Sea Route", "million tonnes")
SEASON_TRANSITS_TITLE = ("Transits of the Northern Sea Route", "voyages")
SEASON_SHIPS_TITLE = ("Ships in the Polar Code area", "unique, a year")
SEASON_CONTAINERS_TITLE = "China to Europe, container voyages ({who})"
SEASON_COUNTED_BY = "counted by {who}"
SEASON_IN_YEAR = "in {year}"
SEASON_NO_FIGURE_BETWEEN = "years between: no figure kept"
SEASON_KEY_FIRST = "first count of the year"
SEASON_KEY_EMPTY = "no source seen, as a ? says too: recalled, derived, or from a note"
SEASON_KEY_OTHER = "another count of it"
SEASON_KEY_WHO = "Who counted, under each year and at both of two figures:"
SEASON_KEY_NOBODY = "nobody named"
SEASON_SAILS_CAPTION = "Sources by year in the table."
SEASON_WHOLE_LENGTH = "{year}: only {whole} of {transits} ran the whole length."
SEASON_LAST_CARGO = "{year}: cargo {counter}{expected}; transits {transits}{until}."
SEASON_COUNTED_TO = "to {day}"
SEASON_SHIPS_ONLY = "Ships: {counter}."
SEASON_EXPECTED = " ({value} had been expected)"
SEASON_COUNT_UNTIL = ", to {day}"
SEASON_SHIPS_CAPTION = "Ships: {counter}; distance sailed, as printed: {years}."
SEASON_DISTANCE_ONE = "{values} million nm for {year}"
SEASON_FIGURES_AND = " and "
SEASON_COLUMNS_ALT = (
    "Column chart of {title} by year, in {unit}: {values}. "
    "All counts with their sources are in the table below."
)
SEASON_VALUE_ALT = "{year} {value} ({counter})"
SEASON_COUNTER_WEAK = "{counter}, {confidence}"
SEASON_CONFIDENCES = {
    "checked": "checked",
    "recalled": "recalled, no source seen",
    "derived": "derived from another figure",
    "not seen": "from a note, its publication not seen",
}
SEASON_BOTH_ALT = "{year} {value} ({counter}) or {other} ({other_counter})"
SEASON_TRAFFIC_HEADS = (
    "Year", "What", "Count", "Unit", "Who counts", "Source", "Confidence", "Note",
)  # fmt: skip
SEASON_TRAFFIC_TABLE = "Counts by year and by who counts; the first of a year is drawn"
SEASON_SUBJECTS = {
    "cargo": "Cargo, Northern Sea Route",
    "cargo_expected": "Cargo expected",
    "transits": "Transits, Northern Sea Route",
    "transits_whole_length": "Transits of the whole length",
    "transit_cargo": "Cargo in transit",
    "ships": "Ships in the Polar Code area",
    "distance": "Distance sailed there",
    "containers": "Container voyages, China to Europe",
    "container_cargo": "Container cargo",
}

# The season: the risk index of POLARIS.

NO_ICE_TYPE = "“{name}” is no type of ice of the table: {known}."
TENTHS_WRONG = "These are {tenths} tenths; give 10."
TENTHS_ONE = "This is {tenths} tenth; give 10."
TENTHS_OF_ONE = "{ice} cannot have {tenths} tenths; give 0 to 10."
TENTHS_GIVEN = "“{given}” is not written as TYPE=TENTHS, such as thick_fy=5."
POLARIS_MISSING = "{reason} So there is no sum."
POLARIS_APART = "The tables do not agree on ice classes and types of ice."
POLARIS_CLASS = "Ice class"
POLARIS_NO_CLASS = "none"
POLARIS_EXAMPLE = "Example"
POLARIS_OWN = "your own"
POLARIS_EXAMPLES = {
    "old-ice": "old ice in the way",
    "october": "open water with grey ice in October",
    "february": "first-year ice in February",
    "loose": "loose floes in summer",
    "pack": "the pack of the central Arctic",
}
POLARIS_ICE = {
    "ice_free": "Open water",
    "new": "New",
    "grey": "Grey",
    "grey_white": "Grey-white",
    "thin_fy_1": "Thin first-year, first stage",
    "thin_fy_2": "Thin first-year, second stage",
    "medium_fy_lt_1m": "Medium first-year",
    "medium_fy": "Medium first-year",
    "thick_fy": "Thick first-year",
    "second_year": "Second-year",
    "light_my": "Light multi-year",
    "heavy_my": "Heavy multi-year",
}
POLARIS_THICK = {
    "from": "over {low:g}\u00a0m",
    "to": "under {high:g}\u00a0m",
    "both": "{low:g} to {high:g}\u00a0m",
}
POLARIS_ADD = "+ ice type"
POLARIS_TIMES = "× {value}"
POLARIS_TENTHS = "{tenths} of 10 tenths"
POLARIS_SUM = "sum {total}"
POLARIS_LEVELS = {
    "normal": "normal operation",
    "elevated": "elevated risk",
    "special": "subject to special consideration",
}
POLARIS_BANDS = {
    "normal": "normal operation",
    "elevated": "elevated",
    "special": "special consideration",
}
POLARIS_SPEED = "{level}, no faster than {knots:g} knots"
POLARIS_ALONE = "{total}: {level}."
POLARIS_ESCORTED = "Behind an icebreaker {total}: {level}."
POLARIS_MARKS = {"alone": "{total} alone", "escorted": "{total} escorted"}
POLARIS_SCALE = "Scale from −30 to 30: {alone}, {escorted}."
POLARIS_CAPTION = (
    "POLARIS, IMO MSC.1/Circ.1519 (2016), table 1.3, ice not decayed. Escort adds {escort} in "
    "planning."
)
POLARIS_SPELLING = "1A Super to 1C are IMO’s IA Super to IC."
POLARIS_CAVEAT = "A sum, not a permission."
POLARIS_IS_EXAMPLE = "The mix is an example, not an observation."
POLARIS_VALUES = "All values: 12 ice classes, 12 types of ice"
POLARIS_HEADS = {"ice": "Type of ice", "speed": "Knots at elevated risk"}
POLARIS_NO_SPEED = "–"
POLARIS_FIGURE_SCALE = "The sum on its scale, alone and behind an icebreaker"
POLARIS_FIGURE_MIX = ("The mix of ice", "tenths, times the value for the ice class")

# The season: the satellite picture of the day.

DAY_SHOW = "Show the day itself: satellite picture of {day} (NASA, needs a network)"
DAY_HIDE = "Show the normal of the month"
DAY_CREDIT = "NASA GIBS, {day}"
DAY_WAITING = "Asking NASA for the picture of {day}; the normal of the month stays until then."
DAY_ATTRIBUTION = (
    "We acknowledge the use of imagery provided by services from NASA’s Global Imagery Browse "
    "Services (GIBS), part of NASA’s Earth Science Data and Information System (ESDIS). Sea ice "
    "concentration of one day, AMSR2, 12 km; the colours are NASA’s."
)
DAY_FAILED = (
    "The day’s picture needs a network: NASA’s server did not answer. The normal of the month "
    "stays."
)
DAY_AGAIN = "Try again"
DAY_NONE = "NASA’s daily picture begins on {first} and ends today, so there is none of {day}."

# The season: the numbers of the article.
CLAIMS_COLUMNS = ("Said", "About", "Beside it", "Verdict")
CLAIMS_TABLE = "The article’s numbers, and what stands beside them"
CLAIMS_IN_ARTICLE = "In this article, {article}"
CLAIMS_IN_SOURCES = "In other sources of the catalogue"
CLAIMS_IN_OTHERS = "In other articles, on the same"
CLAIMS_NONE = "This article gives no number on a route, port or ice."
CLAIMS_NO_ARTICLE = "There is no article to read numbers in."
CLAIMS_ANSWER = "Of {read}, {verdicts}."
CLAIMS_VERDICTS = {
    "agrees": ("{count} agrees", "{count} agree"),
    "differs": ("{count} differs", "{count} differ"),
    "unknown": ("{count} cannot be told", "{count} cannot be told"),
}
CLAIMS_READ = "{read} read on routes, ports, states and ice."
CLAIMS_READ_LEFT = "{read} read, {left} left alone: {quotes} was not read as about any of these."
CLAIMS_READ_LEFT_MANY = (
    "{read} read, {left} left alone, as {quotes}: not read as about any of these."
)
CLAIMS_METHOD = (
    "A number is read by rule, and left alone where no rule fits. Said exactly, it agrees within "
    "half of its last place (a tenth at most), said with “about” within a tenth; what differs is "
    "measured to the nearer end."
)
CLAIMS_QUOTE = "“{quote}”"
CLAIMS_CSV = "The article’s numbers as CSV"
CLAIMS_CSV_NAME = "numbers-checked.csv"
CLAIMS_FOLD = "Numbers"
CLAIMS_AGREES = "Agrees"
CLAIMS_AGREES_MILES = {"nm": "Agrees as nautical miles", "mi": "Agrees as statute miles"}
CLAIMS_DIFFERS = "Differs by {gap}"
CLAIMS_UNKNOWN = "Cannot be told"
CLAIMS_OR = " or "
CLAIMS_SAME = "Says the same"
CLAIMS_QUANTITIES = {
    "length": "length",
    "distance": "distance",
    "distance saving": "distance saved",
    "time": "time",
    "time saving": "time saved",
    "share": "share",
    "cargo": "cargo",
    "transit cargo": "cargo in transit",
    "voyages": "voyages",
    "ships": "ships",
    "containers": "containers",
    "ice extent": "extent of the ice",
    "ice change": "change of the ice",
    "count of states": "number of states",
    "year": "date",
}
CLAIMS_ABOUT = "{quantity}, {year}"
CLAIMS_BESIDE = {
    "drawn": "{span}, {who} ways as drawn",
    "drawn once": "{span} as drawn",
    "printed": "{span} ({source})",
    "way": "{span}, as measured between the ports",
    "saving": "{span}, as measured between the ports",
    "count": "{span} in {year} ({who})",
    "days": "{span} at the speeds of the ships of the page Voyages",
    "days of route": "{span} for the route alone, at the speeds of the ships of the page Voyages",
    "days saved": "{span} at the speeds of the ships of the page Voyages",
    "season": "{span} published ({who})",
    "recalled": "{span} in {year} ({who}, recalled only)",
    "derived": "{span} in {year} ({who}, derived)",
    "not seen": "{span} in {year} ({who}, publication not seen)",
    "extent": "{span}, mean of {month} {year} ({who})",
    "trend": "{span} each ten years, {month} to {year} ({who})",
    "members": "{span} in the catalogue: {who}",
    "observers": "{span} in the catalogue: {who}",
    "arctic members": "{low} of the {year} Arctic states are in {who}",
    "white paper": "White paper of {who}",
}
CLAIMS_REASONS = {
    "no figure": "No figure of this kind is kept.",
    "no speed": "A time depends on the ship’s speed, which is not stated.",
    "longer": "It may hold waiting, stops or a slower ship.",
    "season": "A season depends on the ship and the year.",
    "no season": "No season is published of it here.",
    "ships": "These are transits, and a ship may make several.",
    "no count": "No such count is kept of it.",
    "no table": "The table of traffic is not in this copy.",
    "no year": "No year is stated.",
    "no count of year": "No count of that year is kept.",
    "no length": "Its length is not measured here.",
    "no ends": "No two ports with a way between them are stated.",
    "no two ways": "No two ports and two ways are stated.",
    "no month": "No month and year are stated.",
    "no extent": "No extent of that month is kept.",
    "no extent of sea": "Extents are kept of the whole Arctic only.",
    "day of ice": "A day may lie so far from the mean of its month.",
    "no trend": "No trend of this kind is kept.",
    "no members": "No list of them is kept.",
    "some of them": "It may be some of them.",
    "no date": "No list of days is kept.",
    "plan": "A target, a forecast or a possibility.",
    "part": "It may be a part of the whole.",
    "miles": "Miles may be nautical or statute, and neither agrees.",
}
CLAIMS_TO = "{low} to {high}"
CLAIMS_UNITS = {
    "nm": "{value} nm",
    "mi": "{value} miles",
    "km": "{value} km",
    "km2": "{value} km²",
    "mi2": "{value} square miles",
    "%": "{value} %",
    "t": "{value} tonnes",
    "days": "{value} days",
    "hours": "{value} hours",
    "months": "{value} months",
    "voyages": "{value} voyages",
    "ships": "{value} ships",
    "teu": "{value} teu",
    "states": "{value} states",
    "year": "{value}",
}
CLAIMS_MILLION = "{value} million"
CLAIMS_SOURCE_COUNTS = {
    "cargo": "cargo in {year}",
    "transits": "transits in {year}",
    "transit_cargo": "cargo in transit in {year}",
}
CLAIMS_TWO_COUNTERS = "Two counters, both kept"
CLAIMS_EVIDENCE_NONE = "The articles give no number on a route, port or ice that a rule reads."

# The season: its files.
