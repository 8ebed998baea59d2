/* Shows the views to start from or a step of the tour, and reports the address of a link that is
   pressed. A press with a modifier key, or with another button, follows the link as links do. In the
   tour the arrow keys go back and on, Escape ends it; after a press the focus is on the new step. */
const KEYS = { ArrowLeft: ".back", ArrowRight: ".next:not(.end)", Escape: ".end" };

function makeRoot(parent) {
  const root = document.createElement("div");
  root.className = "panel";
  root.setAttribute("aria-live", "polite");
  parent.appendChild(root);
  root.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
    event.preventDefault();
    window.arcticBegun = true;
    if (link.closest(".tour")) toTop(columnOf(root));
    const press = { to: link.getAttribute("href"), n: Date.now() };
    const send = () => root.send(press);
    if (window.arcticConnection) window.arcticConnection.send(send); else send();
  });
  root.addEventListener("keydown", (event) => {
    const isPlain = !event.metaKey && !event.ctrlKey && !event.altKey && !event.shiftKey;
    const link = isPlain && KEYS[event.key] && root.querySelector(`.tour ${KEYS[event.key]}`);
    if (!link) return;
    event.preventDefault();
    link.click();
  });
  return root;
}

function columnOf(root) {
  return root.getRootNode().host.closest(".st-key-reading");
}

/* Each step begins at the top of its column; the articles then scroll to the passage it opens. */
function toTop(column) {
  [column, column.closest(".stMain")].forEach((box) => box.scrollTo({ top: 0, behavior: "instant" }));
}

/* The focus goes to the step that has come after a press, or after Back while it was on the last one;
   where the block goes, to the column below it. */
function render(root, html) {
  const isHere = window.arcticBegun || root.contains(root.getRootNode().activeElement);
  window.arcticBegun = false;
  root.innerHTML = html;
  root.shown = html;
  const place = isHere && (root.querySelector("h2") || root.querySelector("a"));
  if (place) place.focus({ preventScroll: true });
}

/* Says how high the tour is: it stays at the top of the column, and what is scrolled into sight keeps
   clear of it. */
function makeRoom(root, column, kind) {
  const page = column.closest(".stMain");
  column.dataset.guide = kind;
  if (root.room) root.room.disconnect();
  root.room = new ResizeObserver(() => page.style.setProperty(
    "--guide", kind === "tour" ? `${root.offsetHeight}px` : "0px"));
  root.room.observe(root);
  return () => {
    root.room.disconnect();
    page.style.removeProperty("--guide");
    delete column.dataset.guide;
  };
}

/* What stands below has moved up: the articles give a reader's place back (see panel.js). */
function noteGone(column, tall) {
  if (window.arcticBegun) return;
  const head = column.querySelector(".st-key-beginning");
  const pad = head ? parseFloat(getComputedStyle(head).paddingBottom) || 14 : 14;
  window.arcticGone = { px: tall + Math.max(pad, 14), at: Date.now() };
}

function focusColumn(column) {
  if (!window.arcticBegun) return;
  window.arcticBegun = false;
  column.tabIndex = -1;
  column.focus({ preventScroll: true });
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".panel") || makeRoot(parentElement);
  root.send = (value) => setTriggerValue("press", value);
  const column = columnOf(root);
  if (!column) return undefined;
  const clear = makeRoom(root, column, data.kind);
  if (root.shown !== data.html) render(root, data.html);
  const tall = root.offsetHeight;
  return () => {
    clear();
    noteGone(column, tall);
    focusColumn(column);
  };
}
