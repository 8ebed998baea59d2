/* What a chart stands on: its frame's document and type, its panes, the land under all features, and
   the meridians' figures around the rim. */
window.makeGround = function (map, data, at, ground) {
  "use strict";
  /* Among Leaflet's own panes: over its tiles (200), and over its markers (600), under its tips. */
  const [SHAPES_Z, LABELS_Z] = [300, 620];
  /* Leaflet leaves out what changes a line by less, in pixels; at its own 1 the circles of a small map
     have corners. */
  const SMOOTH = { smoothFactor: 0.2 };
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

  /* A drawing with a group for each of several panes. Leaflet makes a drawing for each pane, and of each
     drawing, and of whatever it moves in three dimensions, a browser keeps a picture by itself: more
     than 70, a dozen as large as the map. Without a graphics card it took 40 to 70 ms a frame to put
     them together. What changes under the pointer has a picture to itself. */
  const Sheet = L.SVG.extend({
    _initContainer() {
      L.SVG.prototype._initContainer.call(this);
      const group = (id, parent) => {
        const made = L.SVG.create("g");
        made.setAttribute("class", `leaflet-${id}-pane`);
        if (id in ground.styles) made.style.pointerEvents = "none";
        this.groups[id] = parent.appendChild(made);
      };
      this.groups = {};
      this.options.panes.forEach((id) => {
        group(id, this._rootGroup);
        const within = Object.keys(ground.nested).filter((one) => ground.nested[one] === id);
        within.forEach((one) => group(one, this.groups[id]));
      });
    },
    _addPath(layer) {
      this.groups[layer.options.pane].appendChild(layer._path);
      layer.addInteractiveTarget(layer._path);
    },
  });

  function addPanes() {
    L.Browser.ie3d = true; /* which moves in two dimensions */
    const halo = ground.panes.indexOf("halo");
    const parts = [ground.panes.slice(0, halo), ["halo"], ground.panes.slice(halo + 1)];
    const sheets = parts.map((panes, i) => {
      const pane = `shapes-${i}`;
      map.createPane(pane).style.zIndex = SHAPES_Z + i;
      return new Sheet({ pane, panes }).addTo(map);
    });
    const own = map._getPaneRenderer;
    map._getPaneRenderer = (id) => sheets.find((one) => one.groups[id]) || own.call(map, id);
    map.createPane("labels").style.zIndex = LABELS_Z;
    drawMoves(sheets);
  }

  /* Leaflet draws a margin around what is in sight, and anew only where a move ends. */
  function drawMoves(sheets) {
    map.on("move", () => {
      const corners = [[0, 0], map.getSize()].map((corner) => map.containerPointToLayerPoint(corner));
      const seen = L.bounds(corners);
      sheets.filter((one) => !one._bounds.contains(seen)).forEach((one) => one._update());
    });
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

  /* An outline drawn once more, above: it is the other's, and need not be worked out twice. */
  const Outline = L.Polygon.extend({
    initialize(other, options) {
      L.Polygon.prototype.initialize.call(this, [], { ...options, interactive: false });
      this._other = other;
    },
    _project() { /* the other does */ },
    _update() {
      if (this._map) this._path.setAttribute("d", this._other.getElement().getAttribute("d"));
    },
  });

  /* Draws the land once the map stands where it will: each move would draw it anew. */
  function draw() {
    const { styles } = ground;
    const add = (geometry, look) => L.geoJson(geometry,
      { coordsToLatLng: at, style: { ...look, interactive: false } }).addTo(map);
    add(data.disc, { ...styles.disc, ...SMOOTH });
    add(data.graticule, { ...styles.grid, ...SMOOTH });
    const [land] = add(data.land, styles.land).getLayers();
    new Outline(land, { ...styles.coast, fill: false }).addTo(map);
    add(data.circle, { ...styles.circle, ...SMOOTH });
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
