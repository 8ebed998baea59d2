/* The satellite picture of the day: whether its tiles have come. The field of the month stays until
   every tile is there: where one does not come, until the reader tries again; where the server is
   late, until it answers.

   A figure with data-picture="day" holds the tiles in .day-tiles; data-state says how they stand. */
const DAY_WAIT_MS = 15000;
const DAY_AGAIN_MS = 50;

/* An image asks again once it has let go of its address: two that wait for the same wait for one. */
function askAgain(tile) {
  const address = tile.getAttribute("href");
  tile.removeAttribute("href");
  setTimeout(() => tile.setAttribute("href", address), DAY_AGAIN_MS);
}

function listenToDay(root, wait = DAY_WAIT_MS) {
  const note = (event) => {
    const tile = event.target;
    const figure = tile.matches && tile.matches(".day-tiles image") && tile.closest("[data-picture=day]");
    if (!figure) return;
    if (event.type === "error") {
      figure.dataset.state = "failed";
      return;
    }
    tile.dataset.here = "";
    if (!figure.querySelector(".day-tiles image:not([data-here])")) figure.dataset.state = "loaded";
  };
  ["load", "error"].forEach((kind) => root.addEventListener(kind, note, true));
  const askFor = (figure) => {
    figure.dataset.state = "waiting";
    const asked = figure.dataset.asked = Number(figure.dataset.asked || 0) + 1;
    setTimeout(() => {
      const isNewest = Number(figure.dataset.asked) === asked;
      if (isNewest && figure.dataset.state === "waiting") figure.dataset.state = "failed";
    }, wait);
  };
  const begin = () => root.querySelectorAll("[data-picture=day]:not([data-state])").forEach(askFor);
  root.addEventListener("click", (event) => {
    const figure = event.target.closest("[data-again]") && event.target.closest("[data-picture=day]");
    if (!figure) return;
    askFor(figure);
    figure.querySelector(".day-said").focus(); /* as the button goes */
    figure.querySelectorAll(".day-tiles image:not([data-here])").forEach(askAgain);
  });
  new MutationObserver(begin).observe(root, { childList: true, subtree: true });
  begin();
}
