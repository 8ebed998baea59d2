/* Carries what a reader does to the server, and what the server has selected to the page. */
function showPresses({ data, parentElement, setTriggerValue }) {
  page.add(parentElement, (press) => setTriggerValue("press", press));
  page.told(data);
}

function showPosition({ setTriggerValue }) {
  page.setMover((at) => setTriggerValue("press", { at }));
}

const SHOWN_BY = { presses: showPresses, position: showPosition };
const sheet = new CSSStyleSheet();

/* Comes once; the parts of the page hold data only, and wait here until this is there (part.js). */
export default function ({ data }) {
  sheet.replaceSync(data.css);
  window.arcticShow = (part) => (SHOWN_BY[part.data.kind] || showPanel)(part);
  (window.arcticWaiting || []).splice(0).forEach(window.arcticShow);
}
