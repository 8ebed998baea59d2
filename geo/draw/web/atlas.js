/* Draws what the server asks for, from the shapes in window.atlasData.
   The server sends ids, styles and positions; names are set as text nodes, never as markup. */
window.atlas = (function () {
  "use strict";
  const data = window.atlasData;
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const REACH_PX = { mouse: 8, touch: 16 };
  const MARK_PX = 8;
  let lastLook = null;
  let labels = [];
  let home = null;
  let pointer = "mouse";

  const CSS = `
    .leaflet-container { font: 400 12px/1.2 "Source Sans", "Source Sans 3", system-ui, sans-serif;
      color: var(--ink); }
    .leaflet-container:focus-visible { outline: 3px solid var(--lit); outline-offset: -3px; }
    .leaflet-tooltip { background: var(--page); color: var(--ink); border: 1px solid var(--circle);
      box-shadow: none; font-size: 13px; padding: 2px 7px; border-radius: 2px; }
    .leaflet-tooltip::before { display: none; }
    .leaflet-bar a { background: var(--page); color: var(--ink); border-color: var(--graticule); }
    .leaflet-bar a:hover, .leaflet-bar a.leaflet-disabled { background: var(--page);
      color: var(--quiet); }
    .leaflet-container .leaflet-control-attribution { background: var(--page); color: var(--quiet);
      font-size: 11px; padding: 1px 6px; }
    .spot, .tick { width: 0 !important; height: 0 !important; }
    .spot .label, .tick span { position: absolute; white-space: nowrap; transform: translate(-50%, -50%);
      text-shadow: 0 0 2px var(--halo), 0 0 3px var(--halo), 0 0 4px var(--halo); }
    .spot.east .label { transform: translate(8px, -50%); }
    .spot.west .label { transform: translate(calc(-100% - 8px), -50%); }
    .spot.below .label { transform: translate(-50%, 7px); }
    .tick span { color: var(--quiet); font-size: 11px; }
    .label, .pressable { cursor: pointer; }
    .leaflet-pane > svg path.unseen { pointer-events: none; }
    .label.water { font: italic 400 13px/1.1 "Source Serif", "Source Serif 4", Georgia, serif;
      color: var(--water); letter-spacing: 0.02em; }
    .label.narrow { font: italic 400 11.5px/1.1 "Source Serif", Georgia, serif; color: var(--strait); }
    .label.land { font-weight: 600; letter-spacing: 0.09em; color: var(--state); font-size: 12px;
      text-transform: uppercase; }
    .label.isle { color: var(--region); font-size: 11.5px; }
    .label.way { font-weight: 600; color: var(--route); font-size: 12.5px; }
    .label.plan { font-weight: 600; color: var(--corridor); font-size: 12.5px; }
    .label.port { color: var(--place); font-size: 11.5px; }
    .label.law { color: var(--zone); font-size: 11.5px; }
    .label.rim { color: var(--place); font-size: 12px; font-weight: 600; }
    .label.rim::before { content: "\u25CF "; color: var(--lit); visibility: visible; }
    .spot.west .label.rim::before { content: none; }
    .spot.west .label.rim::after { content: " \u25CF"; color: var(--lit); visibility: visible; }
    .spot.east .label.rim { transform: translate(-4px, -50%); }
    .spot.west .label.rim { transform: translate(calc(-100% + 4px), -50%); }
    @media (max-width: 520px) { #map_div { height: 100vh !important; } }
    .label.lit { color: var(--lit); font-weight: 700; }
  `;

  const at = (c) => L.latLng(c[1] / data.scale, c[0] / data.scale);

  function element(tag, className, text) {
    const made = document.createElement(tag);
    made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  /* While the page has lost its server the click waits there (see pages/web/connection.js). */
  function press(id) {
    const click = () => window.Streamlit.setComponentValue({ id: id, n: Date.now() });
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

  function chart(map, look) {
    borrowFonts();
    const root = map.getContainer();
    root.style.background = look.page;
    root.setAttribute("role", "region");
    root.setAttribute("aria-label", look.name);
    document.documentElement.lang = "en";
    document.documentElement.style.background = look.page;
    document.title = look.name;
    document.querySelectorAll("meta[name=viewport]").forEach(
      (meta) => meta.setAttribute("content", "width=device-width, initial-scale=1"));
    try { window.frameElement.title = look.name; } catch (refused) { /* another origin */ }
    Object.entries(look.inks).forEach(([name, ink]) => root.style.setProperty("--" + name, ink));
    const css = element("style", "", CSS);
    document.head.appendChild(css);
    [["disc", 300], ["water", 340], ["grid", 350], ["land", 360], ["circle", 365], ["states", 370],
     ["areas", 380], ["lines", 410], ["lit", 430], ["points", 440], ["labels", 620]]
      .forEach(([name, order]) => pane(map, name, order, !["disc", "grid", "land"].includes(name)));
    if (data.disc) {
      shape(data.disc, { pane: "disc", interactive: false, weight: 1.5, color: look.circle,
        fillColor: look.sea, fillOpacity: 1 }).addTo(map);
    } else { root.style.background = look.sea; }
    shape(data.graticule, { pane: "grid", interactive: false, fill: false, weight: 0.8,
      color: look.graticule }).addTo(map);
    shape(data.land, { pane: "land", interactive: false, weight: 0.7, color: look.shore,
      fillColor: look.land, fillOpacity: 1 }).addTo(map);
    data.ticks.forEach((tick) => ticked(map, tick, look));
    if (look.imagery) L.tileLayer(look.imagery, { pane: "disc", noWrap: true }).addTo(map);
    map.attributionControl.setPrefix(false);
    map.attributionControl.getContainer().textContent = look.credit;
    map.scrollWheelZoom.disable();
    map.on("focus", () => map.scrollWheelZoom.enable());
    map.on("blur", () => map.scrollWheelZoom.disable());
    stayInPlace(root);
    answerPresses(map, root);
    home = boundsOf(look.home);
    map.fitBounds(home, { animate: false });
    map.setMinZoom(Math.min(map.getZoom(), map.getBoundsZoom(home)) - 0.75);
    map.on("zoomend resize moveend", place);
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

  /* What an event of the pointer means: the label under it, else the nearest line or point within
     reach, else the area under it. An event that a script makes has no place, only a target. */
  function meant(event) {
    const holder = event.target.closest("[data-feature]");
    const own = holder ? holder.dataset.feature : "";
    if (!event.isTrusted || event.target.closest(".label")) return own;
    const marks = [...document.querySelectorAll("path.mark")];
    if (pointer === "touch") marks.push(...labels.filter(isSeen).map((entry) => entry.node));
    const mark = window.nearestMark(marks, event.clientX, event.clientY, REACH_PX[pointer]);
    return mark ? mark.closest("[data-feature]").dataset.feature : own;
  }

  function answerPresses(map, root) {
    root.addEventListener("pointerdown",
      (event) => { pointer = event.pointerType === "touch" ? "touch" : "mouse"; }, true);
    map.on("click", (event) => {
      const id = meant(event.originalEvent);
      if (id) press(id);
    });
    // Permanent, or Leaflet takes the name away with the press.
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
      if (pointer === "mouse") name(event.buttons ? "" : meant(event), event);
    }));
    root.addEventListener("mouseout", (event) => {
      if (!root.contains(event.relatedTarget)) name("", event);
    });
  }

  function ticked(map, tick, look) {
    const radius = look.rim + 16;
    const where = L.latLng(look.pole[1] + tick.at[1] * radius, look.pole[0] + tick.at[0] * radius);
    L.marker(where, { pane: "labels", interactive: false, keyboard: false,
      icon: L.divIcon({ className: "tick", html: element("span", "", tick.text), iconSize: [0, 0] }),
    }).addTo(map);
  }

  /* Only the nearest of the marks answers to a press; what is neither seen nor an area never does. */
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

  function label(map, group, entry, looks) {
    const [id, number, from, always, slug, index] = entry;
    const [look, side] = looks[number];
    const exit = slug === undefined ? null : data.exits[id][slug][index];
    const made = element("span", "label " + look, exit ? "\u2192 " + exit.to : data.names[id]);
    const marker = L.marker(at(exit ? exit.at : data.spots[id]), { pane: "labels", keyboard: false,
      bubblingMouseEvents: true,
      icon: L.divIcon({ className: "spot " + side, html: made, iconSize: [0, 0] }) });
    marker.addTo(group);
    marker.getElement().setAttribute("data-feature", id);
    labels.push({ node: made, always: always, from: from, map: map });
  }

  const isSeen = (entry) => entry.node.style.visibility === "visible";

  const touch = (a, b) => a.left < b.right + 3 && a.right > b.left - 3
    && a.top < b.bottom + 1 && a.bottom > b.top - 1;

  /* Labels come in order of weight; one that would touch an earlier one stays out of sight, and so
     do one that the edge of the map would cut and a figure of the graticule under a label. */
  function place() {
    const controls = document.querySelectorAll(".leaflet-control");
    const taken = Array.from(controls, (control) => control.getBoundingClientRect());
    const edge = document.querySelector(".leaflet-container").getBoundingClientRect();
    labels.forEach((entry) => {
      entry.node.style.visibility = "hidden";
      if (!entry.always && entry.map.getZoom() < entry.from) return;
      const box = entry.node.getBoundingClientRect();
      const isCut = box.left < edge.left || box.top < edge.top
        || box.right > edge.right || box.bottom > edge.bottom;
      if ((isCut || taken.some((other) => touch(box, other))) && !entry.always) return;
      entry.node.style.visibility = "visible";
      taken.push(box);
    });
    document.querySelectorAll(".tick span").forEach((figure) => {
      const box = figure.getBoundingClientRect();
      figure.style.visibility = taken.some((other) => touch(box, other)) ? "hidden" : "visible";
    });
  }

  function boundsOf(box) {
    return L.latLngBounds([box[1], box[0]], [box[3], box[2]]);
  }

  /* Goes to a box only when asked anew, and only when it is not well in sight already. Where all
     that is asked for lies beyond the rim there is no box: the map stays if its marks are in sight,
     and else goes home. */
  function look(map, where) {
    if (where.n === lastLook) return;
    lastLook = where.n;
    const seen = map.getBounds();
    if (where.box) {
      const box = boundsOf(where.box);
      const isNear = Math.abs(map.getBoundsZoom(box) - map.getZoom()) < 1.6;
      if (!seen.contains(box) || !isNear) go(map, box);
      return;
    }
    const marks = where.ids.filter((id) => data.spots[id]).map((id) => at(data.spots[id]));
    const [inset, size] = [L.point(MARK_PX, MARK_PX), map.getSize()];
    const sight = L.bounds(inset, size.subtract(inset));
    if (marks.every((mark) => sight.contains(map.latLngToContainerPoint(mark)))) return;
    const whole = L.latLngBounds(home.getSouthWest(), home.getNorthEast());
    go(map, whole.extend(L.latLngBounds(marks)).pad(0.03));
  }

  function go(map, box) {
    map.fitBounds(box, { animate: !still, duration: 0.4 });
  }

  function draw(map, group, scene) {
    window.feature_group = [];
    labels = [];
    group.addTo(map);
    scene.items.forEach((item) => drawn(group, item, scene.styles));
    scene.labels.forEach((entry) => label(map, group, entry, scene.looks));
    if (scene.look) look(map, scene.look);
    place();
    document.body.setAttribute("data-drawn", scene.stamp);
  }

  return { chart: chart, draw: draw };
})();
