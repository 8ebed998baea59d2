/* How a reader points, on the map and on the offline page, and what that means: of all the marks
   within reach of the pointer the nearest one, and of marks that lie over one another the topmost.
   A mark is an SVG line or circle, or a box of text; distances are those that a reader sees, in
   pixels from the pointer to the mark's edge. */
window.pointer = (function () {
  "use strict";
  const REACH_PX = { mouse: 8, touch: 16 };
  const CORNER = [0.25, 0.5, 0.75, 1];
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  let type = "mouse";
  const known = new WeakMap();

  /* Points of a rounded corner, as one list of numbers. */
  function curve([x, y], [cornerX, cornerY, endX, endY]) {
    return CORNER.flatMap((t) => [[x, cornerX, endX], [y, cornerY, endY]].map(
      ([a, b, c]) => (1 - t) * (1 - t) * a + 2 * t * (1 - t) * b + t * t * c));
  }

  /* The points of a path of moves, straight lines and rounded corners, part by part, with the box
     around them. */
  function linesOf(path) {
    const text = path.getAttribute("d") || "";
    const before = known.get(path);
    if (before && before.text === text) return before;
    const found = { text: text, parts: [], box: [Infinity, Infinity, -Infinity, -Infinity] };
    let [x, y] = [0, 0];
    for (const [, command, list] of text.matchAll(/([MLlQ])([^A-Za-z]*)/g)) {
      if (command === "M") found.parts.push([]);
      const numbers = list.match(/-?[\d.]+/g) || [];
      const part = found.parts[found.parts.length - 1];
      if (command === "Q") numbers.splice(0, 4, ...curve([x, y], numbers.map(Number)));
      for (let i = 0; i + 1 < numbers.length; i += 2) {
        const [east, south] = [Number(numbers[i]), Number(numbers[i + 1])];
        [x, y] = command === "l" ? [x + east, y + south] : [east, south];
        part.push([x, y]);
        found.box = [Math.min(found.box[0], x), Math.min(found.box[1], y),
          Math.max(found.box[2], x), Math.max(found.box[3], y)];
      }
    }
    known.set(path, found);
    return found;
  }

  function toSegment(x, y, a, b) {
    const [east, south] = [b[0] - a[0], b[1] - a[1]];
    const length = east * east + south * south;
    const share = length ? ((x - a[0]) * east + (y - a[1]) * south) / length : 0;
    const t = Math.min(1, Math.max(0, share));
    return Math.hypot(x - a[0] - t * east, y - a[1] - t * south);
  }

  const toBox = (x, y, left, top, right, bottom) => Math.hypot(
    Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));

  function toLine(path, clientX, clientY, most) {
    const svg = path.ownerSVGElement;
    const [frame, box] = [svg.getBoundingClientRect(), svg.viewBox.baseVal];
    const scale = frame.width / box.width;
    const half = parseFloat(getComputedStyle(path).strokeWidth) / 2;
    const [x, y] = [(clientX - frame.left) / scale + box.x, (clientY - frame.top) / scale + box.y];
    const lines = linesOf(path);
    if (toBox(x, y, ...lines.box) * scale - half > most) return Infinity;
    let least = Infinity;
    for (const part of lines.parts) {
      for (let i = 0; i < part.length; i += 1) {
        least = Math.min(least, toSegment(x, y, part[Math.max(0, i - 1)], part[i]));
      }
    }
    return Math.max(0, least * scale - half);
  }

  /* Leaflet gives what is out of sight a path that moves to a place and draws nothing there. */
  const isDrawn = (path) => /[^M\d\s.,-]/.test(path.getAttribute("d") || "");

  function gap(mark, x, y, most) {
    const isSign = mark.classList.contains("sign");
    if (mark instanceof SVGPathElement && !isDrawn(mark)) return Infinity;
    if (mark instanceof SVGPathElement && !isSign && !/a/i.test(mark.getAttribute("d"))) {
      return toLine(mark, x, y, most);
    }
    const box = mark.getBoundingClientRect();
    if (!(mark instanceof SVGGeometryElement)) {
      return toBox(x, y, box.left, box.top, box.right, box.bottom);
    }
    const middle = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    return Math.max(0, Math.hypot(x - middle[0], y - middle[1]) - box.width / 2);
  }

  /* Marks come in the order in which they are drawn. */
  function nearestOf(marks, x, y, reach) {
    let [nearest, least] = [null, reach];
    for (const mark of marks) {
      const away = gap(mark, x, y, least);
      if (away <= least) [nearest, least] = [mark, away];
    }
    return nearest;
  }

  function follow(root) {
    root.addEventListener("pointerdown",
      (event) => { type = event.pointerType === "touch" ? "touch" : "mouse"; }, true);
  }

  /* The element with `data-feature` that an event on the map means, or null: the label under it, else
     the nearest mark within reach (a finger reaches the labels in sight too), else the area under
     it. An event that a script makes has no place, only a target. */
  function meant(event, marks, labels) {
    const own = event.target.closest("[data-feature]");
    if (!event.isTrusted || event.target.closest(".label")) return own;
    const within = [...document.querySelectorAll(marks)];
    if (type === "touch") {
      within.push(...labels.filter((label) => label.style.visibility === "visible"));
    }
    const mark = nearestOf(within, event.clientX, event.clientY, REACH_PX[type]);
    return mark ? mark.closest("[data-feature]") : own;
  }

  /* `still`: whether the reader asks for no motion. */
  return { follow, meant, linesOf, still, isMouse: () => type === "mouse" };
})();
