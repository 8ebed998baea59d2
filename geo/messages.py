"""The sentences, labels and headings of the interface, ready for translation.

Titles of layers and of frames stand in the tables that define these (`geo.draw.layers`,
`geo.draw.frames`), names and notes of features in the catalogue, reasons of errors where they are
raised.
"""

APP = "Arctic Passages"
PAGE_TITLE = "Arctic Passages: a map of Arctic shipping and its articles"
NOT_FOR_NAVIGATION = "Not for navigation"
CONNECTION_LOST = (
    "Connection to the server lost; reconnecting. Your last click will be answered then. The "
    "address keeps the view, so you can also reload the page."
)
CONNECTION_BACK = (
    "Connected to the server again. If your last click was not answered, please click again."
)
SESSION_FORGOTTEN = (
    "The connection was lost for so long that the server no longer has your articles and edits. "
    "Please add them again or open your project file; the address keeps the view."
)
EXPORT_FAILED = (
    "This file could not be created. Press its button again; if that fails too, reload the page "
    "(the address keeps the view) or choose another format."
)
CONNECTION = {
    "lost": CONNECTION_LOST,
    "back": CONNECTION_BACK,
    "forgotten": SESSION_FORGOTTEN,
    "failed": EXPORT_FAILED,
}
COMMANDS_LEAD = (
    "Find out whose waters a point or a route is in, and find the names in a text. Each result is "
    "one JSON line. `COMMAND --help` lists the options."
)
COMMANDS = {
    "zone": "show the zone at a point, or at each point of a CSV file",
    "waters": "list nautical miles by state and zone along each route",
    "build": "recalculate the waters along the routes (needs the repository)",
    "link": "find the mentions in texts",
    "targets": "list every feature that can be mentioned",
    "score": "print precision, recall and F1 on annotated texts",
    "explain": "list every wrong or missing mention in annotated texts",
}

NATIONS = "Nations"
NATIONS_HELP = (
    "Shows what a nation has a role in: routes with at least one nautical mile in its waters, "
    "whatever it administers, sponsors or claims, its ports and its land. Choose a role to narrow "
    "this down; About has the details."
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
RESET = "Clear the filter"
MORE_PROBLEMS = "… and {count} more in the same file."
NOTICES = "{count} notices. {first}"
NOTHING_LEFT = "Nothing matches this filter."
SHOWING = "Showing {what}, {mentioned}."
SHOWING_NONE = "Showing no routes or corridors."
SHOWN_MENTIONED = "The features shown are {mentioned}."
MENTIONED = "mentioned in {passages} of {articles}"
NOT_MENTIONED = "not mentioned in these articles"
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
    "polar": "Polar map of Arctic shipping. The list below it holds the same features.",
    "mercator": "Mercator map of Arctic shipping. The list below it holds the same features.",
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
    "credit": "Natural Earth",
    "not_for_navigation": NOT_FOR_NAVIGATION,
    "to": "to",
    "and": "and",
}
"""The words of the tools on the map, by the names that `geo/draw/web/tools.js` asks for."""
SCALE = {
    "polar": (
        "Distances on this map are true at 70° N, {pole} % too short at the Pole and {rim} % too "
        "long at its edge, 50° N."
    ),
    "mercator": (
        "Mercator. A mile looks twice as long at 60° N as at the equator, and almost three times "
        "longer again at 80° N: compare figures, not lines."
    ),
}
FEATURE_LIST = "Everything on the map, as a list"
NAMED_ONLY = "Mentioned in the articles, not on the map"

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
START_CLOSE = "Close this"
START_AGAIN = "Start again from the beginning"
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
        "Every underlined name in this article of {date} leads to the map: {features} in "
        "{passages}. The map shows {shown}, the Northern Sea Route boldest of all.",
    ),
    "name": (
        "From a name to the map and back",
        "The article mentions the {route} in {passages}, marked below. Press the name and the map "
        "shows the route; press the route and its card leads back to the words.",
    ),
    "waters": (
        "Whose waters?",
        "{waters} Administrator of the route: {administrators}. The card lists the waters zone by "
        "zone.",
    ),
    "nations": (
        "Filter by nation",
        "The headline names {nations}. With both chosen, and “All”, the map keeps what involves "
        "both of them: {counted}.",
    ),
    "corridors": (
        "From the news to a plan",
        "The {name} of the last paragraph is {corridors} on the map. Status: {status}; sponsor: "
        "{sponsors}. Broad pale bands tell them apart from routes in use.",
    ),
    "role": (
        "Filter by role",
        "With {nation} and the role “{role}” the map shows what {nation} backs: {counted}. The "
        "other roles are {others}.",
    ),
    "disputes": (
        "Who disputes what?",
        "The map has {open}, marked by filled diamonds, and {settled} settled. Over this one "
        "{parties} disagree; the card gives each position with its source.",
    ),
    "layers": (
        "Layers and legend",
        "“{layers}” has {count}, off at first and on here. Layers, projection and legend lie on "
        "the map; the address keeps whatever you switch on.",
    ),
    "evidence": (
        "Check it, cite it, share it",
        "Evidence lists the {links} between this article and the map, each with the rule that "
        "found it. Share makes a link, a figure or data of any view. {warning}.",
    ),
}
"""The steps of the guided tour: heading and text; the app fills in the figures."""
TOUR_NO_DATE = "unknown date"
TOUR_WATERS = "By {variant} the track is {length} nm long: {shares}."
TOUR_SHARE = "{percent} % of it in the waters of {nation}"
TOUR_NO_WATERS = "Its waters have not been measured."

