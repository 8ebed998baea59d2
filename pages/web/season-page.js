/* Season: jumps to the questions, and presses that change what a block shows.

   data-jump="ice" goes to the block of that name; data-set="zones:type-a" becomes the press
   { set: "zones", value: "type-a" }, which the server turns into a change of the address; data-print
   prints the page. */
const SEASON_PARTS = "[data-jump],[data-set],[data-print]";

function listenToSeason(root) {
  root.addEventListener("click", (event) => {
    const part = event.target.closest && event.target.closest(SEASON_PARTS);
    if (!part || !root.contains(part) || !isPlain(event)) return;
    event.preventDefault();
    if ("print" in part.dataset) window.print();
    else if (part.dataset.jump) jumpTo(part.dataset.jump);
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
