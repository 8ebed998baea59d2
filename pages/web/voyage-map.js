/* The maps of a voyage, closer and farther: buttons, wheel, drag, and + - 0 at the keyboard. What is
   shown is the box of both SVGs; it stays when the server sends the map anew for the same voyage.
   The buttons and keys go to what was pressed last, or else to the lit way, or to the two ports. Where
   several ports lie under a press, a list of their names opens: see `chooseAmong`. */
const CLOSEST = 12;
const STEP = 1.6;
const DRAG_PX = 4;
const CROWD_PX = 12;

function boxOf(svg) {
  if (!svg.dataset.whole) svg.dataset.whole = svg.getAttribute("viewBox");
  return svg.dataset.whole.split(" ").map(Number);
}

function showMapPart(root) {
  const map = root.querySelector(".voyage-map");
  const { zoom, x, y } = root.mapPart;
  map.querySelectorAll(":scope > svg").forEach((svg) => {
    const [left, top, width, height] = boxOf(svg);
    svg.setAttribute("viewBox", [left + x * width, top + y * height, width / zoom, height / zoom].join(" "));
  });
  map.style.setProperty("--zoom", zoom);
  map.classList.toggle("closer", zoom > 1);
  map.querySelector("[data-zoom=in]").disabled = zoom >= CLOSEST;
  map.querySelectorAll("[data-zoom=out], [data-zoom=home]").forEach((one) => { one.disabled = zoom <= 1; });
}

/* Zooms so that the place under the pointer stays; x and y are shares of what is shown. */
function zoomMap(root, factor, at = { x: .5, y: .5 }) {
  const part = root.mapPart;
  const zoom = Math.min(Math.max(part.zoom * factor, 1), CLOSEST);
  moveMap(root, zoom, part.x + at.x / part.zoom - at.x / zoom, part.y + at.y / part.zoom - at.y / zoom);
}

function moveMap(root, zoom, x, y) {
  const inside = (share) => Math.min(Math.max(share, 0), 1 - 1 / zoom);
  root.mapPart = { zoom, x: inside(x), y: inside(y) };
  showMapPart(root);
}

/* The middle of what the reader means, in shares of what is shown: the place pressed last, the part of
   the lit way that has its name or else all of it, or the two ports. */
function meantShare(root) {
  const map = root.querySelector(".voyage-map");
  const whole = boxOf(map.querySelector("svg.lines"));
  const { zoom, x, y } = root.mapPart;
  const place = root.mapPressed || middleOf(map);
  if (!place) return { x: .5, y: .5 };
  return { x: ((place.x - whole[0]) / whole[2] - x) * zoom, y: ((place.y - whole[1]) / whole[3] - y) * zoom };
}

function middleOf(map) {
  const isDrawn = (one) => one.getBBox().width + one.getBBox().height > 0;
  const lines = [".way.lit .named", ".way.lit .line"].map((part) => [...map.querySelectorAll(part)].filter(isDrawn));
  const [path] = lines.flat();
  if (path) return path.getPointAtLength(path.getTotalLength() / 2);
  const rings = [...map.querySelectorAll(".port.end .ring")].map((ring) => [ring.cx.baseVal.value, ring.cy.baseVal.value]);
  if (!rings.length) return null;
  const mean = (axis) => rings.reduce((sum, ring) => sum + ring[axis], 0) / rings.length;
  return { x: mean(0), y: mean(1) };
}

/* Zooms so that what is meant comes to the middle step by step. */
function zoomToMeant(root, factor) {
  const at = meantShare(root);
  const part = root.mapPart;
  const zoom = Math.min(Math.max(part.zoom * factor, 1), CLOSEST);
  moveMap(root, zoom, part.x + at.x / part.zoom - .5 / zoom, part.y + at.y / part.zoom - .5 / zoom);
}

/* The ports whose marks lie under a press, the nearest first. */
function portsUnder(map, event) {
  const far = (port) => {
    const box = port.querySelector(".ring").getBoundingClientRect();
    return Math.hypot((box.left + box.right) / 2 - event.clientX, (box.top + box.bottom) / 2 - event.clientY);
  };
  return [...map.querySelectorAll(".port:not(.end)")].map((port) => [far(port), port])
    .filter(([gap]) => gap <= CROWD_PX).sort((one, other) => one[0] - other[0]).map(([, port]) => port);
}

