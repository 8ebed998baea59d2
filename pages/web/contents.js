/* The list of contents of a page: it marks the subject that is being read, and opens the page at the
   subject of the address, whose place is known only when everything above it has come. */
const showContents = (function () {
  const MAIN = ".stMain";
  const TEXT = ".st-key-subjects-text";
  const READ_AT = 0.35;

  function subjectsOf(root) {
    return [...root.querySelectorAll("a[href^='#']")]
      .map((link) => [link, document.getElementById(link.getAttribute("href").slice(1))])
      .filter(([, heading]) => heading);
  }

  /* The last subject whose heading has passed the upper third; at the foot of the page the last. */
  function mark(root) {
    const main = document.querySelector(MAIN);
    const line = main.clientHeight * READ_AT;
    const isAtFoot = main.scrollTop > 0 && main.scrollTop + main.clientHeight >= main.scrollHeight - 2;
    const subjects = subjectsOf(root);
    const passed = subjects.filter(([, heading]) => heading.getBoundingClientRect().top <= line);
    const [current] = (isAtFoot ? subjects : passed).slice(-1)[0] || subjects[0] || [];
    subjects.forEach(([link]) => {
      if (link === current) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    });
  }

  function open() {
    const heading = document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
    if (heading) heading.scrollIntoView({ behavior: "instant" });
  }

  function show({ data, parentElement }) {
    const root = panelIn(parentElement, () => {});
    if (root.shown === data.html) return undefined;
    root.shown = data.html;
    root.innerHTML = data.html;
    const main = document.querySelector(MAIN);
    const text = document.querySelector(TEXT);
    const update = () => mark(root);
    let isFirst = Boolean(window.location.hash);
    const grown = new ResizeObserver(() => { if (isFirst) open(); update(); });
    const acted = () => { isFirst = false; };
    const acts = ["wheel", "pointerdown", "keydown"];
    acts.forEach((kind) => window.addEventListener(kind, acted, { capture: true, passive: true }));
    main.addEventListener("scroll", update, { passive: true });
    // The text may come after its contents: what holds both grows with it in any case.
    const parts = [text, main.querySelector(".stMainBlockContainer") || main.firstElementChild];
    parts.filter(Boolean).forEach((part) => grown.observe(part));
    update();
    return () => {
      grown.disconnect();
      main.removeEventListener("scroll", update);
      acts.forEach((kind) => window.removeEventListener(kind, acted, { capture: true }));
    };
  }

  return show;
})();
