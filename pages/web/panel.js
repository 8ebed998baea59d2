/* Shows markup that the server has escaped, and reports a click on anything with data-feature.
   A click with a modifier key, or with another button, follows the link as links do. */
/* Less than the space between two passages, so that no line is cut by the column's edge. */
const MARGIN_PX = 6;
const COLUMN = ".st-key-reading";
let opener = null; /* the name that was pressed last, and its panel */
let awaited = ""; /* whose card the keyboard goes to: it lies far from the list, or takes this one's place */

function nameOf(part) {
  return [part.dataset.feature, part.dataset.passage, part.dataset.variant].join("|");
}

/* Returns the panel in a part of the page, and makes it the first time. */
function panelIn(place, begin) {
  const made = place.querySelector(".panel");
  if (made) return made;
  const root = document.createElement("div");
  root.className = "panel";
  place.appendChild(root);
  root.getRootNode().adoptedStyleSheets = [sheet];
  begin(root);
  return root;
}

/* Whether a click does more than links do: one with a modifier key or another button does not. */
function isPlain(event) {
  return !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button);
}

/* A link to a voyage, or from one to the Atlas, goes to another page. The server goes there, as a new
   document would begin a new session, without the reader's own articles. */
function goesElsewhere(root, event) {
  const link = event.target.closest("[data-voyage], [data-atlas], [data-season]");
  if (!link || !isPlain(event)) return Boolean(link);
  event.preventDefault();
  const press = { n: Date.now() };
  ["voyage", "atlas", "season"].forEach((page) => { if (page in link.dataset) press[page] = link.dataset[page]; });
  const send = () => root.send(press);
  if (window.arcticConnection) window.arcticConnection.send(send); else send();
  return true;
}

/* Nothing is put in place under a finger: a press on what is taken away before it ends would be lost. */
const RELEASED_MS = 50; /* the click of a finger comes after its release */
const HELD_MS = 2000;

function holdStill(root) {
  root.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    root.released = new Promise((done) => {
      const release = () => setTimeout(done, RELEASED_MS);
      ["pointerup", "pointercancel"].forEach(
        (kind) => window.addEventListener(kind, release, { once: true, capture: true }));
      setTimeout(done, HELD_MS);
    });
  });
}

function listen(root) {
  holdStill(root);
  root.addEventListener("click", (event) => {
    if (goesElsewhere(root, event)) return;
    if (event.target.closest("[data-goes=list]")) {
      event.preventDefault();
      goToList();
      return;
    }
    const clicked = event.target.closest("[data-feature]");
    if (!clicked || !isPlain(event)) return;
    event.preventDefault();
    const click = { ...clicked.dataset };
    if (!page.isHere() && !window.arcticMap) {
      window.arcticConnection.send(() => root.send(click));
      return;
    }
    const isByKey = event.detail === 0;
    const isNew = click.feature !== page.selection().feature;
    page.press(click, root.kind);
    const isLeft = ["features", "card-panel"].includes(root.kind);
    awaited = isByKey && isNew && isLeft ? click.feature : "";
    if (!click.feature && isByKey) giveFocusBack();
    else if (click.feature && root.kind !== "card-panel") opener = { root, name: nameOf(clicked) };
  });
  listenToVoyages(root);
  listenToSeason(root);
  listenToDay(root);
  listenToMonths(root);
  linkToMap(root);
  window.addEventListener("arctic-covered", () => { if (root.adjust) root.adjust(); });
  window.addEventListener("arctic-selected", ({ detail }) => {
    if (!root.isConnected) return;
    mark(root, detail.selection);
    follow(root, detail.selection, detail.before);
  });
}

window.addEventListener("arctic-pressed", () => { awaited = ""; });

function goToList() {
  const fold = document.querySelector(".st-key-list details");
  const title = fold.querySelector("summary");
  if (!fold.open) title.click();
  title.focus({ preventScroll: true });
  title.scrollIntoView({ block: "start" });
}

/* Whoever closes the card by keyboard is again at the name that opened it, or else in the column. */
function giveFocusBack() {
  const isThere = opener && opener.root.isConnected;
  const names = isThere ? [...opener.root.querySelectorAll("[data-feature]")] : [];
  const name = names.find((part) => nameOf(part) === opener.name);
  if (name) name.focus({ preventScroll: true });
  else focusOn(document.querySelector(COLUMN));
}

/* Escape closes the card, wherever on the page the focus is. One listener serves for the life of the
   page: it calls what the newest copy of this script knows. */
if (!window.arcticEscape) window.addEventListener("keydown", (event) => window.arcticEscape(event));
window.arcticEscape = (event) => {
  const isElsewhere = event.target.closest("input, textarea, [role=dialog], [role=listbox]");
  if (event.key !== "Escape" || event.defaultPrevented || isElsewhere || !isPlain(event)) return;
  if (page.close("key")) giveFocusBack();
};

