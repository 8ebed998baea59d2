/* What a chart stands on: its frame's document and type, its panes, the land under all features, and
   the meridians' figures around the rim. */
window.makeGround = function (map, data, at, ground) {
  "use strict";
  /* Among Leaflet's own panes: over its tiles (200), and over its markers (600), under its tips. Within
     a pane its own drawing is at 200. */
  const [NESTED_Z, SHAPES_Z, LABELS_Z] = [100, 300, 620];
  /* Leaflet leaves out what changes a line by less, in pixels; at its own 1 the rim of a small map has
     corners. */
  const SMOOTH = 0.2;
  const root = map.getContainer();

  function style(text) {
    const made = document.createElement("style");
    made.textContent = text;
    document.head.appendChild(made);
  }

  /* The page's own type, where this frame may read the page's style sheets. */
  function borrowFonts() {
    try {
      const faces = [];
      for (const sheet of window.parent.document.styleSheets) {
        for (const rule of sheet.cssRules) {
          if (!(rule instanceof window.parent.CSSFontFaceRule)) continue;
          const base = sheet.href || window.parent.document.baseURI;
          faces.push(rule.cssText.replace(/url\("([^"]+)"\)/g,
            (_, url) => `url("${new URL(url, base).href}")`));
        }
      }
      style(faces.join("\n"));
    } catch (refused) { /* another origin: the system's own type does */ }
  }

  function name() {
    root.style.background = "var(--page)";
    root.setAttribute("role", "region");
    root.setAttribute("aria-label", ground.name);
    document.documentElement.lang = "en";
    document.title = ground.name;
    document.querySelectorAll("meta[name=viewport]").forEach(
      (meta) => meta.setAttribute("content", "width=device-width, initial-scale=1"));
    try { window.frameElement.title = ground.name; } catch (refused) { /* another origin */ }
  }

  function pane(id, order, isReachable) {
    const made = map.createPane(id);
    made.style.zIndex = order;
    if (!isReachable) made.style.pointerEvents = "none";
  }

  function addPanes() {
    ground.panes.forEach((id, i) => pane(id, SHAPES_Z + 10 * i, !(id in ground.styles)));
    Object.entries(ground.nested).forEach(([id, outer]) => {
      map.createPane(id, map.getPane(outer)).style.zIndex = NESTED_Z;
    });
    pane("labels", LABELS_Z, true);
  }

  /* The hatching of joint and claimed waters, to which fills refer. */
  function addHatches() {
    const svg = L.SVG.create("svg");
    svg.setAttribute("width", 0);
    svg.setAttribute("height", 0);
    svg.style.position = "absolute";
    Object.entries(data.hatches).forEach(([id, look]) => svg.appendChild(
      window.signs.tile(`hatch-${id}`, look)));
    root.appendChild(svg);
  }

  function addTick(tick) {
    const [x, y] = [0, 1].map((i) => ground.pole[i] + tick.at[i] * ground.tick_radius);
    const html = document.createElement("span");
    html.textContent = tick.text;
    L.marker(L.latLng(y, x), { pane: "labels", interactive: false, keyboard: false,
      icon: L.divIcon({ className: "tick", html, iconSize: [0, 0] }) }).addTo(map);
  }

  /* Draws the land once the map stands where it will: each move would draw it anew. */
  function draw() {
    const { styles } = ground;
    const add = (geometry, look) => L.geoJson(geometry,
      { coordsToLatLng: at, style: { ...look, interactive: false, smoothFactor: SMOOTH } }).addTo(map);
    add(data.disc, styles.disc);
    add(data.graticule, styles.grid);
    add(data.land, styles.land);
    add(data.land, { ...styles.coast, fill: false });
    add(data.circle, styles.circle);
  }

  borrowFonts();
  name();
  style(data.css);
  addPanes();
  addHatches();
  data.ticks.forEach(addTick);
  data.pole = ground.pole;
  return { draw };
};
