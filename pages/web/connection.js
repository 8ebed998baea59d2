/* Tells the page's own scripts whether the server answers, and the reader when it does not.

   After a break Streamlit asks for a full run (see pages/_parts.py). Until that has ended, the
   server may not know this page, and would pass over a click in silence: the last one is held back
   and sent then. */
const PATIENCE_MS = 1500;
const DIALOG_MS = 250;

/* On a narrow screen the list of pages lies over the page: it closes when a page is chosen, and does
   not open by itself with the next load. */
function closePages() {
  const close = document.querySelector('[data-testid="stSidebar"][data-collapsed="false"] '
    + '[data-testid="stSidebarCollapseButton"] button');
  if (close && window.matchMedia("(max-width: 768px)").matches) close.click();
}

/* Streamlit's own dialog speaks to who started the server, and nothing behind it can be clicked. */
function closeDialog() {
  const close = document.querySelector('[data-testid="stDialog"] button[aria-label="Close"]');
  if (close) close.click();
}

function watch(app) {
  const link = { isLive: true, held: null, run: "", note: null };
  let timer = null;
  let dialogs = null;

  /* Makes a click now, or once the server knows the page again. */
  link.send = (click) => { if (link.isLive) click(); else link.held = click; };

  /* Each full run brings another word. */
  link.ran = (run) => {
    const click = link.held;
    if (run === link.run || app.dataset.testConnectionState !== "CONNECTED") return;
    link.run = run;
    link.isLive = true;
    link.held = null;
    if (click) click();
  };

  function check() {
    clearTimeout(timer);
    clearInterval(dialogs);
    const isConnected = app.dataset.testConnectionState === "CONNECTED";
    if (isConnected) link.note.hidden = true;
    else {
      link.isLive = false;
      timer = setTimeout(() => { link.note.hidden = false; }, PATIENCE_MS);
      dialogs = setInterval(closeDialog, DIALOG_MS);
    }
  }

  new MutationObserver(check).observe(app, { attributes: true,
    attributeFilter: ["data-test-connection-state"] });
  closePages();
  document.addEventListener("click", (event) => {
    if (event.target.closest('[data-testid="stSidebarNavLink"]')) closePages();
  });
  return link;
}

function makeNote(parent, markup) {
  const note = document.createElement("div");
  note.className = "connection";
  note.setAttribute("role", "status");
  note.innerHTML = markup;
  note.hidden = true;
  parent.appendChild(note);
  return note;
}

export default function (component) {
  const { data, parentElement } = component;
  const link = window.arcticConnection
    || (window.arcticConnection = watch(document.querySelector('[data-testid="stApp"]')));
  link.note = parentElement.querySelector(".connection") || makeNote(parentElement, data.html);
  link.ran(data.run);
}
