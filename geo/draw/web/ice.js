/* The ice of the months on the polar map: its classes and its 15 % edge lie on the disc, under zones,
   land and routes; a slider chooses the month, which is drawn at once. Zooming needs no other shapes:
   the drawing has the units of the disc and is moved and scaled as a whole. */
window.makeIce = function (map, given) {
  "use strict";
  const { frame, onMonth } = given;
  const { html } = window.signs;
  const { months, limits, names, words, pole, unit, missing } = window.iceData;
  const isDrawn = frame === "polar" && months.length > 0;
  const drawn = (tag, name) => {
    const made = L.SVG.create(tag);
    made.setAttribute("class", name);
    return made;
  };
  const group = drawn("g", "ice");
  const areas = limits.slice(2).map((_, i) => drawn("path", `ice-${i + 2}`));
  const [halo, edge] = ["ice-edge-halo", "ice-edge"].map((name) => drawn("path", name));
  const control = makeControl();
  let [now, isShown] = [0, null];

  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  function makeControl() {
    const box = html("div", "map-tool ice-months");
    L.DomEvent.disableClickPropagation(box);
    const head = html("div", "head");
    const slider = html("input");
    Object.entries({ type: "range", min: 1, max: 12, step: 1, "aria-label": words.month }).forEach(
      ([name, value]) => slider.setAttribute(name, value));
    const row = html("div", "months");
    const letters = names.map((name) => row.appendChild(html("span", "", name[0])));
    row.setAttribute("aria-hidden", "true");
    box.append(head, ...(isDrawn ? [slider, row] : []));
    slider.addEventListener("input", () => onMonth(Number(slider.value)));
    return { box, head, slider, letters };
  }

  /* Layer points are counted anew whenever the map comes to another zoom. */
  function place() {
    const [at, beside] = [0, unit].map((east) => map.project(L.latLng(pole[1], pole[0] + east)));
    const { x, y } = at.subtract(map.getPixelOrigin());
    group.setAttribute("transform", `translate(${x} ${y}) scale(${beside.x - at.x})`);
  }

  function setMonth(month) {
    now = month;
    const { slider, head, letters } = control;
    slider.value = month;
    slider.setAttribute("aria-valuetext", names[month - 1]);
    head.textContent = fill(words.head, { month: names[month - 1] });
    letters.forEach((letter, i) => letter.classList.toggle("chosen", i === month - 1));
    months[month - 1].areas.forEach((d, i) => areas[i].setAttribute("d", d));
    [halo, edge].forEach((path) => path.setAttribute("d", months[month - 1].edge));
    group.setAttribute("data-month", month);
  }

  function show({ isOn, month }) {
    if (month !== now && isDrawn) setMonth(month);
    if (isOn === isShown) return;
    isShown = isOn;
    group.style.display = isOn ? "" : "none";
    control.box.hidden = !isOn;
    map.getContainer().classList.toggle("iced", isOn && isDrawn);
    map.fire("toolschange");
  }

  function legend() {
    if (!isDrawn) return [];
    const node = html("div", "ice-key");
    const bar = html("div", "bar-of-classes");
    limits.slice(1).forEach((limit, i) => {
      const isLast = i === limits.length - 2;
      bar.appendChild(html("span", `class-${i + 1}`)).append(html("span", "", `${limit}${isLast ? " %" : ""}`));
    });
    const line = html("div", "edge-key");
    line.append(html("i", "rule"), html("span", "", words.edge));
    node.append(bar, line, html("p", "", words.note));
    return [{ title: words.title, entries: [], node }];
  }

  const style = html("style");
  style.textContent = window.iceData.css;
  document.head.append(style);
  map.getContainer().append(control.box);
  control.head.textContent = missing || words.polar_only;
  if (isDrawn) {
    group.append(...areas, halo, edge);
    map.getPane("shapes-0").querySelector(".leaflet-disc-pane").after(group);
    map.on("viewreset zoomend", place);
    place();
  }
  return { show, legend };
};