function focusOn(column) {
  if (!column) return;
  column.tabIndex = -1;
  column.focus({ preventScroll: true });
}

/* What the pointer or the focus is on lights on the map, and what the map means lights here, at once
   and without the server; so does what is selected, until the server sends the same. */
function linkToMap(root) {
  const meant = (event) => {
    const part = event.target.closest && event.target.closest("[data-feature]");
    return part && root.contains(part) ? [part.dataset.feature] : [];
  };
  let pointed = []; /* also while the map is not there yet */
  const hover = (ids) => {
    pointed = ids;
    if (window.arcticMap) window.arcticMap.hover(ids);
  };
  window.addEventListener("arctic-joined", () => { if (pointed.length) hover(pointed); });
  ["mouseover", "focusin"].forEach((type) => root.addEventListener(type,
    (event) => hover(meant(event))));
  ["mouseout", "focusout"].forEach((type) => root.addEventListener(type, () => hover([])));
  const toggle = (name, id) => root.querySelectorAll(".mention").forEach(
    (mention) => mention.classList.toggle(name, mention.dataset.feature === id));
  window.addEventListener("arctic-hovered", (event) => toggle("hovered", event.detail.id));
}

/* The parts that a reader opens and closes, by name. */
function folds(root) {
  return new Map([...root.querySelectorAll("details")].map(
    (part, index) => [part.dataset.fold || `${part.className} ${index}`, part]));
}

/* Puts new markup in place; focus and opened parts stay as the reader left them. */
function render(root, kind, html) {
  const focus = root.getRootNode().activeElement;
  const held = focus && focus.dataset && focus.dataset.feature ? nameOf(focus) : "";
  const before = folds(root);
  const sought = voyageFocus(root);
  root.innerHTML = html;
  dressMap(root);
  dressMonths(root);
  root.shown = html;
  root.order = [...root.querySelectorAll("article > blockquote.passage")];
  root.arranged = "[]";
  root.kind = kind;
  const about = kind === "card-panel" ? page.selection().feature : kind;
  if (root.about === about) {
    folds(root).forEach((part, name) => { if (before.has(name)) part.open = before.get(name).open; });
  }
  root.about = about;
  const again = held && [...root.querySelectorAll("[data-feature]")].find(
    (part) => nameOf(part) === held);
  const same = again || (sought && sought());
  if (same) same.focus({ preventScroll: true });
  if (kind !== "articles") return;
  addSwitch(root);
  if (!root.isWatched) watchReading(root);
  root.isWatched = true;
}

/* Neither a list nor the articles are sent again for a press: what is selected is marked here. */
function mark(root, { feature, passage, sections, others }) {
  const isIn = (part, name) => part.dataset.feature === feature && part.classList.contains(name);
  if (root.kind === "features") {
    root.querySelectorAll("[data-feature]").forEach((part) => {
      if (part.dataset.feature === feature) part.setAttribute("aria-current", "true");
      else part.removeAttribute("aria-current");
    });
  }
  if (root.kind !== "articles") return;
  root.firstElementChild.classList.toggle("beside", Boolean(feature));
  root.querySelectorAll(".mention").forEach(
    (mention) => mention.classList.toggle("lit", isIn(mention, "mention")));
  root.querySelectorAll("blockquote.passage").forEach((quote) => {
    const isCurrent = quote.dataset.passage === passage;
    quote.classList.toggle("lit", Boolean(quote.querySelector(".mention.lit")));
    quote.classList.toggle("current", isCurrent);
    if (isCurrent) quote.setAttribute("aria-current", "true");
    else quote.removeAttribute("aria-current");
  });
  arrange(root, sections, others);
  if (root.adjust) root.adjust();
}

/* The passages that name what is selected come first, each kind under its title. The focus goes along
   with a passage that is moved. */
function arrange(root, sections, others) {
  const wanted = JSON.stringify(sections);
  if (root.arranged === wanted) return;
  root.arranged = wanted;
  const focus = root.getRootNode().activeElement;
  const isInside = root.contains(focus);
  root.querySelectorAll("article").forEach((article) => {
    const quotes = root.order.filter((quote) => quote.closest("article") === article);
    const folded = article.querySelector(":scope > details");
    const put = (part) => article.insertBefore(part, folded);
    article.querySelectorAll(":scope > h3").forEach((title) => title.remove());
    const titled = (title, those) => {
      if (!those.length) return;
      put(document.createElement("h3")).textContent = title;
      those.forEach(put);
    };
    const first = new Set(sections.flatMap(([, passages]) => passages));
    sections.forEach(([title, passages]) => titled(title,
      quotes.filter((quote) => passages.includes(quote.dataset.passage))));
    const rest = quotes.filter((quote) => !first.has(quote.dataset.passage));
    if (rest.length < quotes.length) titled(others, rest);
    else rest.forEach(put);
  });
  if (isInside) focus.focus({ preventScroll: true });
}

