/* Makes the labels of a Leaflet map and places them: names at a position, names along a line, marks
   on the rim, and where tracks go on beyond it. Texts are set as text nodes. */
window.makeNames = function (map, data, at, words) {
  "use strict";
  const GAP_PX = 8;
  const EXIT_CHARS = 18;
  const NARROW_PX = 520;
  const [LOW_PX, NARROW_TYPE, LOW_TYPE] = [300, 0.88, 0.78];
  const pane = map.getPane("labels");
  const sheet = svg("svg", { class: "along leaflet-zoom-hide", width: 1, height: 1 });
  pane.appendChild(sheet);
  const made = new Map();
  let shown = [];
  let lastZoom = null;

  function svg(tag, marks) {
    const node = L.SVG.create(tag);
    Object.entries(marks).forEach(([key, value]) => node.setAttribute(key, value));
    return node;
  }

  const isNarrow = () => map.getSize().x < NARROW_PX;
  /* The size of type over the usual one. */
  function typeSize() {
    const { x, y } = map.getSize();
    if (Math.min(x, y) < LOW_PX) return LOW_TYPE;
    return x < NARROW_PX ? NARROW_TYPE : 1;
  }
  const OVER_RIM = ["rim", "exit", "port"];
  /* Whose names keep off the lines of routes. */
  const BESIDE = ["port", "project", "law", "narrow"];

  /* One label at positions; measured once the page's type is there. */
  function standing(id, key, lines, type, places, sides, starts = []) {
    const node = document.createElement("span");
    node.className = `label ${type}`;
    node.dataset.feature = id;
    lines.forEach((line, index) => {
      const part = document.createElement("span");
      part.className = index && type === "land" && line.startsWith("(") ? "line under" : "line";
      part.textContent = line;
      node.appendChild(part);
    });
    const marker = L.marker(at(places[0]), { pane: "labels", keyboard: false,
      bubblingMouseEvents: true,
      icon: L.divIcon({ className: "anchor", html: node, iconSize: [0, 0] }) }).addTo(map);
    marker.getElement().setAttribute("data-feature", id);
    const places_ = () => sorted(places, starts).flatMap((one) => sides.map(
      (side) => [at(one), side]));
    let size = null;
    return { id, key, node, type,
      remove: () => marker.remove(),
      measure: () => { size = [node.offsetWidth, node.offsetHeight]; },
      places: () => places_().map(([where, side]) => [boxAt(where, side, size)]),
      show: (index) => {
        node.style.visibility = index < 0 ? "hidden" : "visible";
        if (index < 0) return;
        const [where, side] = places_()[index];
        marker.setLatLng(where);
        node.dataset.side = side;
      } };
  }

  /* Places, those first that were chosen for a map of about this size. */
  function sorted(places, starts) {
    const off = data.sizes.map((zoom) => Math.abs(zoom - map.getZoom()));
    const start = [0, ...starts][off.indexOf(Math.min(...off))] || 0;
    return [...places.slice(start), ...places.slice(0, start)];
  }

  function boxAt(where, side, [width, height]) {
    const { x, y } = map.latLngToContainerPoint(where);
    const left = { east: x + GAP_PX, west: x - GAP_PX - width }[side] ?? x - width / 2;
    const top = { below: y + GAP_PX - 1, above: y - GAP_PX + 1 - height }[side] ?? y - height / 2;
    return { left, right: left + width, top, bottom: top + height };
  }

  /* One label along a line: the first stretch of it in sight that is free, for the first of its texts
     that finds one. */
  function along(id, texts, type, spots, starts) {
    const path = svg("path", { id: `along-${id}`, fill: "none", stroke: "none" });
    const text = svg("text", { class: `label ${type}`, "data-feature": id, "text-anchor": "middle",
      dy: ".34em" });
    const run = svg("textPath", { href: `#along-${id}`, startOffset: "50%" });
    run.textContent = texts[0];
    text.appendChild(run);
    sheet.append(path, text);
    let [lengths, height] = [[], 0];
    let lines = [];
    return { id, key: id, node: text, isAlong: true,
      remove: () => { path.remove(); text.remove(); },
      measure: () => {
        const look = getComputedStyle(text);
        height = parseFloat(look.fontSize);
        lengths = texts.map((one) => widthOf(one, look));
      },
      places: () => {
        const off = data.types[type].off * typeSize();
        lines = texts.flatMap((one, i) => sorted(spots, starts).map(
          (spot) => ({ text: one, line: lineUnder(spot, lengths[i], off) })))
          .filter(({ line }) => line);
        if (!lines.length && text.matches(".lit, .hero")) {
          const { points } = stretch(spots[0]);
          lines = [{ text: texts[0], line: window.typeLines.flat(points, lengths[0], off) }];
        }
        return lines.map(({ line }) => window.typeLines.boxes(line, height));
      },
      show: (index) => {
        text.style.visibility = index < 0 ? "hidden" : "visible";
        if (index < 0) return;
        const origin = map.containerPointToLayerPoint([0, 0]);
        if (run.textContent !== lines[index].text) run.textContent = lines[index].text;
        path.setAttribute("d", `M${lines[index].line.map(
          (p) => `${(p.x + origin.x).toFixed(1)} ${(p.y + origin.y).toFixed(1)}`).join("L")}`);
      } };
  }

  const canvas = document.createElement("canvas").getContext("2d");
  function widthOf(text, look) {
    canvas.font = `${look.fontStyle} ${look.fontWeight} ${look.fontSize} ${look.fontFamily}`;
    const spacing = parseFloat(look.letterSpacing) || 0;
    return canvas.measureText(text).width + spacing * text.length;
  }

  function lineUnder(spot, length, off) {
    const { side, points } = stretch(spot);
    return window.typeLines.baseline(points, side, length, off);
  }

  /* A stretch's side, and its positions in pixels of the map. */
  function stretch([side, ...steps]) {
    const points = [];
    for (let i = 0; i < steps.length; i += 2) {
      points.push(map.latLngToContainerPoint(at([steps[i], steps[i + 1]])));
    }
    return { side, points };
  }

  function nameOf(id) {
    const label = data.labels[id];
    const lines = isNarrow() && label.short ? [label.short] : label.lines;
    const texts = [...new Set([lines.join(" "), label.short || lines.join(" ")])];
    return label.spots.length ? along(id, texts, label.type, label.spots, label.starts)
      : standing(id, id, lines, label.type, label.at, label.sides, label.starts);
  }

  function rimOf(id) {
    const where = data.rim[id];
    const side = where[0] > data.pole[0] * data.scale ? "west" : "east";
    return standing(id, `rim ${id}`, [data.names[id]], "rim", [where], [side]);
  }

  function joined(places) {
    const each = [...new Set(places)];
    return each.length < 2 ? each.join("")
      : `${each.slice(0, -1).join(", ")} ${words.and} ${each[each.length - 1]}`;
  }

  /* A long text in two lines, about as long as each other. */
  function inTwo(text) {
    if (text.length <= EXIT_CHARS) return [text];
    const parts = text.split(" ");
    const uneven = (i) => Math.abs(2 * parts.slice(0, i).join(" ").length - text.length);
    const cut = parts.slice(1).reduce((best, _, i) => (uneven(i + 1) < uneven(best) ? i + 1 : best), 1);
    return [parts.slice(0, cut).join(" "), parts.slice(cut).join(" ")];
  }

  /* Where tracks leave the chart: of what is selected, and of the others where that does not leave. */
  function exitsOf(ids, lit, variant) {
    const isMain = ([id, slug]) => slug === ((lit.includes(id) && variant)
      || Object.keys(data.shapes[id])[0]);
    return data.exits.flatMap((mark, index) => {
      const all = mark.tracks.filter((track) => ids.has(track[0]) && isMain(track));
      const own = all.filter(([id]) => lit.includes(id));
      const tracks = own.length ? own : all;
      if (!tracks.length) return [];
      const text = `${words.to} ${joined(tracks.map((track) => track[2]))}`;
      return [{ id: tracks[0][0], key: `exit ${index} ${text}`, isLit: own.length > 0,
        make: () => standing(tracks[0][0], `exit ${index} ${text}`, inTwo(text), "exit", [mark.at],
          [mark.side]) }];
    });
  }

  function fromZoom(id, named) {
    const { zoom, type } = data.labels[id];
    const from = named.has(id) && data.layers[id] !== "regions" ? -9 : zoom;
    return isNarrow() && !data.major.includes(type) ? Math.max(from, map.homeZoom + 1) : from;
  }

  /* Makes the labels of a scene and a selection, in order of weight: see `geo.draw.labels`. */
  function show({ ids, around, named, lit, kept, variant }) {
    const [names, quiet] = [new Set(named), new Set(around)];
    const atRim = [...new Set([...named, ...lit])].filter((id) => data.rim[id]).sort();
    const weigh = (id) => [data.labels[id].weight[0], names.has(id) ? 0 : 1,
      data.labels[id].weight[1]];
    const compare = (a, b) => a.reduce((found, value, i) => found || value - b[i], 0);
    const plain = [...ids, ...around].filter((id) => data.labels[id] && !atRim.includes(id))
      .map((id) => ({ id, key: id, make: () => nameOf(id), weight: weigh(id),
        zoom: fromZoom(id, names) }))
      .sort((a, b) => compare(a.weight, b.weight));
    const wanted = [...plain, ...exitsOf(ids, lit, variant),
      ...atRim.map((id) => ({ id, key: `rim ${id}`, make: () => rimOf(id) }))];
    wanted.forEach((one) => {
      one.isLit = one.isLit || lit.includes(one.id);
      one.isRequired = one.id === lit[0] && !one.key.startsWith("exit");
    });
    wanted.sort((a, b) => (b.isRequired - a.isRequired) || (b.isLit - a.isLit));
    const keys = new Set(wanted.map((one) => one.key));
    [...made].filter(([key]) => !keys.has(key)).forEach(([key, entry]) => {
      entry.remove();
      made.delete(key);
    });
    shown = wanted.map((one) => ({ ...one, isKept: kept.has(one.id), isQuiet: quiet.has(one.id),
      zoom: one.isLit ? -9 : one.zoom ?? -9 }));
  }

  /* Takes labels away whose text has changed: they are made anew when they are wanted. */
  function forget(ids) {
    ids.flatMap((id) => [id, `rim ${id}`]).filter((key) => made.has(key)).forEach((key) => {
      made.get(key).remove();
      made.delete(key);
    });
  }

  /* Makes a label when it is wanted first: most show in a closer view only. Returns it where it has to
     be measured. */
  function make({ key, make: fresh, isLit, isKept, isQuiet }) {
    const isNew = !made.has(key);
    if (isNew) made.set(key, fresh());
    const { node } = made.get(key);
    const wasLit = node.classList.contains("lit");
    node.classList.toggle("lit", isLit);
    node.classList.toggle("kept", isKept);
    node.classList.toggle("quiet", isQuiet);
    return isNew || wasLit !== isLit ? [made.get(key)] : [];
  }

  function measure() {
    map.getContainer().style.setProperty("--k", typeSize());
    made.forEach((entry) => entry.measure());
    lastZoom = null;
  }

  /* The rim of a round map, in pixels; marks and exits stand beside it, other names within. */
  function rim() {
    if (!data.radius) return null;
    const [east, north] = data.pole;
    const [middle, edge] = [0, data.radius].map((off) => map.latLngToContainerPoint(
      L.latLng(north, east + off)));
    return { x: middle.x, y: middle.y, radius: edge.x - middle.x };
  }

  /* Places all; `before` are the boxes of what lies on the map, `lines` those of its routes. Returns
     the boxes that are taken, and calls `seen` with each label's id and key, and whether it is seen. */
  function place(before, lines, seen) {
    const { x, y } = map.getSize();
    const zoom = map.getZoom();
    const circle = rim();
    const isStill = zoom === lastZoom;
    lastZoom = zoom;
    const isWanted = (one) => zoom >= one.zoom || one.isRequired;
    shown.filter(isWanted).flatMap(make).forEach((entry) => entry.measure());
    const hide = (one) => { if (made.has(one.key)) made.get(one.key).show(-1); seen(one, false); };
    shown.filter((one) => !isWanted(one)).forEach(hide);
    const entries = shown.filter(isWanted).map((one) => {
      const entry = made.get(one.key);
      return { isRequired: one.isRequired, isWanted: true, places: entry.places,
        avoids: BESIDE.includes(entry.type) ? lines : [],
        circle: OVER_RIM.includes(entry.type) ? null : circle,
        before: isStill ? entry.chosen : -1, /* names do not jump when something is pressed */
        show: (index) => { entry.chosen = index; entry.show(index); seen(one, index >= 0); } };
    });
    return window.placeLabels(entries, { left: 0, top: 0, right: x, bottom: y }, before);
  }

  /* Nodes that a finger may mean; a name along a line is no box. */
  const nodes = () => [...made.values()].filter((entry) => !entry.isAlong).map(({ node }) => node);

  return { show, place, measure, nodes, forget };
};
