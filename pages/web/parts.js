/* Carries what a reader does to the server, and what the server has selected to the page. */
function showPresses({ data, parentElement, setTriggerValue }) {
  page.add(parentElement, (press) => setTriggerValue("press", press));
  page.told(data);
}

function showPosition({ data, parentElement, setTriggerValue }) {
  page.toldMonth(data.month);
  page.setMover({ place: parentElement, tell: (what) => setTriggerValue("press", what) });
}

/* The list asks for what it holds when the map has come to show other features. */
function showListing({ data, parentElement, setTriggerValue }) {
  page.setListing({ listed: data.listed, place: parentElement,
    ask: () => setTriggerValue("press", { n: Date.now() }) });
}

const SHOWN_BY = { presses: showPresses, position: showPosition, listing: showListing, contents: showContents, month: showMonth,
  start: showBeginning, tour: showBeginning, "tour-paused": showBeginning };

/* A page that was opened before the app was renewed links to the sheet of then. */
function linkSheet(address) {
  if (!address || document.querySelector(`link[href$="${address}"]`)) return;
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: `./${address}` });
  document.body.append(link);
}

/* Comes once; the parts of the page hold data only, and wait until this is there (part.js). */
export default function ({ data }) {
  sheet.replaceSync(data.css);
  linkSheet(data.sheet);
  window.arcticShow = (part) => (SHOWN_BY[part.data.kind] || showPanel)(part);
  (window.arcticWaiting || []).splice(0).forEach((show) => show());
}
