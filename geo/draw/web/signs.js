/* Icons and the swatches of the legend, as SVG made node by node. */
window.signs = (function () {
  "use strict";
  const [WIDTH, HEIGHT] = [30, 14];
  /* Lines in a square of 20. */
  const ICONS = {
    plus: "M4 10H16M10 4V16",
    minus: "M4 10H16",
    home: "M3 10.2 10 4 17 10.2M5.2 9V16H14.8V9",
    widen: "M4 8V4H8M12 4H16V8M16 12V16H12M8 16H4V12",
    narrow: "M8 4V8H4M16 8H12V4M12 16V12H16M4 12H8V16",
    ruler: "M3 13.5 13.5 3 17 6.5 6.5 17ZM6 10.5 7.8 12.3M8.6 7.9 9.8 9.1M11.2 5.3 13 7.1",
    layers: "M10 3.5 17 7.2 10 10.9 3 7.2ZM3.6 10.3 10 13.7 16.4 10.3M3.6 13.3 10 16.7 16.4 13.3",
    chevron: "M5.5 8 10 12.5 14.5 8",
  };
  let patterns = 0;

  function html(tag, className, text) {
    const made = document.createElement(tag);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  /* Styles and not attributes, so that a colour may be a custom property. */
  function svg(tag, attributes, styles) {
    const made = L.SVG.create(tag);
    Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
    Object.entries(styles || {}).forEach(([name, value]) => {
      if (value !== undefined && value !== null) made.style.setProperty(name, value);
    });
    return made;
  }

  function frame(width, height, className) {
    return svg("svg", { width, height, viewBox: `0 0 ${width} ${height}`, class: className,
      "aria-hidden": "true", focusable: "false" });
  }

  function icon(name) {
    const made = frame(20, 20, "icon");
    made.appendChild(svg("path", { d: ICONS[name] }));
    return made;
  }

  const strokeStyles = (stroke) => ({ fill: "none", stroke: stroke.color,
    "stroke-width": stroke.width, "stroke-dasharray": stroke.dash || "none",
    "stroke-linecap": stroke.cap || "butt", "stroke-opacity": stroke.opacity });

  function addLines(made, sign, width) {
    const y = HEIGHT / 2;
    (sign.strokes || []).forEach((stroke) => {
      const inset = stroke.cap === "round" ? stroke.width / 2 : 0;
      made.appendChild(svg("path", { d: `M${inset} ${y}H${width - inset}` }, strokeStyles(stroke)));
    });
  }

  /* A hatch is a tile with one line, turned. */
  function tile(id, { angle, width, gap, color }, opacity = 1) {
    const made = svg("pattern", { id, width: gap, height: gap, patternUnits: "userSpaceOnUse",
      patternTransform: `rotate(${angle})` });
    made.appendChild(svg("rect", { width, height: gap }, { fill: color, "fill-opacity": opacity }));
    return made;
  }

  function hatch(made, fill) {
    const id = `swatch-${patterns += 1}`;
    made.appendChild(tile(id, { ...fill.pattern, color: fill.color }, fill.opacity));
    return { fill: `url(#${id})` };
  }

  /* Several fills lie over one another. */
  function addAreas(made, sign) {
    const box = { x: 0.5, y: 1.5, width: WIDTH - 1, height: HEIGHT - 3 };
    [].concat(sign.fill || []).forEach((fill) => {
      const styles = fill.pattern ? hatch(made, fill)
        : { fill: fill.color, "fill-opacity": fill.opacity };
      made.appendChild(svg("rect", box, styles));
    });
    (sign.strokes || []).forEach((stroke) => made.appendChild(
      svg("rect", box, strokeStyles(stroke))));
  }

  function addSymbol(made, sign) {
    const place = { transform: `translate(${HEIGHT / 2} ${HEIGHT / 2})`, "fill-rule": "evenodd" };
    const filled = sign.fill
      ? { fill: sign.fill.color, "fill-opacity": sign.fill.opacity } : { fill: "none" };
    (sign.strokes || []).forEach((stroke) => made.appendChild(
      svg("path", { ...place, d: sign.path }, { ...strokeStyles(stroke), ...filled })));
  }

  /* The sign of a legend's entry: {kind, strokes: [{color, width, dash, cap, opacity}],
     fill: {color, opacity, pattern: {angle, width, gap}} or several, path}: of a symbol its path. */
  function swatch(sign) {
    const made = frame(sign.kind === "symbol" ? HEIGHT : WIDTH, HEIGHT, "swatch");
    if (sign.kind === "symbol") addSymbol(made, sign);
    else if (sign.kind === "area") addAreas(made, sign);
    else addLines(made, sign, WIDTH);
    return made;
  }

  function outlined(outline) {
    const [first, last] = [outline[0], outline[outline.length - 1]];
    const isClosed = first[0] === last[0] && first[1] === last[1];
    return `M${outline.map((point) => point.join(" ")).join("L")}${isClosed ? "Z" : ""}`;
  }

  /* The sign of what is drawn in a style, as of Leaflet's options for a path. */
  function sampleOf(style, symbols) {
    const strokes = [...(style.casings || []), style].map((part) => ({ color: part.color,
      width: Math.min(part.weight, HEIGHT), dash: part.dashArray, cap: part.lineCap,
      opacity: part.opacity }));
    const fill = { color: style.fillColor, opacity: style.fillOpacity };
    if (style.symbol) {
      return { kind: "symbol", path: symbols[style.symbol].map(outlined).join(""), strokes, fill };
    }
    if (!style.fill) return { kind: "line", strokes };
    return { kind: "area", strokes, fill: [{ color: "var(--sea)", opacity: 1 }, fill] };
  }

  return { html, icon, swatch, sampleOf, tile };
})();
