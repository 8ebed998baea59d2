"""The sentences, labels and headings of the interface, ready for translation.

Titles of layers and of frames stand in the tables that define these (`geo.draw.layers`,
`geo.draw.frames`), names and notes of features in the catalogue, reasons of errors where they are
raised.
"""

APP = "Arctic Passages"
PAGE_TITLE = "Arctic Passages: a map of Arctic shipping and its articles"
NOT_FOR_NAVIGATION = "Not for navigation"
CONNECTION_LOST = (
    "The connection to the server is lost and is being sought again; your last click is answered "
    "then. The address keeps the view, so reloading the page shows it too."
)
CONNECTION_BACK = (
    "The connection to the server was lost for a while and is back. If your last click was not "
    "answered, please click again."
)
SESSION_FORGOTTEN = (
    "The connection was lost for so long that the server no longer has the articles and edits that "
    "you brought. Please bring them again, or open your project file; the address keeps the view."
)
EXPORT_FAILED = (
    "This file could not be made. Press its button once more; if it fails again, reload the page "
    "(the address keeps the view) or take a file of another kind."
)
CONNECTION = {
    "lost": CONNECTION_LOST,
    "back": CONNECTION_BACK,
    "forgotten": SESSION_FORGOTTEN,
    "failed": EXPORT_FAILED,
}
COMMANDS_LEAD = (
    "Whose waters, and names in text; one JSON line each. `COMMAND --help` has the options."
)
COMMANDS = {
    "zone": "the zone at a point or at the points of a CSV file",
    "waters": "nautical miles by state and zone under each route",
    "build": "compute the waters under the routes anew (in a checkout)",
    "link": "the mentions in texts",
    "targets": "every feature that can be named",
    "score": "precision, recall and F1 on annotated texts, as a table",
    "explain": "every mention that is wrong or missing in annotated texts",
}

NATIONS = "Nations"
NATIONS_HELP = (
    "Shows what a nation has a role in: its waters from one nautical mile of a track on, "
    "what it administers, sponsors or claims, its ports and its land."
)
MATCH = "Match"
MATCH_WORDS = {"any": "any of them", "all": "all of them"}
RESET = "Clear the filter"
MORE_PROBLEMS = "… and {count} more of the same file."
NOTICES = "{count} notices. {first}"
NOTHING_LEFT = "Nothing is left under this filter."
LAYERS = "Layers"
SEARCH = "Find by name"
SEARCH_PLACEHOLDER = "A route, sea, strait, port, state …"

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
    "measure_from": "Press two points on the map. Esc ends.",
    "measure_to": "Now press the second point.",
    "measured": "{distance}. The next press starts a new line.",
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
}
"""The words of the tools on the map, by the names that `geo/draw/web/tools.js` asks for."""
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
NAMED_ONLY = "Named in the articles, not on the map"

CLOSE = "Clear the selection"
ALSO_CALLED = "Also called"
WHY_SHOWN = "Nations and roles"
SOURCES = "Sources"
MEMBERS = "Members"
PART_OF = "Part of"
DETAILS = "Details"
CLAIMS = "Positions"
NAMED_IN = "{passages} {verb} it"
NOT_NAMED = "No passage shown here names it"
RELATED_NAMED = {
    "parts": "{passages} {verb} {name}, which is part of it",
    "wholes": "{passages} {verb} {name}, which it is part of",
    "disputes": "{passages} {verb} {name}, a dispute about it",
    "subjects": "{passages} {verb} {name}, which it is about",
}
SEVERAL_RELATED_NAMED = {
    "parts": "{passages} {verb} parts or members of it: {names}",
    "wholes": "{passages} {verb} what it is part of: {names}",
    "disputes": "{passages} {verb} disputes about it: {names}",
    "subjects": "{passages} {verb} what it is about: {names}",
}
"""Passages that name what is related to a feature and not the feature itself, by relation."""
NAMING_RELATED = {
    "parts": "Passages that name parts or members of {name}",
    "wholes": "Passages that name what {name} is part of",
    "disputes": "Passages that name disputes about {name}",
    "subjects": "Passages that name what {name} is about",
}
RELATED_PASSAGE = {
    "parts": "names a part",
    "wholes": "names what it is part of",
    "disputes": "names a dispute about it",
    "subjects": "names what it is about",
}
MORE_NAMING = "… and {passages} more, in the articles"
DISPUTES_ABOUT = "Disputes about it"
OUTSIDE = "It lies outside this map; a mark on the rim shows its direction."
MOSTLY_OUTSIDE = "Most of it lies outside this map; a mark on the rim shows its direction."
OUTSIDE_NO_MARK = "It has no place on the map."

