/* Shows markup that the server has escaped, and reports a click on anything with data-feature.
   A click with a modifier key, or with another button, follows the link as links do. */
const SELECTED = "arctic-selected";
/* Less than the space between two passages, so that no line is cut by the column's edge. */
const MARGIN_PX = 6;
const COLUMN = ".st-key-reading";
/* What went from above the articles with the press itself, not before it. */
const GONE_MS = 3000;
/* The word of the column while nothing is selected; see pages/atlas.py. */
const NOTHING = "|";

function nameOf(part) {
  return [part.dataset.feature, part.dataset.passage, part.dataset.variant].join("|");
}

function makeRoot(parent) {
  const root = document.createElement("div");
  root.className = "panel";
  parent.appendChild(root);
  root.addEventListener("click", (event) => {
    const clicked = event.target.closest("[data-feature]");
    if (!clicked || event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
    event.preventDefault();
    const { feature, passage = "", variant = "" } = clicked.dataset;
    root.pressed = passage;
    const number = window.arcticMap ? window.arcticMap.press(feature, variant) : 0;
    /* A press that is made again is a later one, or the server would take it for the same. */
    const click = () => root.send({ feature, passage, variant, n: Math.max(Date.now(), number) });
    if (window.arcticConnection) window.arcticConnection.send(click); else click();
  });
  linkToMap(root);
  return root;
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
  window.addEventListener("arctic-pressed", (event) => {
    toggle("lit", event.detail.id);
    root.querySelectorAll("blockquote.passage").forEach((quote) => quote.classList.toggle("lit",
      Boolean(quote.querySelector(".mention.lit"))));
  });
}

/* Puts new markup in place; focus and opened parts stay as the reader left them. */
function render(root, data) {
  const focus = root.getRootNode().activeElement;
  const held = focus && focus.dataset && focus.dataset.feature ? nameOf(focus) : "";
  const open = root.kind === data.kind
    ? [...root.querySelectorAll("details")].map((part) => part.open) : [];
  root.innerHTML = data.html;
  root.shown = data.html;
  root.kind = data.kind;
  root.querySelectorAll("details").forEach((part, i) => { if (open[i]) part.open = true; });
  const again = held && [...root.querySelectorAll("[data-feature]")].find(
    (part) => nameOf(part) === held);
  if (again) again.focus({ preventScroll: true });
}

/* A list is not sent again for a click; it only learns which entry is selected. */
function mark(root, selected) {
  root.querySelectorAll("[data-feature]").forEach((part) => {
    if (part.dataset.feature === selected) part.setAttribute("aria-current", "true");
    else part.removeAttribute("aria-current");
  });
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

function bringIntoSight(root, passage) {
  if (!passage.isConnected) return;
  const box = scrollerOf(root);
  const edge = parseFloat(getComputedStyle(box).scrollPaddingTop) || 0;
  const gap = passage.getBoundingClientRect().top - box.getBoundingClientRect().top - edge;
  if (gap >= 0 && gap < box.clientHeight - edge - 80) return;
  scrollTo(box, box.scrollTop + gap - MARGIN_PX);
}

/* Does it once more whenever something above has changed its size, say a card that comes later than
   the articles, until the reader does anything. */
function keepInSight(root, passage) {
  bringIntoSight(root, passage);
  root.watch = new ResizeObserver(() => bringIntoSight(root, passage));
  [...columnOf(root).children].forEach((part) => {
    if (!part.contains(root.getRootNode().host || root)) root.watch.observe(part);
  });
  ["wheel", "pointerdown", "keydown"].forEach((kind) => window.addEventListener(
    kind, () => root.watch.disconnect(), { once: true, capture: true, passive: true }));
}

/* After a click on the map or on a name in an article the card answers, at the top of the column;
   when it is closed, the reader is again where that click was made. Whoever comes by a link to a
   passage, or by the card's own, finds that passage in sight. */
function scroll(root, data) {
  if (!data.scroll || root.scrolled === data.scroll || !columnOf(root)) return;
  const [before, pressed] = [root.scrolled, root.pressed];
  root.scrolled = data.scroll;
  root.pressed = undefined;
  if (root.watch) root.watch.disconnect();
  const passage = root.querySelector(".passage.current");
  const box = scrollerOf(root);
  if (!data.selected) {
    const gone = window.arcticGone ? window.arcticGone.px : 0; /* since then, above the articles */
    if (root.left !== undefined) box.scrollTo({ top: root.left - gone });
    root.left = undefined;
    window.arcticGone = undefined;
  } else if (passage && passage.dataset.passage !== pressed) {
    keepInSight(root, passage);
  } else if (before) {
    if (before === NOTHING) root.left = box.scrollTop;
    if (window.arcticGone && Date.now() - window.arcticGone.at > GONE_MS) window.arcticGone = undefined;
    scrollTo(box, 0);
  }
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".panel") || makeRoot(parentElement);
  root.send = (value) => setTriggerValue("click", value);
  if (root.shown !== data.html) render(root, data);
  scroll(root, data);
  const isList = data.kind === "features";
  /* The articles say what is selected: they alone are sent again for each click. What the list was
     given may be older, and it may be shown anew at any time. So may articles that newer ones have
     replaced: Streamlit calls this function for both, in either order. */
  if (data.selected !== null && data.since > (window.arcticSince || 0)) {
    window.arcticSince = data.since;
    window.arcticSelected = data.selected;
    window.dispatchEvent(new Event(SELECTED));
  }
  if (isList) mark(root, window.arcticSelected);
  if (isList && !root.listens) {
    root.listens = true;
    window.addEventListener(SELECTED, () => mark(root, window.arcticSelected));
  }
}
