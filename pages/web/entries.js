/* One entry of the history for a page that is opened.

   Streamlit often adds two, one without the query and one with it, as fast as the server sends them:
   Back would lead from a page to itself, and the selection would be gone. Whatever a reader does on
   the page has an entry of its own. */
(() => {
  const AT_ONCE_MS = 2000;
  const push = history.pushState.bind(history);
  let opened = { path: "", at: 0 };
  history.pushState = (state, title, url) => {
    const { pathname, search } = new URL(url ?? "", location.href);
    const isSecond = pathname === opened.path && performance.now() - opened.at < AT_ONCE_MS;
    if (isSecond) history.replaceState(state, title, url);
    else push(state, title, url);
    opened = { path: isSecond || search ? "" : pathname, at: performance.now() };
  };
  const used = () => { opened.path = ""; };
  ["pointerdown", "keydown", "arctic-pressed"].forEach(
    (type) => window.addEventListener(type, used, true));
})();
