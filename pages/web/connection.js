/* Tells the page's own scripts whether the server answers, and the reader when it does not.

   After a break Streamlit asks for a full run (see pages/_components.py). Until that has ended, the
   server may not know this page, and would pass over a click in silence: the last one is held back
   and sent then.

   A break is not always seen: after a sleep or in another network the socket looks open, and what
   it is given goes nowhere. So each message is followed by a question that the server answers at
   once; after a silence the socket is given up, and Streamlit makes another. */
const PATIENCE_MS = 1500;
const DIALOG_MS = 250;
const SILENCE_MS = 8000;
const BEAT_MS = 15000;
/* A BackMsg of Streamlit with app_heartbeat set. */
const BEAT = new Uint8Array([0x88, 0x01, 0x01]);
const FAILED_FILE = '[data-testid="stDownloadButtonError"]';
const FAILED_PART = '[data-testid="stErrorElementStack"]';

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

/* Streamlit then asks for the page and the view of the address. */
function askForAddress() {
  window.dispatchEvent(new PopStateEvent("popstate"));
}

/* Closes the socket after a timeout; reports what is sent, what is received, and the loss. */
function watchSocket(app, handlers) {
  const send = WebSocket.prototype.send;
  let socket = null;
  let silence = null;
  let timeoutMs = SILENCE_MS;

  function received() {
    clearTimeout(silence);
    silence = null;
    handlers.received();
  }

  function giveUp() {
    silence = null;
    if (socket.readyState !== WebSocket.OPEN) return;
    timeoutMs *= 2; /* a slow connection is not given up again and again */
    handlers.lost();
    socket.close();
    /* The server cannot answer the close, for which the browser would wait. */
    socket.dispatchEvent(new CloseEvent("close", { code: 1006 }));
  }

  function sendHeartbeat() {
    if (!socket || silence || socket.readyState !== WebSocket.OPEN) return;
    send.call(socket, BEAT);
    silence = setTimeout(giveUp, timeoutMs);
  }

  function resumeHeartbeat() {
    timeoutMs = SILENCE_MS;
    if (!document.hidden) sendHeartbeat();
  }

  WebSocket.prototype.send = function (data) {
    send.call(this, data);
    if (!this.url.endsWith("/_stcore/stream")) return;
    if (this !== socket) {
      clearTimeout(silence);
      silence = null;
      socket = this;
      socket.addEventListener("message", received);
    }
    handlers.sent();
    sendHeartbeat();
  };
  setInterval(() => {
    if (!document.hidden && app.dataset.testScriptState === "notRunning") sendHeartbeat();
  }, BEAT_MS);
  document.addEventListener("visibilitychange", resumeHeartbeat);
  window.addEventListener("online", resumeHeartbeat);
}

function watch(app) {
  const link = { isLive: true, held: null, run: "", says: {}, hasOwn: false };
  const note = makeNote();
  let places = []; /* the elements of the page that may hold the note */
  let timer = null;
  let dialogs = null;
  let asked = null; /* the last click that is not answered yet */
  let sent = false; /* something went to the server that it has not answered yet */
  let missed = false; /* what was sent is lost */
  let hasRun = false; /* a run was asked for since the connection was made */

  /* There is one note, in an element that is still on the page. Streamlit may call this for an
     element that it has just replaced after the new one, or keep both for a while. */
  function placeNote() {
    places = places.filter((place) => place.isConnected);
    if (places.length && !note.isConnected) places[places.length - 1].appendChild(note);
  }

  function say(what) {
    note.innerHTML = what ? link.says[what] : "";
    note.hidden = !what;
    placeNote();
  }

  link.add = (place) => {
    if (!places.includes(place)) places.push(place);
    placeNote();
  };

  watchSocket(app, {
    sent: () => { sent = true; hasRun = true; },
    received: () => { if (sent) asked = null; sent = false; },
    lost: () => { missed = sent && !asked; link.held = asked; },
  });

  /* Makes a click now, or once the server knows the page again; once more, if nothing answered. */
  link.send = (click) => {
    if (!link.isLive) link.held = click;
    else {
      asked = click;
      sent = false;
      click();
    }
  };

  /* Each full run brings another word, and whether the session holds anything of the reader's own. */
  link.ran = (run, hasOwn) => {
    const click = link.held;
    if (run === link.run || app.dataset.testConnectionState !== "CONNECTED") return;
    if (!link.isLive && link.hasOwn && !hasOwn) say("forgotten");
    else if (missed) say("back");
    link.run = run;
    link.hasOwn = hasOwn;
    link.isLive = true;
    link.held = null;
    missed = false;
    if (click) link.send(click);
    completePage(); /* what failed before this was there is seen now */
  };

  /* Streamlit fetches the script of a widget with the first such widget, and only once: where it does
     not come, as the connection breaks just then, an error stays in the widget's place. */
  function completePage() {
    const isIdle = link.isLive && !link.held && !asked && app.dataset.testScriptState === "notRunning";
    if (!isIdle || !app.querySelector(FAILED_PART)) return;
    const [{ type } = {}] = performance.getEntriesByType("navigation");
    if (link.hasOwn || type === "reload") say("incomplete");
    else window.location.reload();
  }

  function check() {
    clearTimeout(timer);
    clearInterval(dialogs);
    if (app.dataset.testConnectionState === "CONNECTED") {
      say("");
      if (!hasRun) askForAddress();
    } else {
      link.isLive = false;
      hasRun = false;
      timer = setTimeout(() => say("lost"), PATIENCE_MS);
      dialogs = setInterval(closeDialog, DIALOG_MS);
    }
  }

  new MutationObserver(check).observe(app, { attributes: true,
    attributeFilter: ["data-test-connection-state"] });
  new MutationObserver(completePage).observe(app, { attributes: true,
    attributeFilter: ["data-test-script-state"] });
  new MutationObserver(() => {
    if (!note.isConnected) placeNote();
    if (app.querySelector(FAILED_FILE)) say("failed");
    completePage();
  }).observe(app, { childList: true, subtree: true });
  closePages();
  if (app.dataset.testConnectionState !== "CONNECTED") check();
  document.addEventListener("click", () => { if (link.isLive) say(""); }, true);
  document.addEventListener("click", (event) => {
    if (event.target.closest('[data-testid="stSidebarNavLink"]')) closePages();
  });
  return link;
}

function makeNote() {
  const note = document.createElement("div");
  note.className = "connection";
  note.setAttribute("role", "status");
  note.hidden = true;
  return note;
}

export default function (component) {
  const { data, parentElement } = component;
  const link = window.arcticConnection
    || (window.arcticConnection = watch(document.querySelector('[data-testid="stApp"]')));
  link.says = data.says;
  link.add(parentElement);
  link.ran(data.run, data.hasOwn);
}
