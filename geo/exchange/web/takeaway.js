/* Joins map and text in the offline page: a click on either highlights the other.
   Everything that is drawn or said stands in the page already; nothing here makes markup. */
(function () {
  "use strict";
  const map = document.getElementById("map");
  const chart = document.getElementById("chart");
  const card = document.getElementById("card");
  const said = document.getElementById("said");
  const all = (selector) => [...document.querySelectorAll(selector)];
  const home = map.getAttribute("viewBox").split(" ").map(Number);
  const steps = Number(map.dataset.steps);
  const labels = all("#map .label");
  const answering = labels.filter((label) => !label.classList.contains("quiet"));
  const firstPixel = Number(getComputedStyle(map).getPropertyValue("--k"));
  /* A place whose name has no room is not drawn. */
  const signs = new Map(all("#map .label.port, #map .label.project").map(
    (node) => [node, map.querySelector(`.f[data-feature="${node.dataset.feature}"]`)]));
  const entries = new Map(all(".entries > details").map((entry) => [entry.id.slice(2), entry]));
  const passages = new Map(all(".passage").map((quote) => [quote.dataset.passage, quote]));
  const text = document.querySelector(".text");
  let view = home.slice();
  let chosen = "";
  document.documentElement.classList.add("script");

  /* Where the script answers, an address must not scroll the page away from the map, now or when
     the page has loaded; and the map itself says what a click would choose, not each shape. */
  [...entries.values(), ...passages.values()].forEach((one) => one.removeAttribute("id"));
  all("#map .f > title").forEach((title) => title.remove());
  const toTop = () => window.scrollTo(0, 0);
  try { window.history.scrollRestoration = "manual"; } catch (refused) { /* toTop does it */ }
  window.addEventListener("load", toTop);

  /* --- the map: one box of steps, moved and scaled --- */
  function show(next) {
    const side = Math.min(home[2] * 1.05, Math.max(home[2] / 48, next[2]));
    const keep = (at, i) => Math.min(home[i] + home[2], Math.max(home[i] - side, at));
    const middle = [next[0] + next[2] / 2, next[1] + next[2] / 2];
    view = [keep(middle[0] - side / 2, 0), keep(middle[1] - side / 2, 1), side, side];
    map.setAttribute("viewBox", view.map(Math.round).join(" "));
    map.style.setProperty("--k", side / Math.max(1, map.clientWidth));
    chart.style.touchAction = side < home[2] * 0.98 ? "none" : "pan-y";
    placeLabels();
  }

  function zoom(factor, x, y) {
    const at = [x === undefined ? 0.5 : x, y === undefined ? 0.5 : y];
    const side = Math.min(home[2] * 1.05, Math.max(home[2] / 48, view[2] * factor));
    show([view[0] + (view[2] - side) * at[0], view[1] + (view[2] - side) * at[1], side, side]);
  }

  function move(east, south) {
    show([view[0] + east * view[2], view[1] + south * view[2], view[2], view[2]]);
  }

  /* A box around each letter of a name along a line. */
  function boxesAlong(node) {
    const matrix = node.getScreenCTM();
    const half = parseFloat(getComputedStyle(node).fontSize) * matrix.a * 0.55;
    return Array.from({ length: node.getNumberOfChars() }, (_, index) => {
      const at = node.getStartPositionOfChar(index).matrixTransform(matrix);
      return { left: at.x - half, right: at.x + half, top: at.y - half, bottom: at.y + half };
    });
  }

  /* What is highlighted comes first, and of that the chosen feature's own name, which is required. */
  function placeLabels() {
    const level = Math.log2(steps * map.clientWidth / view[2]);
    const pixel = view[2] / Math.max(1, map.clientWidth);
    const entries = labels.map((node) => {
      const isLit = node.classList.contains("lit");
      const isExit = node.classList.contains("exit");
      const isAtRest = isExit ? node.classList.contains("rest")
        : Number(node.dataset.from || 0) <= level;
      if (node.dataset.off) {
        node.setAttribute("dy", Math.round(node.dataset.off * (pixel - firstPixel)
          + node.dataset.middle * pixel));
      }
      const sides = (node.dataset.sides || "middle").split(" ");
      return { isLit, isRequired: isLit && node.dataset.feature === chosen && !isExit,
        isWanted: isLit || isAtRest,
        places: () => (node.dataset.off ? [boxesAlong(node)] : sides.map((side) => {
          node.dataset.side = side;
          return [node.getBoundingClientRect()];
        })),
        show: (index) => {
          if (!node.dataset.off) node.dataset.side = sides[Math.max(0, index)];
          node.style.visibility = index < 0 ? "hidden" : "visible";
          if (signs.has(node)) signs.get(node).classList.toggle("nameless", index < 0);
        } };
    });
    entries.sort((a, b) => b.isRequired - a.isRequired || b.isLit - a.isLit);
    window.placeLabels(entries, map.getBoundingClientRect(), []);
  }

  /* Goes to the view that an entry holds, unless that is well in sight. Where it holds none the
     feature lies beyond the rim: the map stays if its marks are in sight, and else goes home. */
  function goTo(entry, ids) {
    const holds = ([left, top, right, bottom]) => left >= view[0] && top >= view[1]
      && right <= view[0] + view[2] && bottom <= view[1] + view[2];
    if (!entry.dataset.box) {
      const marks = labels.filter((label) => label.classList.contains("rim")
        && ids.includes(label.dataset.feature)).map((label) => ["x", "y", "x", "y"]
        .map((name) => Number(label.getAttribute(name))));
      if (!marks.every(holds)) show(home);
      return;
    }
    const box = entry.dataset.box.split(" ").map(Number);
    const side = Math.min(home[2], Math.max(box[2] - box[0], box[3] - box[1]));
    if (holds(box) && view[2] < side * 3) return;
    show([(box[0] + box[2] - side) / 2, (box[1] + box[3] - side) / 2, side, side]);
  }

  /* What an event means: off the map what holds its target. */
  function meant(event) {
    const onMap = chart.contains(event.target) && !event.target.closest("button");
    if (!onMap) return event.target.closest("[data-feature]");
    return window.pointer.meant(event, "#map .mark, #map .on .unseen", answering);
  }

  window.pointer.follow(chart);
  const fingers = new Map();
  let dragged = 0;
  chart.addEventListener("pointerdown", (event) => {
    if (event.target.closest("button")) return;
    fingers.set(event.pointerId, [event.clientX, event.clientY]);
    if (fingers.size === 1) dragged = 0;
  });
  chart.addEventListener("pointermove", (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const size = map.clientWidth;
    const other = [...fingers].find(([id]) => id !== event.pointerId);
    const now = [event.clientX, event.clientY];
    dragged += Math.hypot(now[0] - before[0], now[1] - before[1]);
    fingers.set(event.pointerId, now);
    if (dragged < 5) return;
    if (other) {
      const span = (from) => Math.hypot(from[0] - other[1][0], from[1] - other[1][1]);
      const frame = map.getBoundingClientRect();
      zoom(span(before) / Math.max(1, span(now)), (now[0] + other[1][0] - 2 * frame.left) / 2 / size,
        (now[1] + other[1][1] - 2 * frame.top) / 2 / size);
    } else if (event.pointerType !== "touch" || view[2] < home[2] * 0.98) {
      move((before[0] - now[0]) / size, (before[1] - now[1]) / size);
    }
  });
  chart.addEventListener("pointermove", (event) => {
    if (event.pointerType === "touch" || event.buttons) return;
    const part = meant(event);
    const entry = part && entries.get(part.dataset.feature);
    chart.title = entry ? entry.querySelector("summary").textContent : "";
    chart.classList.toggle("pressable", Boolean(entry));
  });
  ["pointerup", "pointercancel", "pointerleave"].forEach((name) => chart.addEventListener(name,
    (event) => fingers.delete(event.pointerId)));
  chart.addEventListener("wheel", (event) => {
    if (document.activeElement !== chart && !event.ctrlKey) return;
    event.preventDefault();
    const frame = map.getBoundingClientRect();
    zoom(2 ** (event.deltaY / 400), (event.clientX - frame.left) / frame.width,
      (event.clientY - frame.top) / frame.height);
  }, { passive: false });
  const keys = { "+": () => zoom(0.7), "=": () => zoom(0.7), "-": () => zoom(1.4),
    0: () => show(home), ArrowLeft: () => move(-0.12, 0), ArrowRight: () => move(0.12, 0),
    ArrowUp: () => move(0, -0.12), ArrowDown: () => move(0, 0.12) };
  chart.addEventListener("keydown", (event) => {
    if (!keys[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    keys[event.key]();
  });
  all("#chart button").forEach((button) => button.addEventListener("click",
    () => keys[button.dataset.key]()));

  /* Bands are seen through all together, and once more those that are dimmed: their tint is even where
     they lie over each other. */
  const faded = map.querySelector(".pane-faded");
  const bands = all("#map .pane-bands > .f");

  /* The main variant of each feature: the first that is drawn. */
  const main = {};
  all("#map .f[data-variant]").forEach((part) => {
    main[part.dataset.feature] = main[part.dataset.feature] || part.dataset.variant;
  });
  const firstOf = (part) => main[part.dataset.feature];

  /* What belongs to the chosen variant of a feature, or to the first. */
  function keptBeside(entry, variant) {
    const own = (entry.dataset.keptBy || "").split(";").map((one) => one.split(":"))
      .find(([slug]) => slug && slug === variant);
    return (own ? own[1] : entry.dataset.kept).split(" ");
  }

  /* --- links in both directions --- */
  function choose(feature, passage, variant, onMap) {
    const entry = entries.get(feature);
    chosen = entry ? feature : "";
    const ids = entry ? [feature, ...entry.dataset.lights.split(" ").filter(Boolean)] : [];
    const kept = new Set(entry ? keptBeside(entry, variant) : []);
    map.classList.toggle("selecting", Boolean(entry));
    all("#map [data-feature]").forEach((part) => {
      part.classList.toggle("kept", kept.has(part.dataset.feature));
      const isLit = ids.includes(part.dataset.feature);
      const isChosen = variant && part.dataset.feature === feature
        ? part.dataset.variant === variant : !firstOf(part) || part.dataset.variant === firstOf(part);
      const isLabel = part.classList.contains("label");
      if (isLabel) part.classList.toggle("lit", isLit && (!part.dataset.variant || isChosen));
      else {
        part.classList.toggle("on", isLit);
        part.classList.toggle("other", !isChosen);
      }
    });
    bands.forEach((band) => {
      const isDimmed = entry && !band.classList.contains("on") && !band.classList.contains("kept");
      (isDimmed ? faded : faded.parentNode).appendChild(band);
    });
    text.classList.toggle("beside", Boolean(entry));
    all(".passage").forEach((quote) => {
      const named = [...quote.querySelectorAll(".mention")];
      named.forEach((mention) => mention.classList.toggle("lit",
        mention.dataset.feature === chosen));
      quote.classList.toggle("lit", named.some((mention) => mention.dataset.feature === chosen));
      quote.classList.toggle("current", quote.dataset.passage === passage);
    });
    card.querySelectorAll(".card").forEach((old) => old.remove());
    card.hidden = !entry;
    said.textContent = entry ? entry.dataset.said : "";
    if (entry) card.appendChild(entry.querySelector(".card").cloneNode(true));
    try { window.history.replaceState(null, "", entry ? "#f-" + feature : "#"); }
    catch (refused) { /* an address that may not be changed stays as it is */ }
    explain(ids);
    if (entry && !onMap) goTo(entry, ids);
    placeLabels();
  }

  /* The legend's sample of what is selected has the classes of what the map draws of it. */
  const LINE = "M1 7H29";
  const AREA = "M3 1.5H27V12.5H3Z";
  const onMap = new Set(all("#map .f").map((part) => part.dataset.feature));
  function sample(part) {
    const shape = part.querySelector("path:not(.grip), circle");
    const isSign = shape.matches("path.sign");
    const group = document.createElementNS(map.namespaceURI, "g");
    group.setAttribute("class", "f on");
    const unders = [...all(`#map .under[data-feature="${part.dataset.feature}"]`)]
      .filter((one) => one.dataset.variant === part.dataset.variant)
      .map((one) => one.firstElementChild);
    [...unders, shape].forEach((one) => {
      const path = document.createElementNS(map.namespaceURI, "path");
      path.setAttribute("class", [...one.classList].filter((name) => name.startsWith("s-")).join(" "));
      path.setAttribute("d", isSign ? shape.getAttribute("d")
        : part.classList.contains("area") ? AREA : LINE);
      if (isSign) path.setAttribute("transform", "translate(15 7)");
      group.appendChild(path);
    });
    return group;
  }

  /* The legend explains what is drawn: what is selected first, then what is not. */
  function explain(ids) {
    const legend = document.querySelector(".legends");
    const first = legend && legend.querySelector(".selected");
    if (!first) return;
    const [drawn, lit] = [new Set(), new Set(ids)];
    onMap.forEach((id) => {
      if (!lit.has(id) && entries.has(id)) drawn.add(entries.get(id).dataset.key);
    });
    legend.classList.toggle("selecting", ids.length > 0);
    legend.querySelectorAll("[data-key]").forEach((key) => {
      key.hidden = !drawn.has(key.dataset.key);
    });
    const part = ids.map((id) => map.querySelector(`.f:not(.under)[data-feature="${id}"]`)).find(Boolean);
    first.classList.toggle("here", Boolean(part));
    first.querySelector("svg").replaceChildren(...(part ? [sample(part)] : []));
    first.querySelector("span").textContent = part
      ? entries.get(chosen).querySelector("summary").firstChild.textContent : "";
  }

  const isPhone = () => getComputedStyle(text).overflowY === "visible";

  /* Scrolls the text alone; on a phone, where it is the page, it goes on under the map. */
  function bringUp(part) {
    if (!part) return;
    const scrolls = !isPhone();
    const [box, outer] = [part.getBoundingClientRect(), text.getBoundingClientRect()];
    const top = scrolls ? outer.top : map.getBoundingClientRect().height;
    const bottom = scrolls ? outer.bottom : window.innerHeight;
    if (box.top >= top && Math.min(box.bottom, box.top + 120) <= bottom) return;
    (scrolls ? text : window).scrollBy({ top: box.top - top - 12,
      behavior: window.pointer.still ? "auto" : "smooth" });
  }

  /* A passage that was asked for comes into sight; else the card does, at the top of the text. */
  const answer = (passage) => bringUp(passages.get(passage) || card);

  /* A click in the list below the map brings the map back. */
  function keepMapInSight() {
    const box = chart.getBoundingClientRect();
    if (box.bottom < box.height / 2) chart.scrollIntoView({ block: "nearest" });
  }

  document.addEventListener("click", (event) => {
    if (dragged >= 5 && chart.contains(event.target)) { dragged = 0; return; }
    const part = meant(event);
    if (!part || event.metaKey || event.ctrlKey || event.shiftKey) return;
    if (part.classList.contains("close")) {
      event.preventDefault();
      choose("");
      chart.focus({ preventScroll: true });
    }
    if (!entries.has(part.dataset.feature)) return;
    event.preventDefault();
    const onMap = chart.contains(part);
    const passage = part.dataset.passage || "";
    choose(part.dataset.feature, passage, onMap ? "" : part.dataset.variant || "", onMap);
    if (!onMap) keepMapInSight();
    const isOwn = part.classList.contains("mention");
    answer(isOwn ? "" : passage);
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") choose(""); });

  const fromAddress = () => decodeURIComponent(location.hash.replace(/^#f-/, ""));
  window.addEventListener("hashchange", () => {
    if (location.hash.startsWith("#f-") && fromAddress() !== chosen) choose(fromAddress());
  });
  new ResizeObserver(() => show(view)).observe(map);
  show(home);
  const first = location.hash.startsWith("#f-") ? fromAddress() : document.body.dataset.selected;
  if (first) choose(first, document.body.dataset.passage || "", document.body.dataset.variant || "");
  if (first && !isPhone()) answer(document.body.dataset.passage);
  toTop();
})();
