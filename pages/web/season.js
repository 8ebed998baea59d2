/* The months of the ice: which one is seen, the slider, and the play of the year.

   All twelve are in the page; every part under class season gets data-month, and the sheet does the
   rest. The server is told once the reader has come to rest, and writes the address. What it says is
   ignored while it has not yet answered to the newest press, unless that is long ago and was lost. */
const MONTH_PLAY_MS = 700;
const MONTH_REST_MS = 350;
const MONTH_ANSWER_MS = 10000;
const months = window.arcticMonths = window.arcticMonths || { now: 0, awaited: 0, playing: 0, resting: 0 };
const STILL = window.matchMedia("(prefers-reduced-motion: reduce)");

function showMonth({ data, setTriggerValue }) {
  months.send = (press) => setTriggerValue("press", press);
  const isAwaited = Date.now() - months.awaited < MONTH_ANSWER_MS;
  if (isAwaited && data.press !== months.awaited) return;
  months.awaited = 0;
  tellMonth(data.month);
}

function tellMonth(month) {
  months.now = month;
  window.dispatchEvent(new CustomEvent("arctic-month"));
}

function setMonth(month) {
  if (month === months.now || !(month >= 1 && month <= 12)) return;
  months.awaited = Date.now();
  tellMonth(month);
  clearTimeout(months.resting);
  if (!months.playing) months.resting = setTimeout(sendMonth, MONTH_REST_MS);
}

function sendMonth() {
  if (!months.awaited || !months.send) return;
  const press = { month: months.now, n: months.awaited };
  const send = () => months.send(press);
  if (window.arcticConnection) window.arcticConnection.send(send); else send();
}

/* Plays on from the month that is seen, or from January, and stops with the year. */
function playMonths() {
  if (STILL.matches) return;
  let isFirst = months.now === 12;
  months.playing = setInterval(() => {
    setMonth(isFirst ? 1 : months.now + 1);
    isFirst = false;
    if (months.now === 12) stopMonths();
  }, MONTH_PLAY_MS);
  window.dispatchEvent(new CustomEvent("arctic-month"));
}

function stopMonths() {
  if (!months.playing) return;
  clearInterval(months.playing);
  months.playing = 0;
  sendMonth();
  window.dispatchEvent(new CustomEvent("arctic-month"));
}

function addSlider(box) {
  const input = Object.assign(document.createElement("input"), { type: "range", min: 1, max: 12, step: 1 });
  input.setAttribute("aria-label", box.dataset.label);
  box.append(input);
  return input;
}

/* Shows the month in whatever stands in a panel. */
function dressMonths(root) {
  if (!months.now) return;
  root.querySelectorAll(".season").forEach((part) => { part.dataset.month = months.now; });
  root.querySelectorAll(".months").forEach((box) => {
    const input = box.querySelector("input") || addSlider(box);
    input.value = months.now;
    input.setAttribute("aria-valuetext", box.dataset.names.split("|")[months.now - 1]);
  });
  root.querySelectorAll(".letter").forEach((button) => {
    button.setAttribute("aria-pressed", String(button.dataset.set === `month:${months.now}`));
  });
  root.querySelectorAll(".play").forEach((button) => {
    button.classList.toggle("on", Boolean(months.playing));
    button.setAttribute("aria-label", months.playing ? button.dataset.stop : button.dataset.play);
  });
}

function listenToMonths(root) {
  window.addEventListener("arctic-month", () => { if (root.isConnected) dressMonths(root); });
  root.addEventListener("input", (event) => {
    if (!event.target.closest(".months")) return;
    stopMonths();
    setMonth(Number(event.target.value));
  });
  root.addEventListener("click", (event) => {
    if (!event.target.closest(".play")) return;
    if (months.playing) stopMonths(); else playMonths();
  });
}
