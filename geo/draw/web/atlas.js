/* Draws what the server asks for, from the shapes in window.atlasData.
   The server sends ids, styles and positions; names are set as text nodes, never as markup. */
window.atlas = (function () {
  "use strict";
  const data = window.atlasData;
  const MARK_PX = 8;
  /* Among Leaflet's own panes: over its tiles (200), and over its markers (600), under its tips. */
  const [SHAPES_Z, LABELS_Z] = [300, 620];
  let lastRequest = null;
  let labels = [];
  let home = null;
  let placing = 0;

  const CSS = `
    .leaflet-container { font: 400 12px/1.2 "Source Sans", "Source Sans 3", system-ui, sans-serif;
      color: var(--ink); --serif: "Source Serif", "Source Serif 4", Georgia, serif; }
    .leaflet-container:focus-visible { outline: 3px solid var(--highlight); outline-offset: -3px; }
    .leaflet-tooltip { background: var(--page); color: var(--ink); border: 1px solid var(--circle);
      box-shadow: none; font-size: 13px; padding: 2px 7px; border-radius: 2px; }
    .leaflet-tooltip::before { display: none; }
    .anchor, .tick { width: 0 !important; height: 0 !important; }
    .anchor .label, .tick span { position: absolute; white-space: nowrap; transform: translate(-50%, -50%);
      text-shadow: 0 0 2px var(--halo), 0 0 3px var(--halo), 0 0 4px var(--halo); }
    .anchor.east .label { transform: translate(8px, -50%); }
    .anchor.west .label { transform: translate(calc(-100% - 8px), -50%); }
    .anchor.below .label { transform: translate(-50%, 7px); }
    .tick span { color: var(--quiet_ink); font-size: 11px; }
    .label, .pressable { cursor: pointer; }
    .leaflet-pane > svg path.unseen { pointer-events: none; }
    .label.rim::before { content: var(--dot) " "; color: var(--highlight); visibility: visible; }
    .anchor.west .label.rim::before { content: none; }
    .anchor.west .label.rim::after { content: " " var(--dot); color: var(--highlight); visibility: visible; }
    .anchor.east .label.rim { transform: translate(-4px, -50%); }
    .anchor.west .label.rim { transform: translate(calc(-100% + 4px), -50%); }
  `;

  const at = (c) => L.latLng(c[1] / data.scale, c[0] / data.scale);

  function element(tag, className, text) {
    const made = document.createElement(tag);
    made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  /* While the page has lost its server the click waits there (see pages/web/connection.js). */
  function report(what) {
    const click = () => window.Streamlit.setComponentValue({ ...what, n: Date.now() });
    let link = null;
    try { link = window.parent.arcticConnection; } catch (refused) { /* another origin */ }
    if (link) link.send(click); else click();
  }

  function shape(geometry, options) {
    return L.geoJson(geometry, {
      coordsToLatLng: at,
      style: options,
      pointToLayer: (_, where) => L.circleMarker(where, options),
    });
  }

  function pane(map, name, order, reachable) {
    const made = map.createPane(name);
    made.style.zIndex = order;
    if (!reachable) made.style.pointerEvents = "none";
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
      document.head.appendChild(element("style", "", faces.join("\n")));
    } catch (refused) { /* another origin: the system's own type does */ }
  }

  function chart(map, ground) {
    borrowFonts();
    const root = map.getContainer();
    root.style.background = ground.colours.page;
    root.setAttribute("role", "region");
    root.setAttribute("aria-label", ground.name);
    document.documentElement.lang = "en";
    document.documentElement.style.background = ground.colours.page;
    document.title = ground.name;
    document.querySelectorAll("meta[name=viewport]").forEach(
      (meta) => meta.setAttribute("content", "width=device-width, initial-scale=1"));
    try { window.frameElement.title = ground.name; } catch (refused) { /* another origin */ }
    Object.entries(ground.colours).forEach(
      ([name, colour]) => root.style.setProperty("--" + name, colour));
    const css = element("style", "", CSS + data.label_css);
    document.head.appendChild(css);
    const isReachable = (name) => !(name in ground.styles);
    ground.panes.forEach((name, i) => pane(map, name, SHAPES_Z + 10 * i, isReachable(name)));
    pane(map, "labels", LABELS_Z, true);
    const addGround = (geometry, style) => shape(geometry, { ...style, interactive: false }).addTo(map);
    if (data.disc) addGround(data.disc, ground.styles.disc);
    else root.style.background = ground.colours.sea;
    addGround(data.graticule, ground.styles.grid);
    addGround(data.land, ground.styles.land);
    data.ticks.forEach((tick) => ticked(map, tick, ground));
    stayInPlace(root);
    handleClicks(map, root);
    home = boundsOf(ground.home);
    window.tools.add(map, { ...data.tools, home: home,
      onFrame: (id) => report({ frame: id }), onLayer: (_id, _isOn, on) => report({ layers: on }) });
    map.setMinZoom(Math.min(map.getZoom(), map.getBoundsZoom(home)) - 0.75);
    map.on("zoomend resize moveend toolschange", place);
    // In a busy browser labels are still on their way when the map says that it has arrived.
    map.getPane("labels").addEventListener("transitionend", placeSoon);
    document.querySelectorAll("link[rel=stylesheet]").forEach(
      (sheet) => sheet.addEventListener("load", place));
    document.fonts.ready.then(place);
    new ResizeObserver(() => map.invalidateSize({ animate: false })).observe(root);
  }

  /* Leaflet focuses the map as the button goes down; the browser would then scroll this frame and
     the page around it until the map stands in sight, and the button would come up elsewhere. */
  function stayInPlace(root) {
    root.focus = () => HTMLElement.prototype.focus.call(root, { preventScroll: true });
  }

  /* The id of the feature that an event means, or "". */
  function meant(event) {
    if (window.tools.takes(event)) return "";
    const part = window.pointer.meant(event, "path.mark", labels.map((entry) => entry.node));
    return part ? part.dataset.feature : "";
  }

  function handleClicks(map, root) {
    window.pointer.follow(root);
    map.on("click", (event) => {
      const id = meant(event.originalEvent);
      if (id) report({ id: id });
    });
    // Permanent, or Leaflet takes the name away with the click.
    const tip = L.tooltip({ direction: "top", permanent: true });
    let named = "";
    function name(id, event) {
      root.classList.toggle("pressable", Boolean(id));
      if (!id) map.closeTooltip(tip);
      else tip.setLatLng(map.mouseEventToLatLng(event));
      if (id && id !== named) map.openTooltip(tip.setContent(element("span", "", data.names[id])));
      named = id;
    }
    ["mouseover", "mousemove"].forEach((type) => root.addEventListener(type, (event) => {
      if (window.pointer.isMouse()) name(event.buttons ? "" : meant(event), event);
    }));
    root.addEventListener("mouseout", (event) => {
      if (!root.contains(event.relatedTarget)) name("", event);
    });
  }

  function ticked(map, tick, ground) {
    const [x, y] = [0, 1].map((i) => ground.pole[i] + tick.at[i] * ground.tick_radius);
    const where = L.latLng(y, x);
    L.marker(where, { pane: "labels", interactive: false, keyboard: false,
      icon: L.divIcon({ className: "tick", html: element("span", "", tick.text), iconSize: [0, 0] }),
    }).addTo(map);
  }

  /* Only the nearest of the marks answers to a click; what is neither seen nor an area never does. */
  function add(group, geometry, style, id) {
    const isSeen = style.opacity > 0 || (style.fill && style.fillOpacity > 0);
    shape(geometry, style).addTo(group).eachLayer((part) => {
      const path = part.getElement();
      if (!path || style.interactive === false) return;
      path.setAttribute("data-feature", id);
      const isMark = part instanceof L.CircleMarker || !style.fill;
      if (isMark) path.classList.add(isSeen ? "mark" : "unseen");
    });
  }

  /* A line is drawn on a casing. */
  function drawn(group, item, styles) {
    const [id, variant, number] = item;
    const geometry = (data.shapes[id] || {})[variant];
    if (!geometry) return;
    const { casing, ...style } = styles[number];
    if (casing) add(group, geometry, { ...style, ...casing, interactive: false }, id);
    add(group, geometry, style, id);
  }

  function label(map, group, entry, types) {
    const [id, number, minZoom, isRequired, slug, index] = entry;
    const [type, side] = types[number];
    const exit = slug === undefined ? null : data.exits[id][slug][index];
    const made = element("span", "label " + type, exit ? exit.text : data.names[id]);
    const marker = L.marker(at(exit ? exit.at : data.anchors[id]), { pane: "labels", keyboard: false,
      bubblingMouseEvents: true,
      icon: L.divIcon({ className: "anchor " + side, html: made, iconSize: [0, 0] }) });
    marker.addTo(group);
    marker.getElement().setAttribute("data-feature", id);
    labels.push({ node: made, isRequired: Boolean(isRequired), minZoom: minZoom, map: map });
  }

  /* Once for all that end in one frame. */
  function placeSoon() {
    cancelAnimationFrame(placing);
    placing = requestAnimationFrame(place);
  }

  /* The controls come before all labels; a figure of the graticule gives way to any. */
  function place() {
    const controls = document.querySelectorAll(".map-tool");
    const edge = document.querySelector(".leaflet-container").getBoundingClientRect();
    const entries = labels.map(({ node, isRequired, minZoom, map }) => (
      { node, isRequired, isWanted: map.getZoom() >= minZoom }));
    const taken = window.placeLabels(entries, edge,
      Array.from(controls, (control) => control.getBoundingClientRect()));
    document.querySelectorAll(".tick span").forEach((figure) => {
      const box = figure.getBoundingClientRect();
      const isHidden = taken.some((other) => window.placeLabels.touch(box, other));
      figure.style.visibility = isHidden ? "hidden" : "visible";
    });
  }

  function boundsOf(box) {
    return L.latLngBounds([box[1], box[0]], [box[3], box[2]]);
  }

  /* Goes to a box only when asked anew, and only when it is not well in sight already. Where all
     that is asked for lies beyond the rim there is no box: the map stays if its marks are in sight,
     and else goes home. */
  function moveCamera(map, where) {
    if (where.request === lastRequest) return;
    lastRequest = where.request;
    const seen = map.getBounds();
    if (where.box) {
      const box = boundsOf(where.box);
      const isNear = Math.abs(map.getBoundsZoom(box) - map.getZoom()) < 1.6;
      if (!seen.contains(box) || !isNear) go(map, box);
      return;
    }
    const marks = where.ids.filter((id) => data.anchors[id]).map((id) => at(data.anchors[id]));
    const [inset, size] = [L.point(MARK_PX, MARK_PX), map.getSize()];
    const sight = L.bounds(inset, size.subtract(inset));
    if (marks.every((mark) => sight.contains(map.latLngToContainerPoint(mark)))) return;
    const whole = L.latLngBounds(home.getSouthWest(), home.getNorthEast());
    go(map, whole.extend(L.latLngBounds(marks)).pad(0.03));
  }

  function go(map, box) {
    map.fitBounds(box, { animate: !window.pointer.still, duration: 0.4 });
  }

  function draw(map, group, scene) {
    window.feature_group = [];
    labels = [];
    group.addTo(map);
    scene.items.forEach((item) => drawn(group, item, scene.styles));
    scene.labels.forEach((entry) => label(map, group, entry, scene.types));
    window.tools.here.setLayers(scene.layers);
    moveCamera(map, scene.camera);
    place();
    document.body.setAttribute("data-drawn", scene.stamp);
  }

  return { chart: chart, draw: draw };
})();
