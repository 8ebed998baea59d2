/* The satellite picture of the day: whether its tiles have come. The field of the month stays until
   every tile is there: where one does not come, for good; where the server is late, until it answers.

   A figure with data-picture="day" holds the tiles in .day-tiles; data-state says how they stand. */
const DAY_WAIT_MS = 15000;

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
  const begin = () => root.querySelectorAll("[data-picture=day]:not([data-state])").forEach((figure) => {
    figure.dataset.state = "waiting";
    setTimeout(() => {
      if (figure.dataset.state === "waiting") figure.dataset.state = "failed";
    }, wait);
  });
  new MutationObserver(begin).observe(root, { childList: true, subtree: true });
  begin();
}
