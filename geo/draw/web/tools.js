/* The tools that lie on the map: zoom, home, full screen, ruler, layers, frame, legend, scale and
   position. Words come from geo/messages.py and are set as text only. Each box has the class
   `map-tool`, so that labels keep clear of it; the event `toolschange` tells the map of a new size. */
window.tools = (function () {
  "use strict";
  const { html, icon, swatch } = window.signs;
  /* A telephone: layers and home only, the rest in the panel. */
  const SMALL = window.matchMedia("(max-width: 520px), (max-height: 340px)");
  const TALL = window.matchMedia("(min-height: 700px)");
  const [FOLD, KEYED] = ["arctic-legend", "arctic-frame-keyed"];
  const [LEAST_PX, LONGEST_BAR_PX, SURE_MS] = [160, 90, 5000];
  let measures = () => false;
  const own = { add, isMeasuring: () => measures(), isTall: () => TALL.matches, takes, here: null };

  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  function box(name, tag) {
    const made = html(tag || "div", `map-tool ${name}`);
    L.DomEvent.disableClickPropagation(made);
    return made;
  }

  function button(name, title, sign, press) {
    const made = html("button", name);
    made.type = "button";
    made.setAttribute("aria-label", title);
    made.title = title;
    made.appendChild(icon(sign));
    made.addEventListener("click", press);
    return made;
  }

  function rename(made, title, sign) {
    made.setAttribute("aria-label", title);
    made.title = title;
    made.replaceChildren(icon(sign));
  }

  function keep(name, value) {
    try { sessionStorage.setItem(name, value); } catch (refused) { /* not kept then */ }
  }

  function kept(name) {
    try { return sessionStorage.getItem(name); } catch (refused) { return null; }
  }

  /* The part of the page that holds map and card, where this frame stands in a page of the app. */
  function desk() {
    try {
      return window.parent.document.querySelector(".st-key-desk, .st-key-plate");
    } catch (refused) { /* another origin */
      return null;
    }
  }

  /* The browser's full screen where the page may use it, else over the whole page. The map goes there
     with the card of the page, and stays when its frame is exchanged. */
  function fullScreen(words) {
    const stage = desk();
    const page = stage ? stage.ownerDocument : document;
    const target = stage || document.documentElement;
    let before = null;
    const covers = () => before !== null || Boolean(stage && stage.hasAttribute("data-full"));
    const isOn = () => Boolean(page.fullscreenElement) || covers();
    const made = button("full-screen", words.full_screen, "widen", () => turn(!isOn()));

    function show() {
      rename(made, isOn() ? words.leave_full_screen : words.full_screen, isOn() ? "narrow" : "widen");
    }

    function overPage(on) {
      if (stage) {
        stage.toggleAttribute("data-full", on);
        show();
        return;
      }
      const { style } = window.frameElement;
      if (on) {
        before = style.cssText;
        style.cssText += "position:fixed;inset:0;z-index:1000000;"
          + "width:100vw!important;height:100vh!important";
      } else {
        [style.cssText, before] = [before, null];
      }
      show();
    }

    function turn(on) {
      const isAllowed = document.fullscreenEnabled && page.fullscreenEnabled;
      if (page.fullscreenElement || (isAllowed && !covers())) {
        const asked = on ? target.requestFullscreen() : page.exitFullscreen();
        asked.catch(() => overPage(on));
      } else {
        overPage(on);
      }
    }

    const listeners = [
      [page, "fullscreenchange", () => {
        if (stage) stage.toggleAttribute("data-full", Boolean(page.fullscreenElement));
        show();
      }],
      ...[document, ...(stage ? [page] : [])].map((one) => [one, "keydown", (event) => {
        if (event.key !== "Escape" || !covers() || page.fullscreenElement) return;
        event.preventDefault();
        overPage(false);
      }]),
    ];
    listeners.forEach(([one, type, act]) => one.addEventListener(type, act));
    window.addEventListener("pagehide", () => listeners.forEach(
      ([one, type, act]) => one.removeEventListener(type, act)));
    show();
    try { made.hidden = !document.fullscreenEnabled && !window.frameElement; } catch (refused) {
      made.hidden = !document.fullscreenEnabled;
    }
    return made;
  }

  function ruled(map, { words, chart }) {
    const says = box("hint");
    says.setAttribute("role", "status");
    const ruler = window.ruler.add(map,
      { chart, words, says: (text) => { says.textContent = text; map.fire("toolschange"); } });
    const made = button("measure", words.measure, "ruler", () => turn(!ruler.isOn()));
    made.setAttribute("aria-pressed", "false");

    function turn(on) {
      ruler.turn(on);
      made.setAttribute("aria-pressed", String(on));
    }

    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !ruler.isOn()) return;
      event.preventDefault();
      turn(false);
      if (document.activeElement === map.getContainer()) made.focus({ preventScroll: true });
    });
    measures = ruler.isOn;
    return [made, says];
  }

  function bar(map, options, goHome) {
    const { words } = options;
    const made = box("bar");
    made.setAttribute("role", "group");
    made.setAttribute("aria-label", words.tools);
    const [ruler, says] = ruled(map, options);
    const [nearer, farther] = [
      button("zoom-in", words.zoom_in, "plus", () => map.zoomIn(1)),
      button("zoom-out", words.zoom_out, "minus", () => map.zoomOut(1)),
    ];
    made.append(nearer, farther, button("home", words.home, "home", goHome), fullScreen(words), ruler);
    const able = () => {
      nearer.setAttribute("aria-disabled", String(map.getZoom() >= map.getMaxZoom()));
      farther.setAttribute("aria-disabled", String(map.getZoom() <= map.getMinZoom()));
    };
    map.on("zoomend zoomlevelschange", able);
    able();
    return [made, says];
  }

  /* As soon as it is in sight: a frame begins without any height, as if on a telephone. */
  function takeFocus(part, until) {
    if (!part.offsetParent || window.innerHeight < LEAST_PX) {
      if (Date.now() < until) requestAnimationFrame(() => takeFocus(part, until));
      return;
    }
    try { window.frameElement.focus({ preventScroll: true }); } catch (refused) { /* another origin */ }
    part.focus({ preventScroll: true });
  }

  /* The other frame is another document: a reader at the keyboard finds the focus there again. */
  function frameSwitch({ frames, frame, words, onFrame }) {
    const made = box("frames");
    made.setAttribute("role", "group");
    made.setAttribute("aria-label", words.frame);
    const isKeyed = kept(KEYED) === frame;
    keep(KEYED, "");
    frames.forEach(({ id, title }) => {
      const one = html("button", "", title);
      one.type = "button";
      one.setAttribute("aria-pressed", String(id === frame));
      one.addEventListener("click", (event) => {
        if (one.getAttribute("aria-pressed") === "true") return;
        if (!event.detail) keep(KEYED, id);
        [...made.children].forEach((other) => other.setAttribute("aria-pressed", String(other === one)));
        onFrame(id);
      });
      made.appendChild(one);
      if (isKeyed && id === frame) takeFocus(one, Date.now() + SURE_MS);
    });
    return made;
  }

  /* A panel that a button opens; Escape and a press elsewhere close it. */
  function opens(opener, panel, holder) {
    function open(on, isKeyed) {
      panel.hidden = !on;
      opener.setAttribute("aria-expanded", String(on));
      if (on) panel.querySelector("input").focus({ preventScroll: true });
      else if (isKeyed) opener.focus({ preventScroll: true });
    }
    open(false);
    opener.addEventListener("click", () => open(panel.hidden, true));
    holder.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || panel.hidden) return;
      event.preventDefault();
      event.stopPropagation();
      open(false, true);
    });
    document.addEventListener("pointerdown", (event) => {
      if (!holder.contains(event.target)) open(false);
    }, true);
    window.addEventListener("blur", () => open(false));
  }

  function layerSwitches({ layers, words, onLayer }) {
    const made = box("layers");
    const opener = button("opener", words.layers, "layers", () => {});
    opener.appendChild(html("span", "", words.layers));
    const panel = html("div", "panel");
    panel.id = "layers-panel";
    opener.setAttribute("aria-controls", panel.id);
    const list = html("div", "list");
    list.setAttribute("role", "group");
    list.setAttribute("aria-label", words.layers);
    const boxes = layers.map(({ id, title, about }) => {
      const label = html("label", "", "");
      const input = html("input");
      input.type = "checkbox";
      input.value = id;
      input.setAttribute("aria-description", about);
      label.title = about;
      label.append(input, html("span", "", title));
      list.appendChild(label);
      input.addEventListener("change", () => onLayer(
        boxes.filter((one) => one.checked).map((one) => one.value)));
      return input;
    });
    const set = (ids) => boxes.forEach((input) => { input.checked = ids.includes(input.value); });
    panel.appendChild(list);
    made.append(opener, panel);
    opens(opener, panel, made);
    return { box: made, panel, set };
  }

  /* Folded it keeps its first group where there is no room for all, unless there is none at all. */
  function legendBox(map, words) {
    const made = box("legend", "section");
    made.setAttribute("aria-label", words.legend);
    const title = html("button", "title", words.legend);
    title.type = "button";
    title.appendChild(icon("chevron"));
    const list = html("div", "groups");
    const viewpoint = html("p", "viewpoint");
    let chosen = kept(FOLD);
    const isOpen = () => (chosen ? chosen === "open" : TALL.matches);

    function fold() {
      title.setAttribute("aria-expanded", String(isOpen()));
      made.classList.toggle("folded", !isOpen());
      map.fire("toolschange");
    }

    title.addEventListener("click", () => {
      chosen = isOpen() ? "folded" : "open";
      keep(FOLD, chosen);
      fold();
    });
    TALL.addEventListener("change", fold);
    made.append(title, viewpoint, list);
    made.hidden = true;
    fold();

    function group({ title: name, entries, node }) {
      const one = html("div", "group");
      if (name) one.appendChild(html("h3", "", name));
      if (node) one.appendChild(node);
      const items = html("ul");
      items.classList.toggle("symbols", entries.every((entry) => entry.swatch.kind === "symbol"));
      entries.forEach((entry) => {
        const item = html("li");
        item.append(swatch(entry.swatch), html("span", "", entry.text));
        items.appendChild(item);
      });
      if (entries.length) one.appendChild(items);
      return one;
    }

    function show(groups, seen) {
      viewpoint.textContent = seen;
      viewpoint.hidden = !seen;
      list.replaceChildren(...groups.filter(({ entries, node }) => node || entries.length).map(group));
      made.hidden = !list.children.length;
      map.fire("toolschange");
    }

    return { box: made, show };
  }

  function foot(map, { words, chart }) {
    const made = html("div", "map-tool foot");
    const [scale, rule, length] = [html("div", "scale"), html("span", "rule"), html("span")];
    const place = html("div", "position");
    const credit = html("div", "credit");
    credit.append(html("span", "source", `${words.credit} · `), html("span", "", words.not_for_navigation));
    scale.append(rule, length);
    made.append(scale, place, credit);

    const degrees = (value, names, digits) => fill(words.degrees,
      { value: Math.abs(value).toFixed(digits), side: names[value < 0 ? 1 : 0] });

    /* Both frames are conformal: what holds across the middle holds there in every direction. */
    function measure() {
      const middle = map.getSize().divideBy(2);
      const [west, east] = [-20, 20].map((x) => chart.toLonLat(
        map.containerPointToLatLng(middle.add([x, 0]))));
      const nmPerPx = window.globe.metresBetween(west, east) / window.globe.METRES_PER_NM / 40;
      const most = nmPerPx * LONGEST_BAR_PX;
      const power = 10 ** Math.floor(Math.log10(most));
      const nm = [5, 2, 1].find((step) => step * power <= most) * power;
      rule.style.width = `${nm / nmPerPx}px`;
      const [, lat] = chart.toLonLat(map.getCenter());
      length.textContent = fill(words.scale,
        { nm: Number(nm.toPrecision(1)).toLocaleString("en"), lat: degrees(lat, words.north_south, 0) });
    }

    /* Of the pointer, and nothing while it is not on the map. */
    function locate(at) {
      const [lon, lat] = at && chart.holds(at) ? chart.toLonLat(at) : [];
      place.textContent = at && chart.holds(at) ? fill(words.position,
        { lat: degrees(lat, words.north_south, 1), lon: degrees(lon, words.east_west, 1) }) : "";
    }

    map.on("mousemove", (event) => locate(map.mouseEventToLatLng(event.originalEvent)));
    map.on("mouseout", () => locate(null));
    map.on("move zoomend resize", measure);
    measure();
    return made;
  }

  /* Frame and legend lie on the map, or in the panel of a telephone. */
  function arrange(root, layers, frames, legend, foots) {
    const isSmall = SMALL.matches;
    root.classList.toggle("small", isSmall);
    if (isSmall) {
      layers.panel.prepend(frames);
      layers.panel.append(legend);
    } else {
      root.append(frames, legend, foots);
    }
  }

  /* The map fills its frame. Until the page has given that a height, the map keeps the one that it
     was made with, or its first view would be that of a map without room. */
  function fillFrame() {
    if (window.innerHeight < LEAST_PX) window.addEventListener("resize", fillFrame, { once: true });
    else document.documentElement.classList.add("fills");
  }

  function add(map, given) {
    const root = map.getContainer();
    fillFrame();
    const chart = window.globe.charts[given.frame](given.projection);
    const options = { ...given, chart };
    map.invalidateSize({ animate: false });
    const isDisc = given.frame === "polar";
    const camera = window.camera.add(map, { chart, home: isDisc ? chart.box : given.home,
      isDisc, isSmall: () => SMALL.matches });
    const [buttons, says] = bar(map, options, () => camera.goHome(true));
    const frames = frameSwitch(options);
    const layers = layerSwitches(options);
    const legend = legendBox(map, given.words);
    const foots = foot(map, options);
    root.append(buttons, says, layers.box, foots);
    const place = () => {
      arrange(root, layers, frames, legend.box, foots);
      camera.stayHome();
      map.fire("toolschange");
    };
    SMALL.addEventListener("change", place);
    place();
    own.here = { showLegend: legend.show, setLayers: layers.set, camera };
    return own.here;
  }

  /* Whether an event means a tool and not what lies on the map. */
  function takes(event) {
    return measures() || Boolean(event.target.closest(".map-tool"));
  }

  return own;
})();