ARTICLES = "What the articles say"
FOLDED = "{count} more of this article, naming nothing shown here"
READ_AT = "Read at {publisher}"
NAMING = "Passages that name {name}"
THE_PUBLISHER = "the publisher"
AT_PUBLISHER = "at the publisher"
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
    "observed": "observed: ships use it",
    "official": "official",
    "proposed": "proposed",
    "suspended": "suspended",
    "hypothetical": "hypothetical",
    "disputed": "disputed",
}
LENGTH = "Length: {nm:,.0f} nm"
PRECISIONS = {
    "official": "from official coordinates",
    "digitised": "digitised from published limits",
    "schematic": "schematic: drawn to show the way, not to measure by",
    "computed": "computed by this project; not an official limit",
}

KEYS = {
    ("route", "official"): "Route, defined in law",
    ("route", "observed"): "Route in use",
    ("route", "hypothetical"): "Route not yet in use",
    ("corridor", "proposed"): "Polar Silk Road corridor, proposed",
    ("boundary", "agreed"): "Boundary, agreed",
    ("boundary", "computed"): "Line computed by this project",
    ("boundary", "claimed"): "Boundary, claimed by one side",
    ("state", ""): "State",
    ("zone", "internal_waters"): "Internal waters, computed",
    ("zone", "territorial_sea"): "Territorial sea, computed",
    ("zone", "eez"): "Economic zone, computed",
    ("zone", "high_seas"): "High seas",
    ("zone", "joint"): "Waters under a joint regime",
    ("zone", "disputed"): "Waters that two states claim",
    ("place", ""): "Port or place",
    ("dispute", "disputed"): "Dispute",
    ("dispute", "official"): "Dispute, settled",
}
"""Legend entries by kind and pattern; the empty pattern stands for the rest of a kind."""

# The law under the line
IN_ITS_WATERS = "{nm:,.0f} nm in its waters"
AT_MOST_IN_ITS_WATERS = "at most {nm:,.0f} nm in its waters, by {name}"
BY_OTHER_VARIANTS = "its waters by other variants only, at most {nm:,.0f} nm, by {name}"
ROUNDED = "Rounded to whole numbers: the rows as shown add up to {nm:,} nm and {percent} %."
WATERS_OF = "Whose waters: {name}"
TOTAL = "In all"
STRIP = "The track from its beginning to its end, by zone; the table below says the same."
IN_ORDER = "In order along the track: {count} stretches"
TRANSITS = "Straits in order"
NO_WATERS = "Whose waters it crosses has not been measured; run `make overlay`."
WATERS_STALE = (
    "Measured before this track or the zones were changed; run `make overlay` for new figures."
)
EMPTY_LAYER = (
    "The layer “{layer}” is empty: its data file is missing or broken. Restore it from the "
    "repository; what rests on it cannot be shown."
)
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