CLOSE = "Close"
ALSO_CALLED = "Also called"
WHY_SHOWN = "Nations and roles"
SOURCES = "Sources"
MEMBERS = "Members"
PART_OF = "Part of"
DETAILS = "Details"
CLAIMS = "Positions"
LINK = "Link to this view"
MORE_ABOUT = "More about it"
COUNTED = "{title} ({count})"
NOT_MENTIONED_HERE = "Not mentioned in these articles."
RELATED_FEATURES = "Related"
OTHER_PASSAGES = "Other passages"
RELATED_PASSAGES = "Related passages"
ABOUT_FIGURES = "About the figures"
STATUS = "status"
WAY_THROUGH = "Way through"
OTHER_WAYS = "{count} others, {shortest:,.0f} to {longest:,.0f} nm"
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
    "wholes": "{passages} {verb} larger features that include it: {names}",
    "disputes": "{passages} {verb} disputes over it: {names}",
    "subjects": "{passages} {verb} what is in dispute: {names}",
}
"""Passages that mention what is related to a feature and not the feature itself, by relation."""
NAMING_RELATED = {
    "parts": "Passages that mention parts or members of {name}",
    "wholes": "Passages that mention a larger feature that includes {name}",
    "disputes": "Passages that mention a dispute over {name}",
    "subjects": "Passages that mention the subject of {name}",
}
RELATED_PASSAGE = {
    "parts": "mentions a part of it",
    "wholes": "mentions a larger feature that includes it",
    "disputes": "mentions a dispute over it",
    "subjects": "mentions what is in dispute",
}
MORE_NAMING = "… and {passages} more in the articles"
DISPUTES_ABOUT = "Disputes over it"
OUTSIDE = "It is outside this map; a mark on the edge shows its direction."
MOSTLY_OUTSIDE = "Most of it is outside this map; a mark on the edge shows its direction."
OUTSIDE_NO_MARK = "It is not drawn on the map."

ARTICLES = "What the articles say"
FOLDED = "Show {paragraphs}"
READ_AT = "Read at {publisher}"
FOLLOW_READING = "Light on the map what I am reading"
NAMING = "Passages that mention {name}"
THE_PUBLISHER = "the publisher's site"
AT_PUBLISHER = "Publisher's page"
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
}
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

