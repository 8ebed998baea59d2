/* Voyages: carries presses on ways, ticks, measures, variants, pairs and ports to the server, and
   lights a way that the pointer is on in every panel of the page, the maps too.

   What is pressed says by its data attributes what is sent: data-way="nsr" becomes { way: "nsr" }.
   data-variant comes with its way, data-beside="nsr|suez" and data-columns become lists, data-tick
   says whether it is ticked now. data-copy goes to the clipboard, data-show to the foot of the page,
   and both to nobody else. */
const VOYAGE_PRESSES = ["copy", "show", "tick", "measure", "yard", "open", "beside", "columns", "variant", "pair", "port", "way"];
const VOYAGE_PARTS = VOYAGE_PRESSES.map((name) => `[data-${name}]`).join(",");
const COPIED_MS = 2000;
const UNFOLDED_MS = 2500;
const VOYAGE_SHOWN = {
  method: ".st-key-voyage-method-fold summary",
  cite: ".st-key-voyage-cite button",
};

function voyagePart(event, root) {
  const part = event.target.closest && event.target.closest(VOYAGE_PARTS);
  return part && root.contains(part) && !event.target.closest("[data-feature]") ? part : null;
}

/* What a press on a part is about: the first of the list that the part has. */
function voyageKind(part) {
  return VOYAGE_PRESSES.find((name) => name in part.dataset);
}

function voyagePress(part) {
  const kind = voyageKind(part);
  const value = part.dataset[kind];
  if (kind === "variant") return { way: part.dataset.way || "", variant: value };
  if (kind === "beside" || kind === "columns") return { [kind]: value.split("|") };
  if (kind === "tick") return { tick: value, on: part.getAttribute("aria-checked") === "true" };
  return { [kind]: value };
}

/* Where a press on a map that takes points is, in units of its drawing; a port names itself too. */
function pointPress(event) {
  const lines = event.target.closest && event.target.closest(".voyage-map[data-takes] svg.lines");
  if (!lines || !isPlain(event)) return null;
  const place = new DOMPoint(event.clientX, event.clientY).matrixTransform(lines.getScreenCTM().inverse());
  const port = event.target.closest("[data-port]");
  return { at: [place.x, place.y].map(Math.round), port: port ? port.dataset.port : "", n: Date.now() };
}

function listenToVoyages(root) {
  root.addEventListener("click", (event) => {
    const point = pointPress(event);
    if (point) {
      event.preventDefault();
      sendPress(root, point);
      return;
    }
    const part = voyagePart(event, root);
    if (!part || !isPlain(event)) return;
    event.preventDefault();
    answer(root, part);
  });
  root.addEventListener("keydown", (event) => {
    const part = voyagePart(event, root);
    if (!part || !isPlain(event) || event.target !== part) return;
    if (["ArrowUp", "ArrowDown"].includes(event.key)) step(root, part, event);
    if (part.matches("button, a") || !["Enter", " "].includes(event.key)) return;
    event.preventDefault();
    answer(root, part);
  });
  linkWays(root);

  function answer(panel, part) {
    if ("copy" in part.dataset) {
      copy(part);
      return;
    }
    if ("show" in part.dataset) {
      show(part.dataset.show);
      return;
    }
    if ("tick" in part.dataset) {
      const isOn = part.getAttribute("aria-checked") === "true";
      part.setAttribute("aria-checked", String(!isOn));
    }
    sendPress(panel, { ...voyagePress(part), n: Date.now() });
  }

  /* The arrow keys go from row to row of the chart. */
  function step(panel, part, event) {
    if (!part.matches(".way-row")) return;
    const rows = [...panel.querySelectorAll(".way-row")];
    const next = rows[rows.indexOf(part) + (event.key === "ArrowDown" ? 1 : -1)];
    event.preventDefault();
    if (next) next.focus();
  }
}

function sendPress(panel, press) {
  const send = () => panel.send(press);
  if (window.arcticConnection) window.arcticConnection.send(send); else send();
}

