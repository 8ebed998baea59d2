/* Draws features on a Leaflet map: lines on their casings, areas, and signs. What is drawn changes in
   place; only a shape that moves to another pane is made anew. */
window.makeFeatures = function (map, data, at) {
  "use strict";
  const CORNER_PX = 9;
  const READ_SHARE = 0.5;
  const STEP_PX = 6;
  const OUTLINE = { weight: 1.6, opacity: 0.8, fill: false, color: "var(--quiet_ink)" };
  const EMPHASIS = Object.fromEntries(data.emphases.map((name, index) => [name, index]));
  const order = Object.keys(data.looks);
  let before = []; /* what the reader has before them */
  const drawn = new Map(); /* by feature and variant */
  const points = new Map();
  const halo = L.layerGroup().addTo(map);

  /* A polyline's parts as path data, each corner rounded. */
  function rounded(parts) {
    return parts.map((part) => {
      let path = `M${part[0].x} ${part[0].y}`;
      for (let i = 1; i < part.length; i += 1) {
        const [before, here, after] = [part[i - 1], part[i], part[i + 1]];
        if (!after) { path += `L${here.x} ${here.y}`; break; }
        const near = (from) => {
          const length = here.distanceTo(from);
          const share = Math.min(CORNER_PX, length / 2) / (length || 1);
          return here.add(from.subtract(here).multiplyBy(share));
        };
        const [start, end] = [near(before), near(after)];
        path += `L${start.x} ${start.y}Q${here.x} ${here.y} ${end.x} ${end.y}`;
      }
      return path;
    }).join("") || "M0 0";
  }

  const Line = L.Polyline.extend({
    _updatePath() { this._renderer._setPath(this, rounded(this._parts)); },
  });
  const Sign = L.CircleMarker.extend({
    _updatePath() {
      const { x, y } = this._point;
      const scale = this.options.scale || 1;
      this._renderer._setPath(this, data.symbols[this.options.symbol].map((outline) => {
        const [first, last] = [outline[0], outline[outline.length - 1]];
        const isClosed = first[0] === last[0] && first[1] === last[1];
        return `M${outline.map((p) => `${x + p[0] * scale} ${y + p[1] * scale}`).join("L")}`
          + (isClosed ? "Z" : "");
      }).join(""));
    },
  });

  /* The positions of a shape as Leaflet takes them, made once. */
  function positions(id, slug) {
    const key = `${id}|${slug}`;
    if (!points.has(key)) {
      const { type, coordinates } = data.shapes[id][slug];
      const deep = { Point: 0, MultiPoint: 1, LineString: 1, MultiLineString: 2, Polygon: 2,
        MultiPolygon: 3 }[type];
      const nested = (list, depth) => (depth ? list.map((one) => nested(one, depth - 1)) : at(list));
      const found = nested(coordinates, deep);
      points.set(key, { kind: type.replace("Multi", ""), at: type === "Point" ? [found] : found });
    }
    return points.get(key);
  }

  function layersOf(id, slug, style) {
    const shape = positions(id, slug);
    if (shape.kind === "LineString") return [new Line(shape.at, style)];
    if (shape.kind === "Polygon") return [L.polygon(shape.at, style)];
    return shape.at.map((where) => (style.symbol
      ? new Sign(where, style) : L.circleMarker(where, style)));
  }

  /* Only the nearest of the marks answers to a press; what is neither seen nor an area never does. */
  function name(layer, id, style, isLit) {
    const path = layer.getElement();
    if (!path) return;
    path.setAttribute("data-feature", id);
    path.classList.toggle("lit", isLit);
    if (style.interactive === false) return;
    const isSeen = style.opacity > 0 || (style.fill && style.fillOpacity > 0);
    const isMark = layer instanceof L.CircleMarker || !style.fill;
    path.classList.toggle("sign", layer instanceof L.CircleMarker);
    path.classList.toggle("mark", isMark && isSeen);
    path.classList.toggle("unseen", isMark && !isSeen);
  }

  /* What is drawn of a style from the bottom up; only its top answers to a press. */
  const partsOf = (style) => [
    ...(style.casings || []).map((one) => ({ ...one, interactive: false })), style];

  const make = (id, slug, part) => layersOf(id, slug, part).map(
    (layer) => ({ layer: layer.addTo(map), part, isNew: true }));

  /* In its pane a layer changes in place; in another one it is made anew. */
  function restyle(item, parts) {
    const each = item.layers.length / parts.length;
    item.layers = parts.flatMap((part, i) => {
      const those = item.layers.slice(i * each, (i + 1) * each);
      if (those.some((one) => one.part.pane !== part.pane)) {
        those.forEach(({ layer }) => layer.remove());
        return make(item.id, item.slug, part);
      }
      those.forEach((one) => {
        one.part = part;
        one.layer.setStyle(part);
        if (one.layer.setRadius && part.radius) one.layer.setRadius(part.radius);
        if (part.symbol) one.layer.redraw();
      });
      return those;
    });
  }

  function draw(id, slug, emphasis) {
    const key = `${id}|${slug}`;
    const number = data.looks[id][EMPHASIS[emphasis]];
    const isLit = emphasis === "highlighted";
    let item = drawn.get(key);
    if (item && item.number === number && item.isLit === isLit) return item;
    const parts = partsOf(data.styles[number]);
    if (item && item.count !== parts.length) {
      remove(item);
      item = null;
    }
    if (!item) {
      const layers = parts.flatMap((part) => make(id, slug, part));
      item = { id, slug, layers, count: parts.length };
      drawn.set(key, item);
    } else if (item.number !== number) restyle(item, parts);
    item.number = number;
    item.isLit = isLit;
    item.layers.forEach((one) => name(one.layer, id, one.part, isLit));
    return item;
  }

  function remove(item) {
    item.layers.forEach(({ layer }) => layer.remove());
    drawn.delete(`${item.id}|${item.slug}`);
  }

  /* Which variants of a feature are drawn, and how: see `geo.draw.scene`. */
  function variantsOf(id, emphasis, chosen) {
    const slugs = Object.keys(data.shapes[id]);
    const main = slugs.includes(chosen) ? chosen : slugs[0];
    const others = emphasis === "highlighted" ? slugs.filter((slug) => slug !== main) : [];
    return [...others.map((slug) => [slug, "variant"]), [main, emphasis]];
  }

  /* Draws these features and no others; `emphasisOf` says how each stands to the selection. */
  function show(ids, emphasisOf, selection) {
    const wanted = new Set();
    order.filter((id) => ids.has(id)).forEach((id) => {
      const chosen = id === selection.feature ? selection.variant : "";
      variantsOf(id, emphasisOf(id), chosen).forEach(([slug, emphasis]) => {
        wanted.add(draw(id, slug, emphasis));
      });
    });
    [...drawn.values()].filter((item) => !wanted.has(item)).forEach(remove);
    restack([...wanted]);
  }

  /* What was made late lies on top of its pane, and the order is that of the catalogue: in the panes
     that got something new, all that comes after it is put on top in turn. */
  function restack(items) {
    const changed = new Set();
    items.flatMap((item) => item.layers).forEach((one) => {
      if (one.isNew) changed.add(one.part.pane);
      one.isNew = false;
      if (changed.has(one.part.pane)) one.layer.bringToFront();
    });
  }

  /* A glow under what the pointer means, or else under what the reader has before them. */
  function hover(ids) {
    if (ids.length) glow(ids, 1); else glow(before, READ_SHARE);
  }

  /* A passage may name half of the map: of areas it lights the outline alone. */
  function read(ids) {
    before = ids;
    glow(ids, READ_SHARE);
  }

  function glow(ids, share) {
    halo.clearLayers();
    ids.filter((id) => data.shapes[id]).forEach((id) => {
      const [slug] = Object.keys(data.shapes[id]);
      const shown = [...drawn.values()].filter((item) => item.id === id);
      const slugs = shown.length ? shown.map((item) => item.slug) : [slug];
      slugs.forEach((one) => {
        const { kind } = positions(id, one);
        const usual = data.styles[data.looks[id][0]];
        const style = kind === "LineString"
          ? { weight: usual.weight + 10, opacity: 0.25 * share, fill: false, lineCap: "round" }
          : { weight: kind === "Polygon" ? 1.4 : 0, opacity: 0.8 * share, fill: true, radius: 11,
            fillColor: "var(--highlight)", fillOpacity: (kind === "Polygon" ? 0.12 : 0.3) * share };
        const isQuiet = kind === "Polygon" && share < 1;
        const look = { color: "var(--highlight)", ...(isQuiet ? OUTLINE : style), pane: "halo",
          interactive: false };
        layersOf(id, one, look).forEach((layer) => halo.addLayer(layer));
      });
    });
  }

  /* Where lines run, as small boxes in pixels of the map. */
  function linesOf(ids, half) {
    const origin = map.containerPointToLayerPoint([0, 0]);
    const boxes = [];
    const add = ({ x, y }) => boxes.push({ left: x - origin.x - half, right: x - origin.x + half,
      top: y - origin.y - half, bottom: y - origin.y + half });
    [...drawn.values()].filter((item) => ids.has(item.id)).forEach(({ layers }) => {
      const { layer } = layers[layers.length - 1];
      (layer._parts || []).forEach((part) => part.forEach((here, i) => {
        const steps = i ? Math.ceil(here.distanceTo(part[i - 1]) / STEP_PX) : 0;
        for (let k = 1; k < steps; k += 1) {
          add(part[i - 1].add(here.subtract(part[i - 1]).multiplyBy(k / steps)));
        }
        add(here);
      }));
    });
    return boxes;
  }

  /* Signs that can be seen, as boxes in pixels of the map: names keep clear of them. */
  function signsOf(ids, half) {
    return ids.map((id) => drawn.get(`${id}|${Object.keys(data.shapes[id])[0]}`)).filter(Boolean)
      .flatMap((item) => item.layers.map(({ layer }) => map.latLngToContainerPoint(
        layer.getLatLng())))
      .map(({ x, y }) => ({ left: x - half, right: x + half, top: y - half, bottom: y + half }));
  }

  function setSeen(id, isSeen) {
    Object.keys(data.shapes[id] || {}).forEach((slug) => {
      const item = drawn.get(`${id}|${slug}`);
      if (item) {
        item.layers.forEach(({ layer }) => {
          const path = layer.getElement();
          if (path) path.style.display = isSeen ? "" : "none";
        });
      }
    });
  }

  return { show, hover, read, linesOf, signsOf, setSeen };
};
