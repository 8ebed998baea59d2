/* Tells the page's own scripts whether the server answers, and the reader when it does not.

   After a break Streamlit asks for a full run (see pages/_connection.py). Until that has ended, the
   server may not know this page, and would pass over a click in silence: the last one is held back
   and sent then. */
const PATIENCE_MS = 1500;

/* On a narrow screen the list of pages lies over the page: it closes when a page is chosen, and does
   not open by itself with the next load. */
function closePages() {
  const close = document.querySelector('[data-testid="stSidebar"][data-collapsed="false"] '
    + '[data-testid="stSidebarCollapseButton"] button');
  if (close && window.matchMedia("(max-width: 768px)").matches) close.click();
}

function watch(app) {
  const link = window.arcticConnection = { live: true, held: null, notes: new Set() };
  let broken = false;
  let ran = false;
  let timer = null;

  /* Runs a click now, or once the page is connected again. */
  link.send = (click) => { if (link.live) click(); else link.held = click; };

  function say(isLost) {
    link.notes.forEach((note) => { note.hidden = !isLost; });
  }

  function restore() {
    const click = link.held;
    link.live = true;
    link.held = null;
    broken = ran = false;
    if (click) click();
  }

  function check() {
    const isConnected = app.dataset.testConnectionState === "CONNECTED";
    const isRunning = app.dataset.testScriptState !== "notRunning";
    if (!isConnected) {
      broken = true;
      ran = link.live = false;
      timer = timer || setTimeout(() => say(true), PATIENCE_MS);
      return;
    }
    clearTimeout(timer);
    timer = null;
    say(false);
    if (!broken) return;
    if (isRunning) ran = true;
    else if (ran) restore();
  }

  new MutationObserver(check).observe(app, { attributes: true,
    attributeFilter: ["data-test-connection-state", "data-test-script-state"] });
  closePages();
  document.addEventListener("click", (event) => {
    if (event.target.closest('[data-testid="stSidebarNavLink"]')) closePages();
  });
  return link;
}

export default function (component) {
  const { data, parentElement } = component;
  const app = document.querySelector('[data-testid="stApp"]');
  const link = window.arcticConnection || watch(app);
  let note = parentElement.querySelector("p");
  if (!note) {
    note = document.createElement("p");
    note.setAttribute("role", "status");
    note.hidden = true;
    parentElement.appendChild(note);
    link.notes.add(note);
  }
  note.textContent = data.lost;
  return () => { link.notes.delete(note); };
}