function columnOf(root) {
  return (root.getRootNode().host || root).closest(COLUMN);
}

/* Returns what scrolls: the column, or the page where the column lies under the map. */
function scrollerOf(root) {
  const column = columnOf(root);
  return getComputedStyle(column).overflowY === "visible" ? column.closest(".stMain") : column;
}

function scrollTo(box, top) {
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  box.scrollTo({ top, behavior: still ? "auto" : "smooth" });
}

/* Looks for the passage anew, as it may be of articles that have come since. */
function bringIntoSight(root) {
  const passage = root.querySelector(".passage.current");
  if (!passage) return;
  const box = scrollerOf(root);
  const edge = parseFloat(getComputedStyle(box).scrollPaddingTop) || 0;
  const room = box.clientHeight - edge - MARGIN_PX;
  const { top, height } = passage.getBoundingClientRect();
  const gap = top - box.getBoundingClientRect().top - edge;
  if (gap >= 0 && gap + Math.min(height, room) <= room + MARGIN_PX) return;
  scrollTo(box, box.scrollTop + gap - MARGIN_PX);
}

/* Does it once more whenever something in the column has come or has changed its size, say a card that
   comes later than the articles, or their type, until the reader does anything. */
function keep(root, adjust) {
  adjust();
  root.adjust = adjust;
  const column = columnOf(root);
  const sizes = new ResizeObserver(adjust);
  const watch = () => column.querySelectorAll('.stVerticalBlock[class*="st-key-"]').forEach(
    (part) => sizes.observe(part));
  const parts = new MutationObserver(watch); /* a part that is watched anew tells its size */
  parts.observe(column, { childList: true, subtree: true });
  watch();
  root.watched = [sizes, parts];
  ["wheel", "pointerdown", "keydown"].forEach((kind) => window.addEventListener(
    kind, () => letGo(root), { once: true, capture: true, passive: true }));
}

function letGo(root) {
  (root.watched || []).forEach((one) => one.disconnect());
  root.adjust = null;
}

/* What a reader may have before them in the column: the passages, and the list below. */
const stepsOf = (root) => [...root.order, ...document.querySelectorAll(".st-key-list")];

/* Where the reader is: the first passage in sight, or the list, and how far below the edge that
   begins. */
function placeIn(root, box) {
  const edge = box.getBoundingClientRect().top;
  const part = stepsOf(root).find((one) => one.getBoundingClientRect().bottom > edge);
  return part && { passage: part.dataset.passage, gap: part.getBoundingClientRect().top - edge };
}

function goBack(root, box, { passage, gap }) {
  const part = stepsOf(root).find((one) => one.dataset.passage === passage);
  if (!part) return;
  const now = part.getBoundingClientRect().top - box.getBoundingClientRect().top;
  box.scrollTo({ top: box.scrollTop + now - gap, behavior: "instant" });
}

/* After a press on the map or on a name in an article the card answers, at the top of the column;
   when it is closed, the reader is again where that press was made. Whoever comes by a link to a
   passage, or by the card's own, finds that passage in sight. */
function follow(root, now, before) {
  const wordOf = ({ feature, passage }) => `${feature}|${passage}`;
  if (root.kind !== "articles" || !columnOf(root) || root.followed === wordOf(now)) return;
  const isFirst = root.followed === undefined;
  root.followed = wordOf(now);
  letGo(root);
  const passage = root.querySelector(".passage.current");
  const box = scrollerOf(root);
  if (!now.feature) {
    const left = root.left;
    if (left) keep(root, () => goBack(root, box, left));
    root.left = null;
  } else if (passage && now.from !== "articles") {
    keep(root, () => bringIntoSight(root));
  } else if (!isFirst) {
    if (!before.feature) root.left = placeIn(root, box);
    scrollTo(box, 0);
  }
}

async function unpack(packed) {
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Response(stream).text();
}

async function showPanel({ data, parentElement, setTriggerValue }) {
  const root = panelIn(parentElement, listen);
  root.send = (value) => setTriggerValue("press", value);
  root.wanted = data;
  const html = data.packed ? await unpack(data.packed) : data.html;
  if (root.released) await root.released;
  if (root.wanted !== data || root.shown === html) return;
  render(root, data.kind, html);
  const now = page.selection();
  if (awaited && data.kind === "card-panel" && now.feature === awaited) {
    awaited = "";
    focusOn(root.querySelector("h2"));
  }
  mark(root, now);
  follow(root, now, now);
}
