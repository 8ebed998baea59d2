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

/* The focus goes to the step that has come; where the block goes, to the column below it. */
function focusAfterPress(root) {
  if (!window.arcticBegun) return;
  window.arcticBegun = false;
  const title = root.querySelector("h2, .next");
  if (title) title.focus({ preventScroll: true });
}

function leave(root, column) {
  root.room.disconnect();
  column.style.removeProperty("--guide");
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
  /* What is scrolled into sight keeps clear of the tour, which stays at the top of the column. */
  if (!root.room) root.room = new ResizeObserver(() => column.style.setProperty(
    "--guide", data.kind === "tour" ? `${root.offsetHeight}px` : "0px"));
  root.room.observe(root);
  if (root.shown !== data.html) {
    root.innerHTML = data.html;
    root.shown = data.html;
    focusAfterPress(root);
  }
  return () => leave(root, column);
}