/* Opens what stands folded in the foot of the page, and goes there. It is opened after the press is
   over, which would else close it again as a press outside. Until what is in it has come from the
   server it may be too short to go to the top, so for a while it goes there whenever it grows. */
function show(name) {
  const fold = document.querySelector(VOYAGE_SHOWN[name]);
  if (!fold) return;
  const details = fold.closest("details");
  const go = () => fold.scrollIntoView({ block: details ? "start" : "center" });
  go();
  fold.focus({ preventScroll: true });
  if (details?.open || fold.getAttribute("aria-expanded") === "true") return;
  setTimeout(() => fold.click());
  if (!details) return;
  const grown = new ResizeObserver(go);
  grown.observe(details);
  const stop = () => grown.disconnect();
  ["wheel", "keydown", "pointerdown"].forEach((type) => window.addEventListener(type, stop, { once: true }));
  setTimeout(stop, UNFOLDED_MS);
}

/* Without leave to use the clipboard, the text is put there from a field as of old. */
async function copy(part) {
  const text = part.dataset.copy;
  try {
    await navigator.clipboard.writeText(text);
  } catch (refused) {
    const field = Object.assign(document.createElement("textarea"), { value: text, readOnly: true });
    part.after(field);
    field.select();
    document.execCommand("copy");
    field.remove();
    part.focus({ preventScroll: true });
  }
  if (!part.dataset.done) return;
  const label = part.dataset.label || part.textContent;
  part.dataset.label = label;
  part.textContent = part.dataset.done;
  part.setAttribute("aria-live", "polite");
  setTimeout(() => { part.textContent = label; }, COPIED_MS);
}

/* The way that the pointer or the focus is on is lit in all panels: each hears of it by the window. */
function linkWays(root) {
  const tell = (via) => window.dispatchEvent(
    new CustomEvent("arctic-way-hovered", { detail: { via } }));
  let pointed = "";
  const hover = (event) => {
    const part = event.target.closest && event.target.closest("[data-way]");
    const via = part && root.contains(part) ? part.dataset.way : "";
    if (via !== pointed) tell(via);
    pointed = via;
  };
  const leave = () => {
    if (pointed) tell("");
    pointed = "";
  };
  ["mouseover", "focusin"].forEach((type) => root.addEventListener(type, hover));
  ["mouseleave", "focusout"].forEach((type) => root.addEventListener(type, leave));
  window.addEventListener("arctic-way-hovered", ({ detail }) => {
    root.querySelectorAll("[data-way]").forEach((part) => part.classList.toggle(
      "hovered", Boolean(detail.via) && part.dataset.way === detail.via));
  });
}

/* What changes with each press: the same part is known by having it. */
const VOYAGE_CHANGING = ["copy", "yard"];

/* Which part of a panel has the focus, to give it back to the same part of new markup. Where a column
   was taken out or a change undone that part is gone: then the button of a column beside it has it.
   Where a variant was chosen its list is closed again: then what opens the list has it. */
function voyageFocus(root) {
  const part = root.getRootNode().activeElement;
  if (!part || !root.contains(part) || !part.matches(VOYAGE_PARTS)) return null;
  const takers = () => [...root.querySelectorAll(".take-out")];
  const place = takers().indexOf(part);
  const isIn = (one) => Boolean(one.closest("details"));
  const isListed = isIn(part);
  const isSame = (one) => VOYAGE_PRESSES.every((name) => (
    VOYAGE_CHANGING.includes(name) ? (name in one.dataset) === (name in part.dataset)
      : one.dataset[name] === part.dataset[name]));
  const wanted = (one) => one.tagName === part.tagName && isIn(one) === isListed && isSame(one);
  return () => {
    const same = [...root.querySelectorAll(VOYAGE_PARTS)].find(wanted);
    const list = same && same.closest("details:not([open])");
    if (list) return list.querySelector("summary");
    if (same || !("columns" in part.dataset)) return same;
    return takers()[Math.max(place, 0)] || takers().pop();
  };
}
