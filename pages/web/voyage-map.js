/* The maps of a voyage, closer and farther: buttons, wheel, drag, and + - 0 at the keyboard. What is
   shown is the box of both SVGs; it stays when the server sends the map anew for the same voyage. */
const CLOSEST = 12;
const STEP = 1.6;
const DRAG_PX = 4;

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
  showMapPart(root);
  if (root.hasMapTools) return;
  root.hasMapTools = true;
  listenToMap(root);
}

function listenToMap(root) {
  const mapAt = (event) => event.target.closest(".voyage-map");
  const acts = { in: () => zoomMap(root, STEP), out: () => zoomMap(root, 1 / STEP), home: () => moveMap(root, 1, 0, 0) };
  root.addEventListener("click", (event) => {
    const button = event.target.closest("[data-zoom]");
    if (button) acts[button.dataset.zoom]();
  });
  root.addEventListener("keydown", (event) => {
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
