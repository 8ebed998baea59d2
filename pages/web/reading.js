/* The map follows the reading: what the passage in the middle of the column names lights on the map
   while the reader scrolls. A scroll that follows a press is none of the reader's. */
const FOLLOWS = "arctic-follows-reading";
const SCROLLING_MS = 1500;
const SCROLL_KEYS = ["ArrowDown", "ArrowUp", "PageDown", "PageUp", "Home", "End", " "];

function followsReading() {
  let kept = null;
  try { kept = localStorage.getItem(FOLLOWS); } catch (refused) { /* not kept then */ }
  if (kept) return kept === "on";
  return !window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/* Makes a switch of the words that the articles bring, in the row of the first one's author and date. */
function addSwitch(root) {
  const words = root.querySelector("p.follow");
  if (!words) return;
  const made = document.createElement("button");
  made.type = "button";
  made.setAttribute("role", "switch");
  made.setAttribute("aria-checked", String(followsReading()));
  [made.textContent, made.title] = [words.textContent, words.title];
  made.addEventListener("click", () => {
    const isOn = !followsReading();
    try { localStorage.setItem(FOLLOWS, isOn ? "on" : "off"); } catch (refused) { /* not kept then */ }
    made.setAttribute("aria-checked", String(isOn));
    if (!isOn) light(root, null);
  });
  words.replaceChildren(made);
  const header = root.querySelector("article > header");
  if (!header) return;
  header.classList.add("with-follow");
  header.append(words);
}

/* The passage that the reader has before them: in the middle of what is in sight of the column. */
function passageRead(root) {
  const scroller = scrollerOf(root);
  const box = scroller.getBoundingClientRect();
  const covered = parseFloat(getComputedStyle(scroller).scrollPaddingTop) || 0;
  const middle = (box.top + covered + Math.min(box.bottom, window.innerHeight)) / 2;
  return [...root.querySelectorAll("blockquote.passage")].find((quote) => {
    const { top, bottom } = quote.getBoundingClientRect();
    return top <= middle && middle < bottom;
  });
}

function light(root, passage) {
  if (root.reading === passage) return;
  root.reading = passage;
  root.querySelectorAll(".passage.read").forEach((quote) => quote.classList.remove("read"));
  const mentions = passage ? [...passage.querySelectorAll(".mention")] : [];
  if (mentions.length) passage.classList.add("read");
  if (window.arcticMap) window.arcticMap.read([...new Set(mentions.map((one) => one.dataset.feature))]);
}

function watchReading(root) {
  let [until, asked] = [0, 0];
  const scrolls = (event) => {
    if (event.key && !SCROLL_KEYS.includes(event.key)) return;
    until = Date.now() + SCROLLING_MS;
  };
  ["wheel", "touchmove", "keydown", "pointerdown"].forEach((kind) => window.addEventListener(
    kind, scrolls, { capture: true, passive: true }));
  const rests = () => { until = 0; light(root, null); };
  ["arctic-pressed", "arctic-selected"].forEach((kind) => window.addEventListener(kind, rests));
  document.addEventListener("scroll", (event) => {
    if (!root.isConnected || !followsReading() || event.target !== scrollerOf(root)) return;
    if (Date.now() > until) return;
    until = Date.now() + SCROLLING_MS; /* it goes on by its own momentum */
    cancelAnimationFrame(asked);
    asked = requestAnimationFrame(() => {
      const passage = passageRead(root);
      if (passage) light(root, passage);
    });
  }, { capture: true, passive: true });
}