# About and hosting
DEPLOYED_AT = ""
"""The address of a deployed copy, such as `https://your-name.streamlit.app/`; fill it in here only.
The hosting page and the citation on the About page name it."""
ABOUT = "About"
ABOUT_LEAD = (
    "What is drawn here, how it was made, how far it can be trusted, and whom to cite. "
    "Not for navigation."
)
ABOUT_PARTS = {
    "Method": """
A route is a line through named waypoints in open water, joined by geodesics and kept off the
1:10m coast. It shows the way; it is nobody's track.

Zones of the Arctic states are computed: distance from the 1:10m coast along the ellipsoid, cut by
agreed boundaries where there are any and by equal distance where there are none. Straight
baselines are used only where the zone's card says so.

Whose waters a route crosses is measured along the drawn line over those zones, in nautical miles
of the WGS 84 ellipsoid, and never marked by hand. Roles that geometry cannot know, such as
administrator, sponsor or claimant, are stated with a source.

Names in articles are found with a lexicon and rules that are open to inspection. No language
model takes part. Point at a mention, or select it, to read its rule.
""",
    "What a nation's filter means": """
A nation is coastal to a route when at least {coastal_nm:g} nautical mile of some variant of it
lies in that nation's internal waters, territorial sea or economic zone. Less than that is taken
for noise of the drawing.

A nation may also administer, sponsor or claim a feature, own a port on it, or be a member of a
group. The filter shows a feature when any chosen nation stands to it in any of these ways; the
card says in which.
""",
    "Limits": """
Tracks are schematic. Depth, ice, traffic rules and weather are not in them, and the length of a
real voyage differs.

Zones are computed, not official: a state's own charts and lists of coordinates prevail. South of
50° N no zone is assessed, and the table says so instead of guessing.

Coast and land stand for Natural Earth at 1:10m and 1:50m: skerries and narrow sounds are missing.

The text rules make mistakes. Their precision and recall on a hand-made set are printed by `python
-m geo.linker score`.

Lines and dates were set down in November 2026; what changed since is not here.
""",
    "Borders and disputes": """
Where states disagree, every claimant is named, each position is cited, and none is taken. A line
that one side alone claims is drawn as claimed.

Land borders need one drawing. Natural Earth's is used, which mostly follows who holds the land,
with one exception: Crimea is drawn with Ukraine, which is the position of the United Nations
General Assembly (resolution 68/262 of 27 March 2014). Russia has governed it since 2014 and
claims it. The southernmost Kuril Islands, governed by Russia and claimed by Japan, are drawn with
Russia as in Natural Earth.
""",
    "Privacy": """
Articles that you bring are kept in the memory of your session only. They are written to no file,
no other reader can see them, and they are removed after the session ends. A link to such an
article opens with a notice, since nobody else has it.

The app sets no cookie of its own for tracking and loads nothing from other hosts. A copy on
Streamlit Community Cloud is served by that host, which keeps visitor counts and switches on
Streamlit's usage statistics.
""",
}
"""The parts of the About page: titles in order, paragraphs with a blank line between them."""
SOURCES_AND_LICENCES = "Sources and licences"
SOURCES_LEAD = (
    "{count} sources, as the features of this copy name them; in brackets, how many features rest "
    "on each. Code: MIT licence. Data keep the licence of their source; where none is stated, ask "
    "the publisher before you reuse more than facts. Articles stay their owners' property: "
    "passages are quoted with attribution."
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
ON_FEATURES = "({count})"
HOW_TO_CITE = "How to cite"
CITE_LEAD = (
    "Cite the app with its version and the day you looked, and beside it the source that the card "
    "names for the fact you use."
)
CITE_APP = "Arctic Passages, version {version}, data {data} [map]. {address}. Seen {day}."
CITE_DATA = (
    "Coast and land: Natural Earth {natural_earth} (public domain). Zones, tracks and lengths: "
    "computed by Arctic Passages, version {version}, data {data}; not official limits."
)
CITE_NO_ADDRESS = "Address of the copy used"
VERSIONS = "Versions"
VERSIONS_LEAD = (
    "The mark of the data is the beginning of a SHA-256 sum over the catalogue's files: two copies "
    "with the same mark hold the same data."
)
VERSION_ROWS = {"app": "Arctic Passages", "data": "Data", "features": "Features"}
HOSTING = "On the Cloud"
HOSTING_LEAD = (
    "This app can be shared for nothing on Streamlit Community Cloud. What that means for a "
    "reader, and what the person who deploys a copy has to do."
)
HOSTING_PARTS = {
    "What sleeps": """
The app itself. After 12 hours without a visitor the host puts it to sleep, and the next visitor
sees a page with a button. Anyone may press it; then the app starts anew, which takes about as
long as the first start.

An embedded copy. The button cannot be pressed inside another site's frame: put a plain link
beside the frame, or use the take-away page instead.

Your session. When the connection is lost for longer than a minute, what you brought is gone from
the server. The view stays in the address.
""",
    "What does not sleep": """
Links. An address holds the whole view and works after any rest, and on any copy of the app, as
long as the copy's data hold the same ids.

The take-away page, figures and data files. They are files on your own disk and need no server and
no network.

The repository. A copy on your own machine never sleeps: `make run`.
""",
    "What the host gives": """
Memory between 690 MB and 2.7 GB and 0.078 to 2 cores, by the host's own figures of February 2024.
The app is held to 500 MB by a test.

A fresh disk at each start: nothing that is written while the app runs is kept, and the app keeps
nothing there but its own drawings of the charts.

Servers in the United States. The host switches on Streamlit's usage statistics, whatever this
repository says.
""",
    "Deploy your own copy": """
1. Fork the repository on GitHub.

2. On share.streamlit.io choose Create app, then your fork, branch `main`, file `dashboard.py`.
Under Advanced settings choose Python 3.11 or newer: it cannot be changed later without deleting
the app. No secrets, no system packages.

3. Write the address that you were given into `DEPLOYED_AT` in `geo/messages.py` and push. This page
and the citation then name it, and the README says where its badge leads.
""",
    "Without a network": """
The app, its map and its tests ask no other host for anything once they are installed: Leaflet
comes with a Python package, the land with the repository. Only links to publishers and sources
lead out.
""",
}
"""The parts of the hosting page, in the same form."""
HOSTING_SOURCE = (
    "Source: Streamlit's documentation of Community Cloud, resource limits and app hibernation."
)
HOSTING_SOURCE_URL = "https://docs.streamlit.io/deploy/streamlit-community-cloud/manage-your-app"
DEPLOYED_HERE = "The public copy of this repository"
NOT_DEPLOYED = "No public copy is named in this repository yet."

# Share
SHARE = "Share"
TAKEAWAY_MAP = "The map"
TAKEAWAY_MAP_KEYS = (
    "Polar map. Arrow keys move it, plus and minus change its scale, 0 shows all of it. "
    "The list below holds the same features."
)
TAKEAWAY_MAP_NAME = "Polar map of Arctic shipping"
CARD = "The selected feature"
ZOOM_IN = "Closer"
ZOOM_OUT = "Farther"
ZOOM_HOME = "All of the map"
MADE_ON = "Made on {day} with Arctic Passages {version}. {foot}."
LIVE = "This view in the app"
NO_ARTICLE = "No passage names what is shown."
LEFT_OUT = "Left out: {count} of this article, naming nothing shown here."
LICENCE_NOTE = (
    "Quotations belong to their publishers and are cited by name, date and address. "
    "Lines and areas carry the licence of their sources, named with each; "
    "what this project computed itself is free under the MIT licence."
)
SELECTION_SUMMARY = "{name}: {clauses}."

# Articles, evidence, names
ARTICLES_PAGE = "Articles"
ARTICLES_LEAD = "Bring your own articles: they are read, linked to the map and counted as evidence."
PRIVATE = (
    "What you bring stays in this session: in the server's memory, written to no disk, shown to no "
    "other session. You lose it when you remove it, reload the page or close the tab; the server "
    "clears its memory a minute later or when it next hears from a reader. Save the project file "
    "to keep it."
)
UPLOAD = "Drop files: .txt, .md, .html, .pdf or .docx, several at once"
LIMITS = (
    "Up to {articles} articles and {size} MB of text in all. A file: 2 MB of text, Markdown or "
    "HTML, 5 MB of PDF (its first 100 pages), 10 MB of Word; larger ones are marked red and not "
    "sent. A PDF is read in a process of its own, which is ended when it takes too long."
)
PASTE = "Or paste a text"
PASTE_HELP = "A short first line is taken for the headline."
READ_PASTE = "Read the text"
READING = "Reading {name} ({done} of {total})"
WAITING = "Waiting for another reader's file"
READING_PASTE = "Reading the pasted text"
RESTORING = "Reading {name}"
UPLOADED = "{count} read: {links} to the map, {mentions}."
UPLOADED_HEAD = "What was taken"
NONE_UPLOADED = "Nothing yet. The articles that come with the app are on the Atlas already."
UPLOADED_COLUMNS = ("Title", "Publisher", "Date", "File", "Words", "Mentions")
ONE = "Correct, read or remove one"
FACTS = {
    "headline": "Title",
    "publisher": "Publisher",
    "authors": "Authors, parted by semicolons",
    "date": "Date",
    "url": "Address (http or https)",
}
SAVE = "Save"
READ_ON_MAP = "Read it on the Atlas"
REMOVE = "Remove it"
REMOVE_ALL = "Remove all"
REMOVE_ALL_SURE = (
    "Remove all {count} articles that you brought, and the changes made to their links?"
)
PROJECT = "Project file"
PROJECT_LEAD = (
    "Your articles, your changes and the view, in one file. Opening it shows the same screen; "
    "it replaces what you brought in this session."
)
PROJECT_SAVE = "Save the project file"
PROJECT_OPEN = "Open a project file"
EDITS_LOST = "{count} of the project's changes name passages or features that are not here."
PROJECT_NOT_LOADED = "None of the project's articles could be taken; what was here stays."
ALL_ARTICLES = "All articles"
ARTICLE_CHOICE = "Article"
MORE_ARTICLES = "Show more articles ({count} left)"
CHOOSE_ONE = "{count} more articles are not shown; choose one above to read it."
PASSAGES_LEFT = "{count} more passages of these articles are not shown here."

EVIDENCE = "Evidence"
EVIDENCE_NONE = "No links"
EVIDENCE_SENTENCE = "{links} in {articles}: {mentions} of {features}"
EVIDENCE_SEARCH = "Search quotes, titles, features and rules"
FEATURE_CHOICE = "Feature"
ALL_FEATURES = "All features"
NAMED_BY_RELATION = "{name} (not named itself)"
EVIDENCE_VIEWS = {
    "links": "Links",
    "counts": "How often",
    "pairs": "Together",
    "dates": "By date",
    "unnamed": "Not named",
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
    "A link is a passage with a feature that it names, in one mention or several. "
    "Choose a row to see its passage, to go to the map, or to correct the link."
)
ROWS_CUT = "The first {shown} of {count} links; search or filter to see the others."
NO_ROWS = "No link fits the filter and the search."
TO_MAP = "Show on the map"
COUNT_HEADS = ("Feature", "Kind", "Articles", "Passages")
PAIR_HEADS = ("Feature", "Named with", "Passages")
PAIRS_NOTE = (
    "Two features named in one passage. Passages that name more than {most} features are lists and "
    "are passed over; the {shown} most frequent pairs are shown."
)
DATE_HEADS = ("Month of the article", "Articles", "Links")
NO_DATE = "without a date"
UNNAMED_NOTE = (
    "No passage of the articles chosen names these {count} features that the filter leaves."
)
REJECT = "Reject this link"
REJECT_HELP = "The passage does not name the feature."
CHANGE = "It names another feature"
CHANGE_TO = "It names"
ADD = "Name a feature for this passage"
ADD_ANY = "Name a feature for a passage"
ADD_FEATURE = "The passage names"
ADD_WORDS = "The words that name it (may be left empty)"
ADD_NOT_FOUND = "The passage does not hold these words; nothing was added."
ADD_PASSAGE = "Passage"
DO_CHANGE = "Change the link"
DO_ADD = "Add the link"
EDITS_NOTE = (
    "Changes are laid over what the rules found and stay in this session; the project file carries "
    "them. Links that you changed or added carry the rule “reader”."
)
NO_EDITS = "No change yet. Choose a row under Links to reject or change a link."
UNDO = "Undo the last change"
UNDO_ONE = "Take back"
EDITS = {
    "reject": "Rejected: {feature}",
    "change": "Changed: {feature} to {to}",
    "add": "Added: {feature}",
}

NAMES = "Names"
NAMES_LEAD = (
    "The {count} names that are looked for in the articles, with the rule of each. Rows of the "
    "rule “silent” are names that look like a feature's and are never linked."
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
    "ambiguity": "Trap",
}
NAMES_NOTE = (
    "Case: proper = capitals as written, or all capitals; exact = only as written; any = in any "
    "case. Trap: a test that the words around the name must pass."
)
FIGURE_LEGEND = "Legend"
FIGURE_SCALE = "{nm:,} nautical miles ({km:,.0f} km) at 70° N; there about 1 : {fraction:,}"
FIGURE_CIRCLE = "Arctic Circle"
FIGURE_MORE = "… and {count} more, listed in the app and in its data files."
FIGURE_MADE = "{app} {version} · {day}"
DID_NOT_FIT = (
    "Not in the page for its bulk: {what}. Choose one article in the Atlas to take it whole."
)
SHARE_LEAD = "What you see in the Atlas, as a link, a page, a figure or data."
SHARE_NOTHING = (
    "Nothing is left under this filter, so there is nothing to take away. "
    "Clear the filter in the Atlas or switch a layer on there."
)
SHARE_NO_LINKS = "No passage names what is shown, so there are no links to take away."
SHARE_LINK = "Link"
SHARE_LINK_NOTE = (
    "The address holds ids only: the filter, the selection, the map. It does not carry an article "
    "that you brought; the page to take away does."
)
SHARE_FEATURE = "Link to one feature"
SHARE_PASSAGE = "… and to a passage that names it"
SHARE_VIEW = "The whole view"
SHARE_ANY_PASSAGE = "No particular passage"
TAKEAWAY = "Page to take away"
TAKEAWAY_NOTE = (
    "One HTML file with the polar map, the quotations, the links in both directions, legend and "
    "sources. It opens from a disk without a network, and on any web server."
)
TAKEAWAY_BUTTON = "Page (HTML)"
FIGURE = "Figure to print"
FIGURE_NOTE = (
    "The present view with title, legend, scale, graticule, sources and date. "
    "PNG has 300 dots an inch."
)
NO_FIGURE = (
    "No figure can be drawn on this server: matplotlib, which draws it, does not load. It needs a "
    "folder that it can write to, which the variable MPLCONFIGDIR may name. All else can be taken."
)
FIGURE_SIZE = "Size"
FIGURE_SIZES = {"a4": "A4 landscape", "16-9": "16:9"}
FIGURE_FORM = "Form"
FIGURE_BUTTON = "Figure ({form})"
DATA = "Data"
DATA_NOTE = "Each file carries its sources, licence, date and address."
DATA_FILES = {
    "geojson": (
        "GeoJSON",
        "The features shown or named, RFC 7946, with names in the Linked Places form.",
    ),
    "gpkg": ("GeoPackage", "All layers, with tables of sources and of {mentions} of {links}."),
    "kml": ("KML", "The features shown or named, in folders by layer."),
    "features": (
        "Features (CSV)",
        "A row for each feature shown or named and each of its variants; `on_map` says which.",
    ),
    "links": (
        "Links by mention (CSV)",
        "{mentions} of {links}, a row each: article, passage, quote, offsets, rule.",
    ),
    "annotations": (
        "Annotations by mention (JSON-LD)",
        "{mentions} of {links} as W3C Web Annotations.",
    ),
}
"""Button and description by file; a link is a passage with a feature that it names, and a mention
each place where it does."""
EMBED = "Embed"
EMBED_NOTE = (
    "The living map in a page of your own; or put the page to take away on your server and show "
    "that, which needs no app that is awake."
)
EMBED_MAP = "The map alone"
EMBED_BOTH = "Map and articles"
EMBED_STATIC = "The page to take away, from your own server"
CITE = "Cite this view"
CITE_SELECTED = "Selected: {name}"
CITE_PASSAGE = "Passage {number} of “{title}”"
CITE_ARTICLE = "Article: “{title}”"
CITE_FRAME = {"polar": "Polar map", "mercator": "Mercator map"}
CITE_LAYERS = "Layers: {layers}"
CITE_NAMED = "beside them what is named or selected"
CITE_NO_LAYER = "none"
RELATION_TO_SELECTION = {
    "self": "names the selected feature",
    "parts": "names a part or member of it",
    "wholes": "names what it is part of",
    "disputes": "names a dispute about it",
    "subjects": "names what it is about",
}
"""How a link relates to the selected feature; the column `selection` of the table of links."""
ON_MAP = {
    "drawn": "on the map",
    "rim": "beyond the map's edge",
    "": "named, not on the map",
}
