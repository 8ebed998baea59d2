/* Season: jumps to the questions, and presses that change what a block shows.

   data-jump="ice" goes to the block of that name; data-set="zones:type-a" becomes the press
   { set: "zones", value: "type-a" }, which the server turns into a change of the address; data-print
   prints the page.

   The fragment of the address names a block: a jump writes it, and a page opened with one goes there.
   Neither makes a new entry of the browser's history. */
const SEASON_PARTS = "[data-jump],[data-set],[data-print]";

function listenToSeason(root) {
  root.addEventListener("click", (event) => {
    const part = event.target.closest && event.target.closest(SEASON_PARTS);
    if (!part || !root.contains(part) || !isPlain(event)) return;
    event.preventDefault();
    if ("print" in part.dataset) window.print();
    else if (part.dataset.jump) {
      noteBlock(part.dataset.jump);
      jumpTo(part.dataset.jump);
    }
    else if (part.dataset.set.startsWith("month:")) setMonth(Number(seasonPress(part.dataset.set).value));
    else sendPress(root, seasonPress(part.dataset.set));
  });
}

function seasonPress(words) {
  const [set, ...rest] = words.split(":");
  return { set, value: rest.join(":"), n: Date.now() };
}

/* The head of a block is in a panel of its own, so its focus is looked for in there. */
function jumpTo(block) {
  const place = document.querySelector(`.st-key-season-${block}`);
  if (!place) return;
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  place.scrollIntoView({ behavior: still ? "auto" : "smooth", block: "start" });
  for (const part of place.querySelectorAll("*")) {
    const head = part.shadowRoot && part.shadowRoot.querySelector(`#season-${block}`);
    if (head) head.focus({ preventScroll: true });
  }
}

function noteBlock(block) {
  const { pathname, search } = window.location;
  window.history.replaceState(window.history.state || {}, "", `${pathname}${search}#${block}`);
}

/* Goes to the block that the address names and stays with it while what stands above it still grows,
   until the reader does something. An entry that has been followed has a state: Back to it stays. */
const FOLLOW_MS = 20000;
const READER_ACTS = ["wheel", "touchstart", "pointerdown", "keydown"];

function followAddress() {
  const block = window.location.hash.slice(1);
  if (!/^[a-z]+$/.test(block) || window.history.state) return;
  noteBlock(block);
  const until = Date.now() + FOLLOW_MS;
  const step = () => {
    const place = document.querySelector(`.stMain .st-key-season-${block}`);
    if (place) place.scrollIntoView({ behavior: "auto", block: "start" });
    if (Date.now() > until) stop();
  };
  const following = setInterval(step, 100);
  const stop = () => {
    clearInterval(following);
    READER_ACTS.forEach((act) => window.removeEventListener(act, stop, true));
  };
  READER_ACTS.forEach((act) => window.addEventListener(act, stop, true));
}

if (!window.arcticFollow) window.addEventListener("hashchange", () => window.arcticFollow());
window.arcticFollow = followAddress;
followAddress();
