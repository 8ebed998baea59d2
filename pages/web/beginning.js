/* Shows the views to start from or a step of the tour, and reports the address of a link that is
   pressed. A press with a modifier key, or with another button, follows the link as links do. In the
   tour the arrow keys go back and on, Escape ends it; after a press the focus is on the new step. */
const showBeginning = (function () {
  const KEYS = { ArrowLeft: ".back", ArrowRight: ".next:not(.end)", Escape: ".end" };

  function listenTo(root) {
    root.setAttribute("aria-live", "polite");
    root.addEventListener("click", (event) => {
      if (goesElsewhere(root, event)) return;
      const link = event.target.closest("a");
      if (!link || !isPlain(event)) return;
      event.preventDefault();
      window.arcticBegun = true;
      window.dispatchEvent(new Event("arctic-pressed"));
      if (link.closest(".tour")) toTop(columnOf(root));
      const press = { to: link.getAttribute("href"), n: Date.now() };
      const send = () => root.send(press);
      if (window.arcticConnection) window.arcticConnection.send(send); else send();
    });
    const onKey = (event) => {
      const link = KEYS[event.key] && isPlain(event) && root.querySelector(`.tour ${KEYS[event.key]}`);
      if (!link || !root.isConnected) return;
      event.preventDefault();
      link.click();
    };
    root.addEventListener("keydown", onKey);
    // Whoever has opened a step by its address has the focus nowhere yet.
    window.addEventListener("keydown", (event) => {
      if (event.target === document.body) onKey(event);
    });
  }

  /* Each step begins at the top of its column; the articles then scroll to the passage it opens. */
  function toTop(column) {
    [column, column.closest(".stMain")].forEach((box) => box.scrollTo({ top: 0, behavior: "instant" }));
  }

  /* The focus goes to the step that has come after a press, or after Back while it was on the last one;
     where the block goes, to the column below it. */
  function render(root, html) {
    const isHere = window.arcticBegun || root.contains(root.getRootNode().activeElement);
    window.arcticBegun = false;
    root.innerHTML = html;
    root.shown = html;
    const place = isHere && (root.querySelector("h2") || root.querySelector("a"));
    if (place) place.focus({ preventScroll: true });
  }

  /* Says how high the tour is: it stays at the top of the column, and what is scrolled into sight keeps
     clear of it, also where that was there before the tour. */
  function makeRoom(root, column, kind) {
    const page = column.closest(".stMain");
    column.dataset.guide = kind;
    if (root.room) root.room.disconnect();
    root.room = new ResizeObserver(() => {
      page.style.setProperty("--guide", kind === "tour" ? `${root.offsetHeight}px` : "0px");
      window.dispatchEvent(new Event("arctic-covered"));
    });
    root.room.observe(root);
    return () => {
      root.room.disconnect();
      page.style.removeProperty("--guide");
      delete column.dataset.guide;
    };
  }

  function show({ data, parentElement, setTriggerValue }) {
    const root = panelIn(parentElement, listenTo);
    root.send = (value) => setTriggerValue("press", value);
    const column = columnOf(root);
    if (!column) return undefined;
    const clear = makeRoom(root, column, data.kind);
    if (root.shown !== data.html) render(root, data.html);
    return () => {
      clear();
      if (window.arcticBegun) focusOn(column);
      window.arcticBegun = false;
    };
  }

  return show;
})();
