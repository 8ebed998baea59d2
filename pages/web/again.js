/* Loads a document once more where a script or sheet of it did not come, as soon as the server answers.

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

  let isAsked = false;
  function again() {
    if (isAsked || type === "reload" || window.arcticConnection) return;
    isAsked = true;
    whenServed(() => location.reload());
  }

  window.addEventListener("vite:preloadError", again);
  window.addEventListener("error", ({ target }) => {
    if (target instanceof Element && target.matches("script, link[rel=stylesheet]")) again();
  }, true);
  /* In the place of a frame that did not come is a document of the browser, which cannot be read. */
  document.addEventListener("load", ({ target }) => {
    if (target.tagName !== "IFRAME" || target.contentDocument) return;
    whenServed(() => { target.src = target.src; });
  }, true);
})();
