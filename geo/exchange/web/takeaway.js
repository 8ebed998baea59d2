/* Joins map and text in the offline page: a click on either highlights the other.
   Everything that is drawn or said stands in the page already; nothing here makes markup. */
(function () {
  "use strict";
  const map = document.getElementById("map");
  const chart = document.getElementById("chart");
  const card = document.getElementById("card");
  const said = document.getElementById("said");
  const atRest = said.textContent;
  const legend = document.querySelector(".key-of-map");
  const all = (selector) => [...document.querySelectorAll(selector)];
  const everything = document.getElementById("everything");
  const entries = new Map(all(".entries > details").map((entry) => [entry.id.slice(2), entry]));
  const passages = new Map(all(".passage").map((quote) => [quote.dataset.passage, quote]));
  const text = document.querySelector(".text");
  /* On a phone, or in print, the text is the page. */
  const isPhone = () => getComputedStyle(text).overflowY === "visible";
  let chosen = "";
  document.documentElement.classList.add("script");
  everything.open = false;
  if (isPhone() || window.innerHeight < 800) fold(true);
  const sheet = window.makeSheet(map, () => all(".zoom, .key-of-map, .foot"));

  function fold(isFolded) {
    legend.classList.toggle("folded", isFolded);
    legend.querySelector("button").setAttribute("aria-expanded", String(!isFolded));
  }
  legend.querySelector("button").addEventListener("click", () => {
    fold(!legend.classList.contains("folded"));
    if (!isPhone()) sheet.select(chosen);
  });

  /* Where the script answers, an address must not scroll the page away from the map, now or when
     the page has loaded; and the map itself says what a click would choose, not each shape. */
  [...entries.values(), ...passages.values()].forEach((one) => one.removeAttribute("id"));
  all("#map .f > title").forEach((title) => title.remove());
  const toTop = () => window.scrollTo(0, 0);
  try { window.history.scrollRestoration = "manual"; } catch (refused) { /* toTop does it */ }
  window.addEventListener("load", toTop);

  const boxOf = (entry) => entry.dataset.box && entry.dataset.box.split(" ").map(Number);

  const TOOLS = "button, .key-of-map";

  /* What an event means: off the map what holds its target. */
  function meant(event) {
    const onMap = chart.contains(event.target) && !event.target.closest(TOOLS);
    if (!onMap) return event.target.closest("[data-feature]");
    return window.pointer.meant(event, "#map .mark, #map .on .unseen", sheet.nodes);
  }

  window.pointer.follow(chart);
  const fingers = new Map();
  let dragged = 0;
  chart.addEventListener("pointerdown", (event) => {
    if (event.target.closest(TOOLS)) return;
    fingers.set(event.pointerId, [event.clientX, event.clientY]);
    if (fingers.size === 1) dragged = 0;
  });
  chart.addEventListener("pointermove", (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const other = [...fingers].find(([id]) => id !== event.pointerId);
    const now = [event.clientX, event.clientY];
    dragged += Math.hypot(now[0] - before[0], now[1] - before[1]);
    fingers.set(event.pointerId, now);
    if (dragged < 5) return;
    if (other) {
      const span = (from) => Math.hypot(from[0] - other[1][0], from[1] - other[1][1]);
      const frame = map.getBoundingClientRect();
      sheet.zoom(span(before) / Math.max(1, span(now)),
        { x: (now[0] + other[1][0]) / 2 - frame.left, y: (now[1] + other[1][1]) / 2 - frame.top });
    } else if (event.pointerType !== "touch" || !sheet.isHome()) {
      sheet.move(before[0] - now[0], before[1] - now[1]);
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
  /* Where the wheel would scroll the page it does that, unless the map was chosen. */
  chart.addEventListener("wheel", (event) => {
    const scrolls = isPhone() && document.activeElement !== chart && !event.ctrlKey;
    if (scrolls || event.target.closest(TOOLS)) return;
    event.preventDefault();
    const frame = map.getBoundingClientRect();
    sheet.zoom(2 ** (Math.max(-200, Math.min(200, event.deltaY)) / 200),
      { x: event.clientX - frame.left, y: event.clientY - frame.top });
  }, { passive: false });
  const STEP = 0.12;
  const go = (east, south) => sheet.move(...[east, south].map(
    (share, i) => share * STEP * sheet.size()[i]));
  const keys = { "+": () => sheet.zoom(0.7), "=": () => sheet.zoom(0.7), "-": () => sheet.zoom(1.4),
    0: sheet.goHome, ArrowLeft: () => go(-1, 0), ArrowRight: () => go(1, 0),
    ArrowUp: () => go(0, -1), ArrowDown: () => go(0, 1) };
  chart.addEventListener("keydown", (event) => {
    if (!keys[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    keys[event.key]();
  });
  all(".zoom button").forEach((button) => button.addEventListener("click",
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

  /* Each variant covers what it shares with those below: the one in full comes last of its feature. */
  let raised = [];
  function raise(parts) {
    raised.reverse().forEach(([part, after]) => after.before(part));
    raised = parts.map((part) => {
      const those = [...part.parentNode.children].filter(
        (one) => one.dataset.feature === part.dataset.feature);
      const after = part.nextElementSibling;
      those[those.length - 1].after(part);
      return [part, after];
    }).filter(([, after]) => after);
  }

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
    raise(all("#map .f.on[data-variant]:not(.other, .label)"));
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
    said.textContent = entry ? entry.dataset.said : atRest;
    if (entry) card.appendChild(entry.querySelector(".card").cloneNode(true));
    try { window.history.replaceState(null, "", entry ? "#f-" + feature : "#"); }
    catch (refused) { /* an address that may not be changed stays as it is */ }
    explain(ids);
    if (entry && !onMap) sheet.goTo(boxOf(entry), ids);
    sheet.select(chosen);
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

  /* Scrolls the text alone; on a phone, where it is the page, it goes on under the map. */
  function bringUp(part) {
    if (!part) return;
    const scrolls = !isPhone();
    const [box, outer] = [part.getBoundingClientRect(), text.getBoundingClientRect()];
    const top = scrolls ? outer.top : chart.getBoundingClientRect().height;
    const bottom = scrolls ? outer.bottom : window.innerHeight;
    if (box.top >= top && Math.min(box.bottom, box.top + 120) <= bottom) return;
    (scrolls ? text : window).scrollBy({ top: box.top - top - 12,
      behavior: window.pointer.still ? "auto" : "smooth" });
  }

  /* A passage that was asked for comes into sight; else the card does, at the top of the text. */
  const answer = (passage) => bringUp(passages.get(passage) || card);

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
    const isOwn = part.classList.contains("mention");
    answer(isOwn ? "" : passage);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && chosen) choose("");
  });

  const fromAddress = () => decodeURIComponent(location.hash.replace(/^#f-/, ""));
  window.addEventListener("hashchange", () => {
    if (location.hash.startsWith("#f-") && fromAddress() !== chosen) choose(fromAddress());
  });
  const first = location.hash.startsWith("#f-") ? fromAddress() : document.body.dataset.selected;
  if (first) choose(first, document.body.dataset.passage || "", document.body.dataset.variant || "");
  if (first && !isPhone()) answer(document.body.dataset.passage);
  toTop();
})();
