/* The menu of a telephone, which Streamlit opens: Escape closes it and so does a press beside it, and
   the focus goes along when it is opened or closed by keyboard. */
function watchMenu() {
  const OPENER = '[data-testid="stExpandSidebarButton"]';
  const closer = () => document.querySelector(
    '.stSidebar[data-collapsed="false"] [data-testid="stSidebarCollapseButton"] button');
  const isNarrow = () => window.matchMedia("(width < 768px)").matches;

  function focusSoon(selector) {
    const start = performance.now();
    (function attempt() {
      const found = document.querySelector(selector);
      if (found) found.focus();
      else if (performance.now() - start < 1000) requestAnimationFrame(attempt);
    })();
  }

  document.addEventListener("click", (event) => {
    const isByKeyboard = event.isTrusted && event.detail === 0;
    if (!isNarrow()) return;
    if (event.target.closest(OPENER)) {
      if (isByKeyboard) focusSoon('.stSidebar[data-collapsed="false"] a[aria-current="page"]');
    } else if (event.target.closest(".stSidebar")) {
      if (isByKeyboard && closer() && closer().contains(event.target)) focusSoon(OPENER);
    } else if (closer()) {
      event.preventDefault();
      event.stopPropagation();
      closer().click();
    }
  }, true);

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !isNarrow() || !closer()) return;
    event.preventDefault();
    closer().click();
    focusSoon(OPENER);
  });
}

if (!window.arcticMenu) {
  window.arcticMenu = true;
  watchMenu();
}