# The figures of a card
FIGURES = {
    "length": ("long", "Length of the drawn track, measured on the WGS 84 ellipsoid."),
    "share": (
        "in the waters of {name}",
        "Share of the drawn track in its internal waters, territorial sea and economic zone, "
        "calculated from this map's zones.",
    ),
    "high_seas": (
        "on the high seas",
        "Share of the drawn track beyond every state's zones, calculated from this map's zones.",
    ),
    "assessed": (
        "north of 50° N, where waters are assessed",
        "Most of the drawn track lies south of 50° N, where this map has no zones.",
    ),
    "states": ("whose waters it crosses", "Calculated from this map's zones: {names}."),
    "straits": ("on the way", "Straits that the drawn track passes: {names}."),
    "through": ("pass through", "Routes and corridors as drawn: {names}."),
    "stretch": (
        "longest stretch, of {name}",
        "Length of the drawn track in these waters, of the variant that has most of it there.",
    ),
    "gate": (
        "across",
        "Length of the line drawn across it: {ends}. A track that crosses it passes the strait.",
    ),
    "area": ("as drawn here", "Area of the drawn shape, on the WGS 84 ellipsoid."),
    "zone_area": (
        "as calculated here",
        "Area of the zone as calculated for this map; not an official figure.",
    ),
    "position": ("position", "Position of the point on this map; {precision}."),
    "capital_of": ("whose capital it is", "From the source below."),
    "land": ("state", "From the sources below."),
    "locode": ("UN code of the port", "UN/LOCODE, from the source below."),
    "status": ("status", "From the sources below."),
    "economic_zone": (
        "of economic zone north of 50° N",
        "Area of its economic zone as calculated for this map; not an official figure. Territories "
        "with a code of their own have their own.",
    ),
    "routes": ("cross its waters", "Routes with at least one nautical mile there: {names}."),
    "most": (
        "of {name}",
        "Length of the drawn track in its waters, of the variant that has most of it there.",
    ),
    "sponsored": ("with its backing", "It sponsors: {names}."),
    "council": ("of the Arctic Council", "In the Arctic Council: {council}."),
    "capital": ("capital", "From the source below."),
    "settlement": ("main settlement", "From the source below."),
    "stage": ("the dispute", "As of November 2026, from the sources below."),
    "sides": ("take a position", "{names}: see their positions below."),
    "line": ("long as drawn", "Length of the drawn line, measured on the WGS 84 ellipsoid."),
    "in_force": ("the treaty", "Stated in the sources below: {text}."),
    "members": ("belong to it", "Members listed in this map's catalogue."),
    "observers": ("without a vote", "Observer states: {names}."),
}
"""By kind of figure the words under it and what it rests on."""
LAND_OF = {"port": "port state", "city": "country"}
FIGURE_STATED = "As the sources below state: {text}."
FIGURE_TO = "{caption} to {year}"
FIGURE_AS_OF = "{status}, as of {year}"
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
}
"""By kind of its members how the card of a group counts them."""

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
    "boundary-agreed": "Boundary, agreed",
    "boundary-computed": "Calculated line",
    "boundary-claimed": "Claimed by one side",
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
BY_OTHER_VARIANTS = "in its waters on other variants only: up to {nm:,.0f} nm ({name})"
ROUNDED = "Figures are rounded: the rows shown add up to {nm:,} nm and {percent} %."
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
NO_WATERS = "The waters it crosses have not been measured; run `make overlay`."
WATERS_STALE = (
    "Measured before this track or the zones changed; run `make overlay` for new figures."
)
EMPTY_LAYER = (
    "The layer “{layer}” is empty: its data file is missing or damaged. Restore it from the "
    "repository; until then, whatever depends on it cannot be shown."
)
WATERS_BASIS = (
    "Lengths along the drawn track, measured on the ellipsoid, through zones calculated from the "
    "1:10m coast; not official limits. Waters south of 50° N are not assessed."
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
A route is a line through named waypoints in open water. The line follows geodesics and keeps clear
of the 1:10m coast. It shows the general way; it is not any ship's actual track.

Zones of the Arctic states are calculated: we measure the distance from the 1:10m coast along the
ellipsoid, cut it at agreed boundaries, and use equal distance where there is no agreement.
Straight baselines are used only where the zone's card says so.

Whose waters a route crosses is measured where its line passes through those zones, in nautical
miles on the WGS 84 ellipsoid; nothing is marked by hand. Roles that geometry cannot show, such as
administrator, sponsor or claimant, come with a source.

Names in articles are found with a list of names and with rules that anyone can inspect. No
language model is involved. Point at a mention, or select it, to see its rule.
""",
    "How the nation filter works": """
The filter shows a feature when any chosen nation has a role in it or, with “All”, when each of them
has. The card says which roles. There are five to choose from:

Coastal: at least {coastal_nm:g} nautical mile of any variant of a route or corridor lies in the
nation's internal waters, territorial sea or economic zone. Shorter lengths are ignored, because the
drawing is not that precise. A nation's own zones and boundaries count too.

Administrator: the nation sets the rules for a route, as Russia does for the Northern Sea Route.

Sponsor: it backs a corridor, a port or a project.

Claimant: it claims waters or land that another state disputes.

Port state: the port or the project is on its land, or the route begins or ends at its port.

With a role chosen, only that role counts, for every nation alike. With a role and no nation, the
filter shows what any nation has that role in. A group or a dispute has the roles of what it is
about.

Some ties count only while the role is “any”: a nation's own land and cities, membership of a group,
and a position in a dispute without a claim, such as that of the United States on the Northwest
Passage. So China as sponsor shows the corridors and projects that it sponsors, not China itself.
""",
    "Limits": """
Tracks are schematic. They ignore depth, ice, traffic rules and weather, and a real voyage is
longer or shorter.

Zones are calculated, not official: a state's own charts and lists of coordinates prevail. Waters
south of 50° N are not assessed, and the table says so.

Coast and land come from Natural Earth at 1:10m and 1:50m: small islands and narrow sounds are
missing.

The text rules make mistakes. `python -m geo.linker score` prints their precision and recall on
hand-annotated texts.

Data as of November 2026.
""",
    "Borders and disputes": """
Where states disagree, the map names every claimant, cites each position and takes no side. A line
that only one side claims is drawn as claimed.

Land borders have to be drawn one way. We use Natural Earth, which mostly shows who controls the
land, with one exception: Crimea is drawn with Ukraine, which is the position of the United Nations
General Assembly (resolution 68/262 of 27 March 2014). Russia has governed it since 2014 and
claims it. The southernmost Kuril Islands, governed by Russia and claimed by Japan, are drawn with
Russia as in Natural Earth.
""",
    "Privacy": """
Articles that you add stay in the memory of your session. They are not written to disk, no other
reader can see them, and they are removed after the session ends. A link to such an article opens
with a notice, since nobody else has it.

The app sets no tracking cookies and loads nothing from other hosts. A copy on Streamlit Community
Cloud is served by that host, which counts visitors and switches on Streamlit's usage statistics.
""",
}
"""The parts of the About page: titles in order, paragraphs with a blank line between them."""
SOURCES_AND_LICENCES = "Sources and licences"
SOURCES_LEAD = (
    "{count} sources; the last column says how many features use each. Code: MIT licence. "
    "Data keep the licence of their source; where none is stated, ask the publisher before you "
    "reuse more than facts. Articles remain their owners' property: passages are quoted with "
    "attribution."
)
SOURCE_GROUPS = {
    "Routes and corridors": ("route", "corridor"),
    "Zones, boundaries and disputes": ("zone", "boundary", "dispute"),
    "Seas and straits": ("sea", "strait"),
    "Ports, projects and cities": ("place",),
    "States, regions and groups": ("state", "region", "group"),
}
"""Headings of the list of sources, and the kinds of features under each."""
SOURCE_ARTICLES = "Articles"
SOURCE_HEADS = ("Source", "Publisher", "Date", "Licence", "Features")
ARTICLE_HEADS = ("Article", "Agency", "Publisher", "Date", "Rights")
CONTENTS = "On this page"
HOW_TO_CITE = "How to cite"
CITE_LEAD = (
    "Cite the app with its version and the date of your visit, together with the source that the "
    "card gives for the fact you use."
)
CITE_APP = "Arctic Passages, version {version}, data {data} [map]. {address}. Accessed {day}."
CITE_DATA = (
    "Coast and land: Natural Earth {natural_earth} (public domain). Zones, tracks and lengths: "
    "calculated by Arctic Passages, version {version}, data {data}; not official limits."
)
CITE_NO_ADDRESS = "Address of the copy you used"
VERSIONS = "Versions"
VERSIONS_LEAD = (
    "The data version is the start of a SHA-256 checksum of the catalogue's files: two copies with "
    "the same version hold the same data."
)
VERSION_ROWS = {"app": "Arctic Passages", "data": "Data", "features": "Features"}
HOSTING = "Hosting"
HOSTING_LEAD = (
    "Sharing this app on Streamlit Community Cloud is free. Here is what that means for readers, "
    "and how to deploy a copy."
)
HOSTING_PARTS = {
    "What sleeps": """
The app itself. After 12 hours without a visitor the host puts it to sleep, and the next visitor
sees a page with a button. Anyone may press it; the app then restarts, which takes about as long as
the first start.

An embedded copy. Readers cannot press the button inside another site's frame: put a plain link
beside the frame, or use the offline page instead.

Your session. If the connection is lost for more than a minute, the server drops whatever you
added. The view stays in the address.
""",
    "What does not sleep": """
Links. An address holds the whole view. It still works after the app has slept, and on any copy of
the app whose data hold the same ids.

The offline page, figures and data files. They are files on your own disk and need neither server
nor network.

The repository. A copy on your own machine never sleeps: `make run`.
""",
    "What the host provides": """
Between 690 MB and 2.7 GB of memory and 0.078 to 2 cores, by the host's own figures of February
2024. A test keeps the app under 500 MB.

A fresh disk at each start: nothing written while the app runs is kept, and the app stores nothing
there except its own drawings of the maps.

Servers in the United States. The host switches on Streamlit's usage statistics, whatever this
repository says.
""",
    "Deploy your own copy": """
1. Fork the repository on GitHub.

2. On share.streamlit.io choose Create app, then your fork, branch `main`, file `dashboard.py`.
Under Advanced settings choose Python 3.11 or newer: it cannot be changed later without deleting
the app. No secrets, no system packages.

3. Put your app's address into `DEPLOYED_AT` in `geo/messages.py` and push. This page and the
citation then show it; point the badge in the README to it too if you like.
""",
    "Without a network": """
Once installed, the app, its map and its tests request nothing from other hosts: Leaflet comes with
a Python package, the land with the repository. Only links to publishers and sources lead to other
sites.
""",
}
"""The parts of the hosting page, in the same form."""
HOSTING_SOURCE = (
    "Source: Streamlit's documentation of Community Cloud, resource limits and app hibernation."
)
HOSTING_SOURCE_URL = "https://docs.streamlit.io/deploy/streamlit-community-cloud/manage-your-app"
PUBLIC_COPY = "Public copy"
DEPLOYED_HERE = "The public copy of this repository"
NOT_DEPLOYED = "This repository names no public copy yet."

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
MADE_ON = "Created on {day} with Arctic Passages {version}. {foot}."
LIVE = "Open this view in the app"
NO_ARTICLE = "These articles mention none of the features shown."
LEFT_OUT = "Not shown: {count} of this article without a mention of these features."
LICENCE_NOTE = (
    "Quotations belong to their publishers and are cited by name, date and address. "
    "Lines and areas keep the licence of their sources, given with each; "
    "what this project calculated itself is free to use under the MIT licence."
)
TYPE_NOTE = "Typefaces: Source Sans and Source Serif by Adobe, SIL Open Font License 1.1."
SELECTION_SUMMARY = "{name}. {clauses}."

# Articles, evidence, names
ARTICLES_PAGE = "Articles"
ARTICLES_LEAD = (
    "Add your own articles: the app finds the names in them, links them to the map and counts them "
    "as evidence."
)
ADD_HEAD = "Add articles"
PRIVATE_HEAD = "Only you see them"
PRIVATE = (
    "Your articles stay in this session: in the server's memory, never on disk, hidden from other "
    "readers. You lose them when you remove them, reload the page or close the tab; the server "
    "clears its memory a minute later or when it next hears from a reader. Save the project file "
    "to keep them."
)
UPLOAD = "Add your own: .txt, .md, .html, .pdf or .docx, several at once"
LIMITS = (
    "Up to {articles} articles and {size} MB of text in total. Per file: 2 MB of text, Markdown or "
    "HTML, 5 MB of PDF (the first 100 pages), 10 MB of Word; larger files are rejected. Reading a "
    "file stops if it takes too long."
)
PASTE = "Or paste text"
PASTE_HELP = "A short first line becomes the headline."
READ_PASTE = "Add article"
READING = "Reading {name} ({done} of {total})"
WAITING = "Waiting for another reader's file to finish"
READING_PASTE = "Reading the pasted text"
RESTORING = "Reading {name}"
UPLOADED = "{count} added: {links} to the map, {mentions}."
UPLOADED_HEAD = "Your articles"
NONE_UPLOADED = "None yet. The articles that come with the app are already on the Atlas."
UPLOADED_COLUMNS = ("Title", "Publisher", "Date", "File", "Words", "Mentions")
ONE = "Edit, read or remove an article"
FACTS = {
    "headline": "Title",
    "publisher": "Publisher",
    "authors": "Authors, separated by semicolons",
    "date": "Date",
    "url": "Address (http or https)",
}
SAVE = "Save"
READ_ON_MAP = "Read on the Atlas"
REMOVE = "Remove"
REMOVE_ALL = "Remove all"
REMOVE_ALL_SURE = "Remove all your articles ({count}) and your changes to their links?"
PROJECT = "Project file"
PROJECT_LEAD = (
    "Your articles, your changes and the view, in one file. Opening it shows the same screen and "
    "replaces the articles and changes of this session."
)
PROJECT_SAVE = "Save the project file"
PROJECT_OPEN = "Open a project file"
EDITS_LOST = "Changes left out because their passage or feature does not exist here: {count}."
PROJECT_NOT_LOADED = "None of the project's articles could be opened; your session is unchanged."
ALL_ARTICLES = "All articles"
ARTICLE_CHOICE = "Article"
MORE_ARTICLES = "Show more articles ({count} left)"
CHOOSE_ONE = "Articles not shown: {count}. Choose one above to read it."
PASSAGES_LEFT = "Passages of these articles not shown: {count}."

EVIDENCE = "Evidence"
EVIDENCE_NONE = "No links"
EVIDENCE_SENTENCE = "{links} in {articles}: {mentions} of {features}"
EVIDENCE_SEARCH = "Search quotes, titles, features and rules"
FEATURE_CHOICE = "Feature"
ALL_FEATURES = "All features"
NAMED_BY_RELATION = "{name} (mentioned indirectly)"
EVIDENCE_VIEWS = {
    "links": "Links",
    "counts": "Counts",
    "pairs": "Co-mentions",
    "dates": "By date",
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
    "A link joins a passage to a feature it mentions, once or more often. "
    "Press a row to see its passage, go to the map or correct the link."
)
PASSAGE_NUMBER = "Passage {number}"
EVIDENCE_CSV = "Download CSV"
EVIDENCE_ADDRESS = "address"
CLOSE_LINK = "Close this link"
ROWS_CUT = "Showing the first {shown} of {count} links; search or filter to see the others."
NO_ROWS = "No link matches the filter and the search."
TO_MAP = "Show on the map"
COUNT_HEADS = ("Feature", "Kind", "Articles", "Passages")
PAIR_HEADS = ("Feature", "Mentioned with", "Passages")
PAIRS_NOTE = (
    "Two features mentioned in the same passage. Passages that mention more than {most} features "
    "count as lists and are ignored; the {shown} most frequent pairs are shown."
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
UNNAMED_NOTE = "Features that the chosen articles do not mention: {count}."
REJECT = "Reject this link"
REJECT_HELP = "The passage does not mention the feature."
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
    "Your changes do not alter what the rules found. They last for this session; the project file "
    "keeps them. Links that you changed or added show the rule “reader”."
)
NO_EDITS = "No changes yet. Choose a row under Links to reject or change a link."
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
    "The {count} names that the app looks for in the articles, each with its rule. “Silent” rows "
    "look like feature names and are never linked."
)
NAMES_CHOOSE = "Choose a row to go to its feature on the map."
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
    "ambiguity": "Context check",
}
NAME_CASES = {"proper": "Capitalised", "exact": "Exact", "any": "Any"}
NAMES_NOTE = (
    "Case: Capitalised = with the capitals shown, or all in capitals; Exact = only as shown; Any = "
    "in any case. Context check: the words around the name must pass this test."
)
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
    "Left out to keep the page small: {what}. Choose one article in the Atlas to get all of it."
)
SHARE_LEAD = "Share what you see in the Atlas as a link, a page, a figure or data."
SHARE_NOTHING = (
    "Nothing matches this filter, so there is nothing to share. "
    "Clear the filter in the Atlas or switch on a layer there."
)
SHARE_NO_LINKS = "These articles mention none of the features shown, so there are no links."
SHARE_LINK = "Link"
SHARE_LINK_NOTE = (
    "The address holds the filter, the selection and the map. It does not include articles that "
    "you added; the offline page does."
)
SHARE_FEATURE = "Link to one feature"
SHARE_PASSAGE = "… and to a passage that mentions it"
SHARE_VIEW = "The whole view"
SHARE_ANY_PASSAGE = "No particular passage"
TAKEAWAY = "Offline page"
TAKEAWAY_NOTE = (
    "One HTML file with the polar map, the quotations, links both ways, legend and sources. "
    "It opens from disk without a network connection, or from any web server."
)
TAKEAWAY_BUTTON = "Page (HTML)"
FIGURE = "Figure"
FIGURE_NOTE = (
    "The current view to print, with title, quotation, legend, scale, main sources and date. "
    "PNG at 300 dpi."
)
NO_FIGURE = (
    "This server cannot draw figures: matplotlib does not load. It needs a folder that it can "
    "write to; set the variable MPLCONFIGDIR to one. All other downloads work."
)
FIGURE_SIZE = "Size"
FIGURE_SIZES = {"a4": "A4 landscape", "16-9": "16:9"}
FIGURE_FORM = "Format"
FIGURE_BUTTON = "Figure ({form})"
DATA = "Data"
DATA_NOTE = "Each file includes its sources, licence, date and address."
DATA_FILES = {
    "geojson": (
        "GeoJSON",
        "All features shown or mentioned, RFC 7946, with names in the Linked Places format.",
    ),
    "gpkg": ("GeoPackage", "All layers, with tables of sources and of {mentions} in {links}."),
    "kml": ("KML", "All features shown or mentioned, in one folder per layer."),
    "features": (
        "Features (CSV)",
        "One row per feature shown or mentioned, and per variant; `on_map` says which.",
    ),
    "links": (
        "Links by mention (CSV)",
        "{mentions} in {links}, one row each: article, passage, quote, offsets, rule.",
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
    "Live map for a page of your own. Or put the offline page on your own server: it works even "
    "when the app sleeps."
)
EMBED_MAP = "Map only"
EMBED_BOTH = "Map and articles"
EMBED_STATIC = "Offline page, from your own server"
CITE = "Cite this view"
CITE_SELECTED = "Selected: {name}"
CITE_PASSAGE = "Passage {number} of “{title}”"
CITE_ARTICLE = "Article: “{title}”"
CITE_FRAME = {"polar": "Polar map", "mercator": "Mercator map"}
CITE_LAYERS = "Layers: {layers}"
CITE_NAMED = "whatever is mentioned or selected"
CITE_NO_LAYER = "none"
RELATION_TO_SELECTION = {
    "self": "mentions the selected feature",
    "parts": "mentions a part or member of it",
    "wholes": "mentions a larger feature that includes it",
    "disputes": "mentions a dispute over it",
    "subjects": "mentions what is in dispute",
}
"""How a link relates to the selected feature; the column `selection` of the table of links."""
ON_MAP = {
    "drawn": "on the map",
    "rim": "beyond the map's edge",
    "": "mentioned, not on the map",
}