/* A small list of ports to press; Escape or a press beside it closes it. */
function chooseAmong(map, ports, event) {
  closeChoice(map);
  const list = Object.assign(document.createElement("div"), { className: "port-choice" });
  list.setAttribute("role", "group");
  list.setAttribute("aria-label", map.dataset.choose || "");
  ports.forEach((port) => {
    const name = port.querySelector("title").textContent;
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: name });
    button.dataset.port = port.dataset.port;
    list.append(button);
  });
  const box = map.getBoundingClientRect();
  map.append(list);
  const inside = (at, size, length) => Math.max(Math.min(at, length - size), 0);
  list.style.left = `${inside(event.clientX - box.left + 8, list.offsetWidth, box.width)}px`;
  list.style.top = `${inside(event.clientY - box.top + 8, list.offsetHeight, box.height)}px`;
  list.querySelector("button").focus({ preventScroll: true });
}

function closeChoice(map) {
  map.querySelectorAll(".port-choice").forEach((list) => list.remove());
}

/* Where a press was, in units of the drawing. */
function placeOf(map, event) {
  const place = new DOMPoint(event.clientX, event.clientY);
  return place.matrixTransform(map.querySelector("svg.lines").getScreenCTM().inverse());
}

function shareOf(map, event) {
  const box = map.getBoundingClientRect();
  return { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height };
}

function zoomButton(kind, label, sign) {
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: sign });
  button.dataset.zoom = kind;
  button.setAttribute("aria-label", label);
  button.title = label;
  return button;
}

/* Adds the tools to a map that has just come, and what it shows is as it was before. */
function dressMap(root) {
  const map = root.querySelector(".voyage-map");
  if (!map) return;
  const [closer, farther, whole] = (map.dataset.tools || "").split("|");
  const tools = Object.assign(document.createElement("div"), { className: "map-tools" });
  tools.append(zoomButton("in", closer, "+"), zoomButton("out", farther, "−"), zoomButton("home", whole, "⌂"));
  map.append(tools);
  root.mapPart = root.mapPart || { zoom: 1, x: 0, y: 0 };
  const ends = [...map.querySelectorAll(".port.end")].map((port) => port.dataset.port).join(" ");
  if (root.mapEnds !== ends) root.mapPressed = null;
  root.mapEnds = ends;
  showMapPart(root);
  if (root.hasMapTools) return;
  root.hasMapTools = true;
  listenToMap(root);
}

/* Remembers what was pressed; a press that several ports lie under opens their list instead. */
function notePress(root, map, event) {
  if (!map || event.target.closest("button")) {
    if (map && event.target.closest(".port-choice")) setTimeout(() => closeChoice(map));
    return;
  }
  closeChoice(map);
  if (event.target.closest("[data-port], [data-way]")) root.mapPressed = placeOf(map, event);
  const ports = map.dataset.takes ? [] : portsUnder(map, event);
  if (ports.length < 2 || !event.target.closest(".port:not(.end)")) return;
  event.stopImmediatePropagation();
  event.preventDefault();
  chooseAmong(map, ports, event);
}

function listenToMap(root) {
  const mapAt = (event) => event.target.closest(".voyage-map");
  const acts = { in: () => zoomToMeant(root, STEP), out: () => zoomMap(root, 1 / STEP), home: () => moveMap(root, 1, 0, 0) };
  root.addEventListener("click", (event) => notePress(root, mapAt(event), event), { capture: true });
  root.addEventListener("click", (event) => {
    const button = event.target.closest("[data-zoom]");
    if (button) acts[button.dataset.zoom]();
  });
  root.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && event.target.closest(".port-choice")) {
      const map = mapAt(event);
      closeChoice(map);
      map.querySelector("[data-zoom=in]").focus({ preventScroll: true });
    }
    const kind = { "+": "in", "=": "in", "-": "out", 0: "home" }[event.key];
    if (!kind || !mapAt(event) || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    acts[kind]();
  });
  root.addEventListener("wheel", (event) => {
    const map = mapAt(event);
    if (!map) return;
    event.preventDefault();
    zoomMap(root, event.deltaY < 0 ? 1.2 : 1 / 1.2, shareOf(map, event));
  }, { passive: false });
  let drag = null;
  root.addEventListener("pointerdown", (event) => {
    const map = mapAt(event);
    if (!map || event.button || root.mapPart.zoom <= 1 || event.target.closest("button")) return;
    drag = { from: shareOf(map, event), part: root.mapPart, x: event.clientX, y: event.clientY, moved: false };
  });
  root.addEventListener("pointermove", (event) => {
    const map = mapAt(event);
    if (!drag || !map) return;
    if (Math.hypot(event.clientX - drag.x, event.clientY - drag.y) > DRAG_PX) drag.moved = true;
    if (!drag.moved) return;
    const now = shareOf(map, event);
    const { zoom, x, y } = drag.part;
    moveMap(root, zoom, x + (drag.from.x - now.x) / zoom, y + (drag.from.y - now.y) / zoom);
  });
  window.addEventListener("pointerup", () => {
    if (drag && drag.moved) root.addEventListener("click", (event) => event.stopImmediatePropagation(), { capture: true, once: true });
    drag = null;
  });
}
