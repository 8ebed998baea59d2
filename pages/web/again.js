/* Loads a document once more where one of its scripts did not come, as soon as the server answers.

   Streamlit fetches its scripts in parts, each one once: where the connection breaks just then, an
   error stays in the place of a part, or the map's frame stays empty. Once the page's own scripts
   run, those see to it (connection.js). It is part of the page's document and of the map's. */
(() => {
  const STEP_MS = 1000;
  const root = location.pathname.includes("/component/") ? "../.." : ".";
  const [{ type } = {}] = performance.getEntriesByType("navigation");

  function whenServed(act) {
    const wait = () => setTimeout(whenServed, STEP_MS, act);
    fetch(`${root}/_stcore/health`, { cache: "no-store" })
      .then(({ ok }) => { if (ok) act(); else wait(); }).catch(wait);
  }

  function again() {
    if (type !== "reload" && !window.arcticConnection) whenServed(() => location.reload());
  }

  window.addEventListener("vite:preloadError", again, { once: true });
  window.addEventListener("error", ({ target }) => { if (target.tagName === "SCRIPT") again(); }, true);
  /* In the place of a frame that did not come is a document of the browser, which cannot be read. */
  document.addEventListener("load", ({ target }) => {
    if (target.tagName !== "IFRAME" || target.contentDocument) return;
    whenServed(() => { target.src = target.src; });
  }, true);
})();
