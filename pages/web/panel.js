/* Shows markup that the server has escaped, and reports a click on anything with data-feature.
   A click with a modifier key, or with another button, follows the link as links do. */
const SELECTED = "arctic-selected";
/* Less than the space between two passages, so that no line is cut by the column's edge. */
const MARGIN_PX = 6;

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
    const number = (window.arcticMap && window.arcticMap.press(feature, variant)) || Date.now();
    const click = () => root.send({ feature, passage, variant, n: number });
    if (window.arcticConnection) window.arcticConnection.send(click); else click();
  });
  return root;
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

/* After a click on the map the article that answers begins at the top of the column, with its title;
   after one in an article its passage stays where it is, or is brought into sight. */
function scroll(root, data) {
  if (!data.scroll || root.scrolled === data.scroll) return;
  root.scrolled = data.scroll;
  const passage = root.querySelector(".passage.current") || root.querySelector(".passage.lit");
  const box = (root.getRootNode().host || root).closest(".st-key-column");
  if (!passage || !box || getComputedStyle(box).overflowY === "visible") return;
  const target = data.from === "map" ? passage.closest("article") : passage;
  const gap = target.getBoundingClientRect().top - box.getBoundingClientRect().top;
  if (data.from !== "map" && gap >= 0 && gap < box.clientHeight - 80) return;
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  box.scrollBy({ top: gap - MARGIN_PX, behavior: still ? "auto" : "smooth" });
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
