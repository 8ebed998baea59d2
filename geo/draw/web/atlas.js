/* Draws what the server asks for, from the shapes in window.atlasData, and answers a press by itself.
   The server sends ids; names are set as text nodes, never as markup. What is selected is the page's
   to say (pages/web/page.js); a press and a layer are drawn at once and told there. */
window.atlas = (function () {
  "use strict";
  const data = window.atlasData;
  const MARK_PX = 8;
  const TICK_ROOM_PX = 12; /* or a figure reads as a part of the name beside it */
  const TIP_PX = 10; /* how far a tip stands off the pointer */
  const THEMES = ["light", "dark"];
  let lastRequest = null;
  let home = null;
  let placing = 0;
  let [drawing, isLettered] = [0, false];
  let features = null;
  let names = null;
  let scene = null;
  let field = null;
  let selection = { feature: "", variant: "" };
  let [layersOn, hidden] = [[], []];
  let explained = null;
  const waiting = new Map();
  const overlay = window.makeOverlay(data);

  const at = (c) => L.latLng(c[1] / data.scale, c[0] / data.scale);

  function element(tag, className, text) {
    const made = document.createElement(tag);
    made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  /* The page around this frame, where it is of the same origin and knows of selections. */
  function page() {
    try { return window.parent.arcticPage || null; } catch (refused) { return null; }
  }

  /* Does something with the page as soon as it is there: the map may be drawn before it. Of each kind
     only the last counts. */
  function withPage(kind, act) {
    if (page()) act(page());
    else waiting.set(kind, act);
  }

  function meetPage() {
    waiting.forEach((act) => act(page()));
    waiting.clear();
  }

  function report(what) {
    withPage(Object.keys(what).join(), (one) => one.report(what));
  }

  function chart(map, ground) {
    const root = map.getContainer();
    const base = window.makeGround(map, data, at, ground);
    features = window.makeFeatures(map, data, at);
    names = window.makeNames(map, data, at, data.tools.words);
    stayInPlace(root);
    handleClicks(map, root);
    home = boundsOf(ground.home);
    window.tools.add(map, { ...data.tools, home: home,
      onFrame: (id) => report({ frame: id }), onLayer: switchLayers });
    const { camera } = window.tools.here;
    field = window.makeField(map, { address: ground.ice, frame: data.tools.frame, words: data.tools.words,
      onSeason: (month) => report({ season: [selection.feature, selection.variant, month].join("|") }),
      onMonth: (month) => withPage("month", (one) => one.showsMonth(month)), onLoad: () => { if (scene) redraw(); } });
    camera.report(() => (selection.feature ? viewOf(map, selection.feature, camera.home()) : camera.home()),
      (where) => withPage("at", (one) => one.moved(where)));
    map.setMinZoom(Math.min(map.getZoom(), map.getBoundsZoom(home)) - 0.75);
    base.draw();
    map.on("resize", measure);
    map.on("zoomend resize moveend toolschange", placeSoon);
    // In a busy browser labels are still on their way when the map says that it has arrived.
    map.getPane("labels").addEventListener("transitionend", placeSoon);
    document.querySelectorAll("link[rel=stylesheet]").forEach(
      (sheet) => sheet.addEventListener("load", measure));
    document.fonts.ready.then(measure);
    join(map);
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
    const part = window.pointer.meant(event, "path.mark", names.nodes());
    return part ? part.dataset.feature : "";
  }

  function handleClicks(map, root) {
    window.pointer.follow(root);
    map.on("click", (event) => {
      const id = meant(event.originalEvent);
      if (!id) return;
      if (!page()) select(id, "");
      withPage("press", (one) => one.press({ feature: id }, "map"));
    });
    // Permanent, or Leaflet takes the name away with the click.
    const tip = L.tooltip({ direction: "top", permanent: true });
    let named = "";
    /* Above the pointer, or else on the side of it where the tip is not cut by the map's edge. */
    function placeTip(event) {
      const { x, y } = map.mouseEventToContainerPoint(event);
      const { offsetWidth, offsetHeight } = tip.getElement();
      const isAt = { right: x < offsetWidth / 2, left: x > map.getSize().x - offsetWidth / 2,
        bottom: y < offsetHeight + TIP_PX };
      tip.options.direction = Object.keys(isAt).find((side) => isAt[side]) || "top";
      tip.setLatLng(map.mouseEventToLatLng(event));
    }
    function name(id, event) {
      root.classList.toggle("pressable", Boolean(id));
      if (id && id !== named) tip.setContent(element("span", "", data.names[id]));
      // A name says by itself what it names.
      if (!id || event.target.closest(".label")) map.closeTooltip(tip);
      else {
        if (!map.hasLayer(tip)) map.openTooltip(tip.setLatLng(map.mouseEventToLatLng(event)));
        placeTip(event);
      }
      if (id !== named) told("hovered", id);
      named = id;
    }
    map.on("zoomstart", () => map.closeTooltip(tip)); /* another place is under the pointer then */
    ["mouseover", "mousemove"].forEach((type) => root.addEventListener(type, (event) => {
      if (window.pointer.isMouse()) name(event.buttons ? "" : meant(event), event);
    }));
    root.addEventListener("mouseout", (event) => {
      if (!root.contains(event.relatedTarget)) name("", event);
    });
    // Escape closes the card, unless a tool of the map has taken it.
    window.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.defaultPrevented || !selection.feature) return;
      if (page()) page().close("map");
      else select("", "");
    });
  }

  /* Once for all that end in one frame. */
  function placeSoon() {
    cancelAnimationFrame(placing);
    placing = requestAnimationFrame(place);
  }

  /* The size of labels changes with their type and with the width of the map. */
  function measure() {
    names.measure();
    place();
  }

  /* The tools come before all labels, then signs that are always seen; a figure of the graticule
     gives way to any. A place, or a state that is a point, whose name has no room is not drawn: no dots
     without a name. */
  function place() {
    if (!scene || !isLettered) return;
    cancelAnimationFrame(placing);
    const root = document.querySelector(".leaflet-container");
    const edge = root.getBoundingClientRect();
    const boxOf = (node) => {
      const box = node.getBoundingClientRect();
      return { left: box.left - edge.left, right: box.right - edge.left,
        top: box.top - edge.top, bottom: box.bottom - edge.top };
    };
    const boxes = [...document.querySelectorAll(".map-tool")].map(boxOf);
    // All is read before anything is set, or the browser would lay the map out for each figure anew.
    const figures = [...document.querySelectorAll(".tick span")].map((node) => ({ node, box: boxOf(node) }));
    const ids = [...drawnIds()];
    const disputes = ids.filter((id) => data.layers[id] === "disputes");
    const routes = new Set(ids.filter((id) => data.layers[id] === "routes"));
    const before = [...boxes, ...features.signsOf(disputes, 5)];
    const taken = names.place(before, features.linesOf(routes, 1), (entry, isSeen) => {
      if (isPlace(entry.id) && entry.key === entry.id) features.setSeen(entry.id, isSeen);
    });
    figures.forEach(({ node, box }) => {
      const around = { ...box, left: box.left - TICK_ROOM_PX, right: box.right + TICK_ROOM_PX };
      const isHidden = taken.some((other) => window.placeLabels.touch(around, other));
      node.style.visibility = isHidden ? "hidden" : "visible";
    });
  }

  const isPlace = (id) => ["port", "project"].includes((data.labels[id] || {}).type)
    || data.layers[id] === "other-states";

  const known = (id) => typeof id === "string" && Object.hasOwn(data.names, id);

  /* What a selection highlights: the feature, or a group's members too. */
  const litBy = (id) => (id ? data.members[id] || [id] : []);

  /* See `geo.draw.scene`: a layer that is off by itself still shows what articles name. */
  function isShown(id) {
    const layer = data.layers[id];
    if (layersOn.includes(layer)) return true;
    return scene.named.includes(id) && !hidden.includes(layer);
  }

  function drawnIds() {
    const passing = scene.passing || Object.keys(data.looks);
    const drawn = passing.filter((id) => isShown(id) && overlay.draws(id));
    return new Set([...drawn, ...litBy(selection.feature)].filter((id) => data.looks[id]));
  }

  function switchLayers(on) {
    layersOn = on;
    hidden = data.tools.layers.filter((one) => one.on && !on.includes(one.id)).map(({ id }) => id);
    if (scene) redraw();
    report({ layers: on });
  }

  /* What belongs to one of those, whatever its variant, and to the variant that is drawn in full. */
  function keptBy(id) {
    const { "": always = [], ...variants } = data.kept[id] || {};
    const chosen = id === selection.feature && variants[selection.variant];
    return [...always, ...(chosen || Object.values(variants)[0] || [])];
  }

  /* What a filter leaves out and the map names all the same, for orientation. */
  function idsAround(ids) {
    if (!scene.passing) return [];
    return Object.keys(data.labels).filter((id) => !ids.has(id)
      && data.orienting.includes(data.labels[id].type) && layersOn.includes(data.layers[id]));
  }

  /* Draws scene and selection as they are now: shapes at once, and what takes longer, legend and names,
     after the frame that shows them. */
  function redraw() {
    const lit = litBy(selection.feature);
    const kept = new Set(lit.flatMap(keptBy));
    const emphasisOf = (id) => {
      if (!lit.length) return "plain";
      if (lit.includes(id)) return "highlighted";
      return kept.has(id) ? "kept" : "dimmed";
    };
    const ids = drawnIds();
    field.show(layersOn, scene.ice);
    features.show(ids, emphasisOf, selection);
    if (!isLettered) told("drawn", "");
    const turn = ++drawing;
    requestAnimationFrame(() => setTimeout(() => { if (turn === drawing) complete(ids, lit, kept); }));
  }

  function complete(ids, lit, kept) {
    isLettered = true;
    explain(ids, lit);
    document.querySelector(".leaflet-container").classList.toggle("selecting", lit.length > 0);
    names.show({ ids, around: idsAround(ids), lit, kept, named: scene.named, variant: selection.variant });
    place();
    document.body.setAttribute("data-drawn", scene.stamp);
  }

  /* The legend explains what is drawn, and nothing else; where a filter leaves nothing to explain,
     what it has left out. What is selected has the accent and comes first, under its own name: see
     `geo.draw.legend`. */
  function explain(ids, lit) {
    const isNone = ![...ids].some((id) => data.entries[id]);
    const those = isNone ? Object.keys(data.entries).filter(isShown) : [...ids];
    const drawn = new Set(those.filter((id) => !lit.includes(id)).map((id) => data.entries[id]));
    const keys = data.legend.filter((key) => drawn.has(key.id)).map(
      (key) => (lit.length && key.beside ? { ...key, swatch: key.beside } : key));
    const first = lit.find((id) => data.looks[id]);
    if (first) {
      const style = data.styles[data.looks[first][data.emphases.indexOf("highlighted")]];
      keys.unshift({ id: `selected ${selection.feature}`, group: data.legend[0].group,
        text: data.names[selection.feature], swatch: window.signs.sampleOf(style, data.symbols) });
    }
    const fields = field.legend();
    const shown = keys.map((key) => `${key.id} ${key.swatch === key.beside}`).join() + fields.length;
    if (shown === explained) return;
    explained = shown;
    const titles = [...new Set(keys.map((key) => key.group))];
    const groups = titles.map((title) => ({ title, entries: keys.filter((key) => key.group === title) }));
    window.tools.here.showLegend([...groups, ...fields], overlay.sentence());
  }

  function select(feature, variant) {
    if (feature === selection.feature && variant === selection.variant) return;
    selection = { feature, variant };
    if (scene) redraw();
  }

  /* What the rest of the page may ask of the map, and what it is told: ids only, each one known, and the
     theme. */
  function join(map) {
    const own = {
      select: (feature, variant) => select(known(feature) ? feature : "", variant),
      hover: (ids) => features.hover(ids.filter(known).flatMap(litBy)),
      read: (ids) => read(map, ids.filter(known)),
      show: () => show(map, selection.feature),
      month: (month) => field.setMonth(month),
      theme: (name) => { if (THEMES.includes(name)) document.documentElement.style.colorScheme = name; },
      meetPage: meetPage,
    };
    try {
      const outer = window.parent;
      own.theme(outer.getComputedStyle(window.frameElement.parentElement).colorScheme);
      outer.arcticMap = own;
      window.addEventListener("pagehide", () => { if (outer.arcticMap === own) delete outer.arcticMap; });
    } catch (refused) { /* another origin */ }
    told("joined", "");
  }

  function told(what, id) {
    try {
      window.parent.dispatchEvent(new window.parent.CustomEvent(`arctic-${what}`,
        { detail: { id: id } }));
    } catch (refused) { /* another origin */ }
  }

  function boundsOf(box) {
    return L.latLngBounds([box[1], box[0]], [box[3], box[2]]);
  }

  /* The view that shows a feature well: the one before, where it does. Of what lies beyond the rim
     there is no box: then the one before if its marks are in sight, and else all of the chart. */
  function viewOf(map, id, before) {
    const { camera } = window.tools.here;
    if (data.boxes[id]) return camera.viewOf(boundsOf(data.boxes[id]), before);
    const marks = litBy(id).filter((one) => data.anchors[one]).map((one) => at(data.anchors[one]));
    const [inset, size] = [L.point(MARK_PX, MARK_PX), map.getSize()];
    const corner = map.project(...before).subtract(size.divideBy(2));
    const sight = L.bounds(inset, size.subtract(inset));
    const isSeen = (mark) => sight.contains(map.project(mark, before[1]).subtract(corner));
    if (marks.every(isSeen)) return before;
    const whole = L.latLngBounds(home.getSouthWest(), home.getNorthEast());
    return camera.fit(whole.extend(L.latLngBounds(marks)).pad(0.03));
  }

  /* From the reader's own view, or from home: whatever was shown in between, say by a press before
     this one, does not matter. */
  function show(map, id) {
    const { camera } = window.tools.here;
    const own = camera.own();
    const isShown = own && viewOf(map, id, own) === own;
    camera.go(isShown ? own : viewOf(map, id, camera.home()));
  }

  /* Lights what the reader has before them; the map goes there only if all of it lies out of sight. */
  function read(map, ids) {
    const lit = ids.filter((id) => data.shapes[id] && data.layers[id] !== "regions");
    features.read(lit);
    const boxes = lit.filter((id) => data.boxes[id] && data.shapes[id])
      .map((id) => boundsOf(data.boxes[id]));
    if (!boxes.length || boxes.some((box) => map.getBounds().intersects(box))) return;
    map.panTo(boxes[0].getCenter(), { animate: !window.pointer.still, duration: 0.6 });
  }

  /* Goes where the server asks: to a place of the address, to what is selected, or home. */
  function follow(map, sent) {
    const isFirst = lastRequest === null;
    if (sent.request === lastRequest) return;
    lastRequest = sent.request;
    const { camera } = window.tools.here;
    if (sent.at) camera.goTo(sent.at);
    else if (selection.feature) {
      camera.forget();
      show(map, selection.feature);
    } else if (!isFirst) camera.goHome(true);
  }

  /* Draws what the server sends; while it has not answered the last press, its selection, layers and
     camera are of before. */
  function draw(map, group, sent) {
    window.feature_group = [];
    group.addTo(map);
    scene = sent;
    const renamed = overlay.lay(sent.overlay);
    if (renamed) {
      names.forget(renamed);
      explained = null;
    }
    const said = { ...sent, feature: sent.selected };
    const isNew = !page() || page().told(said);
    selection = page() ? page().selection() : said;
    if (isNew) {
      [layersOn, hidden] = [sent.layers, sent.hidden];
      window.tools.here.setLayers(layersOn);
      follow(map, sent);
    }
    redraw();
  }

  return { chart: chart, draw: draw };
})();
