/* What this page has selected, for map, articles, card and list alike; and what the reader does, for
   the server. A press is drawn at once and goes to the server with a number; what the server says
   counts once it has answered the last press, and when it is no older than what it said before:
   Streamlit may call a component that it has replaced after the new one. */
const IDLE_MS = 250;

function makePage() {
  let selection = { feature: "", variant: "", passage: "", sections: [], others: "", from: "" };
  let [last, unanswered, since] = [0, 0, 0];
  let senders = [];
  let mover = null;
  let listing = null;
  let unsent = []; /* what was pressed while nobody could tell the server */
  let onMap = ""; /* what is on the map, in a word that the server has for it */
  const timers = {};
  const app = document.querySelector('[data-testid="stApp"]');

  const next = () => { last = Math.max(Date.now(), last + 1); return last; };

  const sender = () => senders.findLast(({ place }) => place.isConnected);

  /* Streamlit takes what carries a press out of the page for a moment, and does not always say so. */
  function giveUnsent() {
    clearTimeout(timers.unsent);
    if (!unsent.length) return;
    if (sender()) sender().send(Object.assign({}, ...unsent.splice(0)));
    else timers.unsent = setTimeout(giveUnsent, IDLE_MS);
  }

  function send(what) {
    const make = () => {
      unsent.push(what);
      giveUnsent();
    };
    if (window.arcticConnection) window.arcticConnection.send(make); else make();
  }

  function select(wanted) {
    const before = selection;
    selection = wanted;
    if (window.arcticMap) window.arcticMap.select(selection.feature, selection.variant);
    window.dispatchEvent(new CustomEvent("arctic-selected", { detail: { selection, before } }));
  }

  /* Selects, from the map, from a panel or from anywhere else; the map goes there unless it was
     pressed itself. */
  function press({ feature, variant = "", passage = "" }, from) {
    unanswered = next();
    window.dispatchEvent(new Event("arctic-pressed"));
    select({ ...selection, feature, variant, passage, from });
    if (from !== "map" && window.arcticMap) window.arcticMap.show();
    send({ feature, variant, passage, n: unanswered });
  }

  /* Closes the card; in the tour Escape ends the tour. */
  function close(from) {
    const column = document.querySelector(".st-key-reading");
    const isTour = column && column.dataset.guide === "tour";
    if (!selection.feature || !window.arcticMap || isTour) return false;
    press({ feature: "" }, from);
    return true;
  }

  /* Tells the server what the map has already done. */
  function report(what) {
    unanswered = next();
    send({ ...what, n: unanswered });
  }

  /* What the server has selected, say for an address; `press` is the last one that it has answered. */
  function told(said) {
    if (said.press < unanswered || said.since < since) return false;
    last = Math.max(last, said.press);
    [unanswered, since] = [0, said.since];
    const names = ["feature", "variant", "passage", "sections", "others"].filter((one) => one in said);
    /* The map knows of no passage: what it says of another feature leaves none of before. */
    const kept = said.feature === selection.feature ? selection : { ...selection, passage: "" };
    const now = { ...kept, ...Object.fromEntries(names.map((one) => [one, said[one]])) };
    const isSame = ["feature", "variant", "passage"].every((one) => now[one] === selection[one]);
    select(isSame ? now : { ...now, from: "server" });
    if (said.listed) {
      onMap = said.listed;
      askForList();
    }
    return true;
  }

  /* What the page itself asks for waits for the end of a run: until then widgets may have values of
     before, which the server would take for the reader's. */
  function whenIdle(timer, act) {
    clearTimeout(timers[timer]);
    timers[timer] = setTimeout(() => {
      if (app.dataset.testScriptState !== "notRunning") return whenIdle(timer, act);
      delete timers[timer];
      return act();
    }, IDLE_MS);
  }

  /* After Back the whole page runs, and brings the list; a request beside it would carry the address
     of before. */
  window.addEventListener("popstate", () => Object.keys(timers).forEach((timer) => {
    clearTimeout(timers[timer]);
    delete timers[timer];
  }));

  /* A list that is closed need not come anew: it does when it is opened. */
  const isListOpen = () => Boolean(document.querySelector(".st-key-list details[open]"));

  function askForList() {
    whenIdle("list", () => {
      const isOld = listing && listing.place.isConnected && listing.listed !== onMap;
      if (isOld && isListOpen()) listing.ask();
    });
  }

  document.addEventListener("toggle", askForList, true);

  /* Writes where the map is into the address, and tells the server. The order is the server's, or
     it would take the address for another. */
  function moved(at) {
    const { pathname, search, hash } = window.location;
    const others = search.slice(1).split("&").filter((one) => one && !one.startsWith("at="));
    const first = others.findIndex((one) => /^(embed|with)=/.test(one));
    others.splice(first < 0 ? others.length : first, 0, ...(at ? [`at=${at}`] : []));
    const query = others.length ? `?${others.join("&")}` : "";
    if (query === search || /[?&]tour=/.test(search)) return; /* a step decides all of the view */
    window.history.replaceState(window.history.state, "", pathname + query + hash);
    tell("position", { at });
  }

  /* Tells the server what the map shows, once the part that tells it is there; to a page without the map
     nothing is told: the run would be another page's. */
  function tell(timer, what) {
    whenIdle(timer, () => {
      if (mover && mover.place.isConnected) mover.tell(what);
      else if (document.querySelector(".st-key-map-side")) tell(timer, what);
    });
  }

  /* Which month's ice the map shows, for the address; until it is told what the server has is of before. */
  const showsMonth = (month) => tell("month", { month });

  function toldMonth(month) {
    if (!timers.month && window.arcticMap) window.arcticMap.month(month);
  }

  /* The page's own colours follow its color-scheme; the map, a document of its own, begins with that
     of the page and is told of another: a reader may change it at any time, for the whole system. */
  const tellTheme = () => {
    if (window.arcticMap) window.arcticMap.theme(getComputedStyle(app).colorScheme);
  };
  new MutationObserver(tellTheme).observe(app, { attributeFilter: ["class"] });
  tellTheme();

  return { press, close, report, told, moved, showsMonth, toldMonth, setMover: (give) => { mover = give; },
    setListing: (one) => { listing = one; }, selection: () => selection, isHere: () => Boolean(sender()),
    add: (place, give) => {
      const others = senders.filter((one) => one.place !== place && one.place.isConnected);
      senders = [...others, { place, send: give }];
      giveUnsent();
    } };
}

const page = window.arcticPage || (window.arcticPage = makePage());
if (window.arcticMap) window.arcticMap.meetPage();

const sheet = new CSSStyleSheet();
