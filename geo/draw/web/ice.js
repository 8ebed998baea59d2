/* The ice of the months on the polar map: its classes and its 15 % edge lie on the disc, under zones,
   land and routes; a slider chooses the month, which is drawn at once, and a button plays the year.
   Zooming needs no other shapes: the drawing has the units of the disc and is moved and scaled as a
   whole. */
window.makeIce = function (map, given) {
  "use strict";
  const { frame, onMonth, seasonLink } = given;
  const { html } = window.signs;
  const { months, steps, names, words, whose, pole, unit, missing } = window.iceData;
  const PLAY_MS = 700;
  const isDrawn = frame === "polar" && months.length > 0;
  const drawn = (name) => {
    const made = L.SVG.create("path");
    made.setAttribute("class", name);
    return made;
  };
  const group = L.SVG.create("g");
  const areas = steps.slice(1).map((_, i) => drawn(`ice-${i + 2}`));
  const [marked, halo, edge] = ["ice-edge-marked", "ice-edge-halo", "ice-edge"].map(drawn);
  const links = [];
  const control = makeControl();
  const key = makeKey();
  let [now, isShown, playing] = [{ month: 0, marked: 0, whose: "" }, null, 0];

  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const nameOf = (month) => names[month - 1];

  function makeControl() {
    const box = html("div", "map-tool ice-months");
    L.DomEvent.disableClickPropagation(box);
    L.DomEvent.disableScrollPropagation(box);
    const head = html("span", "head");
    const slider = html("input");
    Object.entries({ type: "range", min: 1, max: 12, step: 1, "aria-label": words.month }).forEach(
      ([name, value]) => slider.setAttribute(name, value));
    slider.addEventListener("input", () => {
      stop();
      choose(Number(slider.value));
    });
    const row = html("div", "letters");
    row.setAttribute("aria-hidden", "true");
    const letters = names.map((name) => row.appendChild(html("span", "", name[0])));
    const play = html("button", "play");
    play.type = "button";
    play.addEventListener("click", () => (playing ? stop() : start()));
    const scale = html("div", "months");
    scale.append(slider, row);
    box.append(head, ...(isDrawn ? [...toSeason(), play, scale] : []));
    return { box, head, slider, letters, play };
  }

  /* The link to the page of the season: beside the month, and on a telephone in the legend. */
  function toSeason() {
    if (!seasonLink) return [];
    const link = html("a", "to-season", words.season);
    link.title = words.season_about;
    link.target = "_top";
    link.addEventListener("click", (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      seasonLink.go(now.month);
    });
    links.push(link);
    return [link];
  }

  /* Layer points are counted anew whenever the map comes to another zoom. */
  function place() {
    const [at, beside] = [0, unit].map((east) => map.project(L.latLng(pole[1], pole[0] + east)));
    const { x, y } = at.subtract(map.getPixelOrigin());
    group.setAttribute("transform", `translate(${x} ${y}) scale(${beside.x - at.x})`);
  }

  /* Draws a month, and the edge of the marked one where that is another. */
  function set(wanted) {
    now = wanted;
    const { month } = now;
    const { slider, head, letters } = control;
    const isMarked = month === now.marked;
    slider.value = month;
    slider.setAttribute("aria-valuetext", nameOf(month) + (isMarked ? `, ${whose[now.whose]}` : ""));
    head.textContent = fill(words.head, { month: nameOf(month) });
    letters.forEach((letter, i) => {
      letter.classList.toggle("chosen", i === month - 1);
      letter.classList.toggle("marked", i === now.marked - 1);
    });
    months[month - 1].areas.forEach((d, i) => areas[i].setAttribute("d", d));
    [halo, edge].forEach((path) => path.setAttribute("d", months[month - 1].edge));
    marked.setAttribute("d", isMarked ? "" : months[now.marked - 1].edge);
    group.setAttribute("data-month", month);
    explain();
  }

  function choose(month) {
    set({ ...now, month });
    onMonth(month);
  }

  function rename() {
    const name = playing ? words.stop : words.play;
    control.play.setAttribute("aria-label", name);
    control.play.title = name;
    control.play.classList.toggle("on", Boolean(playing));
  }

  /* Plays on from the month that is seen, or from January, and stops with the year; only the month
     that it stops at is told. */
  function start() {
    if (window.pointer.still) return;
    let next = now.month % 12 + 1;
    playing = setInterval(() => {
      set({ ...now, month: next });
      next += 1;
      if (next > 12) stop();
    }, PLAY_MS);
    rename();
  }

  function stop() {
    if (!playing) return;
    clearInterval(playing);
    playing = 0;
    rename();
    onMonth(now.month);
  }

  /* While the year plays, what the server has of the month is of before. */
  function show({ isOn, ...wanted }) {
    if (!isOn) stop();
    const isNew = Object.keys(wanted).some((name) => wanted[name] !== now[name]);
    if (isDrawn && isNew && !playing) set(wanted);
    if (isOn === isShown) return;
    isShown = isOn;
    group.style.display = isOn ? "" : "none";
    control.box.hidden = !isOn;
    map.getContainer().classList.toggle("iced", isOn && isDrawn);
    map.fire("toolschange");
  }

  function explain() {
    links.forEach((link) => { link.href = seasonLink.address(now.month); });
    const [month, own] = [nameOf(now.month), nameOf(now.marked)];
    const isMarked = now.month === now.marked;
    const said = { whose: whose[now.whose] };
    key.edge.textContent = fill(isMarked ? words.both : words.edge, { ...said, month });
    key.marked.textContent = fill(words.marked, { ...said, month: own });
    key.line.hidden = isMarked;
  }

  /* Made once: it says of which months the edges are wherever it stands. */
  function makeKey() {
    const node = html("div", "ice-key");
    const bar = html("div", "bar-of-classes");
    steps.forEach((step, i) => bar.appendChild(html("span", `class-${i + 1}`)).append(html("span", "", step)));
    const lines = ["edge", "marked"].map((name) => {
      const line = html("div", `edge-key ${name}`);
      line.append(html("i", "rule"), html("span"));
      return line;
    });
    node.append(bar, ...lines, html("p", "", words.note), ...toSeason());
    return { node, edge: lines[0].lastChild, marked: lines[1].lastChild, line: lines[1] };
  }

  const legend = () => (isDrawn ? [{ title: words.title, entries: [], node: key.node }] : []);

  const style = html("style");
  style.textContent = window.iceData.css;
  document.head.append(style);
  map.getContainer().append(control.box);
  control.head.textContent = missing || words.polar_only;
  rename();
  if (isDrawn) {
    group.setAttribute("class", "ice");
    group.append(...areas, marked, halo, edge);
    map.getPane("shapes-0").querySelector(".leaflet-disc-pane").after(group);
    map.on("viewreset zoomend", place);
    place();
  }
  return { show, legend };
};
