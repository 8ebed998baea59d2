/* The map of the offline page: what part of it is seen, and its names, which are placed by the same
   rules as on the app's map (names.js). All nodes stand in the page; they are moved and shown. */
window.makeSheet = function (map, covers) {
  "use strict";
  const [NARROW_PX, LOW_PX, NARROW_TYPE, LOW_TYPE] = [520, 300, 0.88, 0.78];
  const [GAP_PX, BELOW_PX, RIM_PX, SIGN_PX, TICK_ROOM_PX, STEP_PX, CORNER_PX, SPARE_PX] = [8, 7, 5, 5, 12, 6, 9, 3];
  const AIR_PX = { wide: 27, narrow: 19 }; /* around the disc as one first sees it */
  const RIGHT = 0.6; /* of the room beside the disc so much is at its left, for tools and legend */
  const DEEPEST = 48;
  /* Whose names keep off the lines of routes. */
  const BESIDE = ["port", "project", "law", "narrow"];
  /* Whose names stand beside them where they can, and which of these never on the hero's. */
  const CLEAR = ["water", "ocean"];
  const HERO = `[data-feature="${(map.querySelector(".label.hero") || map).dataset.feature || ""}"]`;
  const NUDGES_PX = [[0, 12], [0, -12], [14, 0], [-14, 0]];
  const all = (selector) => [...map.querySelectorAll(selector)];
  const steps = Number(map.dataset.steps);
  const rim = Number(map.dataset.rim);
  const sizes = map.dataset.sizes.split(" ").map(Number);
  const major = map.dataset.major.split(" ");
  const [left, top, wide] = map.getAttribute("viewBox").split(" ").map(Number);
  const pole = { x: left + wide / 2, y: top + wide / 2 };
  const sheet = map.querySelector(".labels");
  const ticks = all(".tick");
  const nodes = all(".label");
  /* A place whose name has no room is not drawn. */
  const signs = new Map(all(".label.port, .label.project").map(
    (node) => [node, map.querySelector(`.f[data-feature="${node.dataset.feature}"]`)]));
  let size = [1, 1];
  let home = null; /* a view: its middle, and how many steps a pixel holds */
  let view = null;
  let chosen = "";
  let [soon, rounded] = [0, 0];
  let [routes, hero] = [[], []]; /* of the routes, and of the one that the map is about: boxes in pixels */

  const isNarrow = () => size[0] < NARROW_PX;
  function typeSize() {
    if (Math.min(...size) < LOW_PX) return LOW_TYPE;
    return isNarrow() ? NARROW_TYPE : 1;
  }

  /* --- what is seen --- */
  function homeView() {
    const air = isNarrow() ? AIR_PX.narrow : AIR_PX.wide;
    const pixel = 2 * rim / Math.max(80, Math.min(...size) - 2 * air);
    const spare = Math.max(0, size[0] - 2 * rim / pixel - 2 * air);
    return { x: pole.x - spare * (RIGHT - 0.5) * pixel, y: pole.y, pixel };
  }

  /* Closer than at first the map moves as far as its rim, and no further. */
  function within({ x, y, pixel }) {
    const kept = Math.min(home.pixel * 1.05, Math.max(home.pixel / DEEPEST, pixel));
    const far = rim * Math.max(0, 1 - kept / home.pixel);
    const away = Math.hypot(x - home.x, y - home.y);
    const share = away > far ? far / away : 1;
    return { x: home.x + (x - home.x) * share, y: home.y + (y - home.y) * share, pixel: kept };
  }

  function show(next) {
    view = within(next);
    const [width, height] = size.map((side) => side * view.pixel);
    const box = [view.x - width / 2, view.y - height / 2, width, height];
    map.setAttribute("viewBox", box.map(Math.round).join(" "));
    map.style.setProperty("--k", view.pixel);
    sheet.style.setProperty("--k", view.pixel * typeSize());
    map.parentNode.style.touchAction = isHome() ? "pan-y" : "none";
    place();
  }

  const isHome = () => view.pixel > home.pixel * 0.98;
  const toScreen = (x, y) => ({ x: (x - view.x) / view.pixel + size[0] / 2,
    y: (y - view.y) / view.pixel + size[1] / 2 });
  const toSteps = (at) => ({ x: (at.x - size[0] / 2) * view.pixel + view.x,
    y: (at.y - size[1] / 2) * view.pixel + view.y });

  /* Zooms around a position in pixels, by default the middle. */
  function zoom(factor, at = { x: size[0] / 2, y: size[1] / 2 }) {
    const pixel = Math.min(home.pixel * 1.05, Math.max(home.pixel / DEEPEST, view.pixel * factor));
    const here = toSteps(at);
    show({ x: here.x - (at.x - size[0] / 2) * pixel, y: here.y - (at.y - size[1] / 2) * pixel, pixel });
  }

  const move = (east, south) => show({ x: view.x + east * view.pixel, y: view.y + south * view.pixel,
    pixel: view.pixel });

  function resize() {
    const wasHome = !view || (isHome() && view.x === home.x && view.y === home.y);
    size = [Math.max(1, map.clientWidth), Math.max(1, map.clientHeight)];
    home = homeView();
    show(wasHome ? home : view);
  }

  const holds = ([west, north, east, south]) => {
    const [a, b] = [toScreen(west, north), toScreen(east, south)];
    return a.x >= 0 && a.y >= 0 && b.x <= size[0] && b.y <= size[1];
  };

  /* Goes to a box of steps, unless that is well in sight. Without one the feature lies beyond the rim:
     the map stays if its marks are in sight, and else goes home. */
  function goTo(box, ids) {
    if (!box) {
      const marks = nodes.filter((node) => node.matches(".rim") && ids.includes(node.dataset.feature))
        .map((node) => ["x", "y", "x", "y"].map((name) => Number(node.getAttribute(name))));
      if (!marks.every(holds)) show(home);
      return;
    }
    const sides = [box[2] - box[0], box[3] - box[1]];
    if (holds(box) && view.pixel * Math.min(...size) < Math.max(...sides) * 3) return;
    show({ x: (box[0] + box[2]) / 2, y: (box[1] + box[3]) / 2,
      pixel: Math.min(home.pixel, Math.max(sides[0] / size[0], sides[1] / size[1])) });
  }

  /* --- names --- */
  /* Places, those first that were chosen for a map of about this size. */
  function sorted(places, starts) {
    const level = Math.log2(steps / view.pixel);
    const off = sizes.map((size) => Math.abs(size - level));
    const start = [0, ...starts][off.indexOf(Math.min(...off))] || 0;
    return [...places.slice(start), ...places.slice(0, start)];
  }

  const numbers = (text) => (text || "").split(" ").filter(Boolean).map(Number);

  /* What all names have in common: whether they are wanted at this zoom. */
  function entryOf(node) {
    const own = make(node);
    const type = own.type;
    return { ...own, node,
      from: () => {
        const from = Number(node.dataset.from || -9);
        const isLater = isNarrow() && !major.includes(type) && type !== "rim" && type !== "exit";
        return isLater ? Math.max(from, Math.log2(steps / home.pixel) + 1) : from;
      } };
  }

  function make(node) {
    const type = [...node.classList].find((name) => name !== "label" && name !== "later");
    return node.dataset.spots ? along(node, type) : standing(node, type);
  }

  /* Sizes in pixels by the size of type and by weight, which is all that changes them. */
  function measured(node, measure) {
    const known = new Map();
    return () => {
      const key = `${typeSize()} ${getComputedStyle(node).fontWeight} ${isNarrow()} ${document.fonts.status}`;
      if (!known.has(key)) known.set(key, measure());
      return known.get(key);
    };
  }

  function standing(node, type) {
    const own = ["x", "y"].map((name) => Number(node.getAttribute(name)));
    const listed = numbers(node.dataset.places);
    const places = listed.length
      ? Array.from({ length: listed.length / 2 }, (_, i) => listed.slice(2 * i, 2 * i + 2)) : [own];
    const sides = (node.dataset.sides || "middle").split(" ");
    const parts = [node, ...node.querySelectorAll("tspan[x]")];
    const gap = type === "rim" ? -RIM_PX : GAP_PX;
    const lines = parts.length > 1 ? parts.slice(1) : node.childElementCount ? [] : parts;
    const texts = lines.map((line) => line.textContent);
    const rise = lines.length > 1 ? lines[0].getAttribute("dy") : 0;
    /* A narrow map has the shorter text, in one line. */
    function write() {
      if (!node.dataset.short || !lines.length) return;
      const wanted = isNarrow() ? texts.map((_, i) => (i ? "" : node.dataset.short)) : texts;
      if (lines[0].textContent === wanted[0]) return;
      lines.forEach((line, i) => { line.textContent = wanted[i]; });
      if (lines.length > 1) lines[0].setAttribute("dy", isNarrow() ? 0 : rise);
    }
    const sizeOf = measured(node, () => {
      const box = node.getBBox();
      return [box.width / view.pixel, box.height / view.pixel];
    });
    let found = [];
    function boxAt([x, y], side) {
      const [width, height] = sizeOf();
      const at = toScreen(x, y);
      const from = { east: at.x + gap, west: at.x - gap - width }[side] ?? at.x - width / 2;
      const over = { below: at.y + BELOW_PX, above: at.y - BELOW_PX - height }[side] ?? at.y - height / 2;
      return { left: from, right: from + width, top: over, bottom: over + height };
    }
    /* The same places and some right beside them, those first where no way runs through the name. */
    function clearFirst(those, ways) {
      const beside = NUDGES_PX.flatMap(([east, south]) => those.map(
        ([[x, y], side]) => [[x + east * view.pixel, y + south * view.pixel], side]));
      const isOver = ([at, side]) => ways.some(
        (box) => window.placeLabels.touch(boxAt(at, side), box));
      return [...[...those, ...beside].filter((one) => !isOver(one)), ...those];
    }
    return { type,
      places: () => {
        write();
        found = sorted(places, numbers(node.dataset.starts)).flatMap(
          (at) => sides.map((side) => [at, side]));
        if (CLEAR.includes(type)) found = clearFirst(found, routes);
        if (type === "gate") found = clearFirst(found, hero);
        return found.map(([at, side]) => [boxAt(at, side)]);
      },
      show: (index) => {
        if (index < 0) return;
        const [[x, y], side] = found[index];
        node.dataset.side = side;
        node.style.setProperty("--rise", (sizeOf()[1] / 2 + BELOW_PX) / typeSize());
        parts.forEach((part) => part.setAttribute("x", x));
        node.setAttribute("y", y);
      } };
  }

  /* A name along a line: the first stretch of it that is free, for the first of its texts that finds
     one. */
  function along(node, type) {
    const run = node.querySelector("textPath");
    const path = map.querySelector(run.getAttribute("href"));
    const texts = [...new Set([run.textContent, node.dataset.short || run.textContent])];
    const starts = numbers(node.dataset.starts);
    const spots = node.dataset.spots.split(";").map((spot) => {
      const [side, ...moves] = numbers(spot);
      const [points, at] = [[], [0, 0]];
      for (let i = 0; i < moves.length; i += 2) {
        at[0] += moves[i];
        at[1] += moves[i + 1];
        points.push(at.slice());
      }
      return { side, points };
    });
    const lengthsOf = measured(node, () => texts.map((text) => {
      if (run.textContent !== text) run.textContent = text;
      return run.getComputedTextLength() / view.pixel;
    }));
    const onScreen = (spot) => spot.points.map(([x, y]) => toScreen(x, y));
    let found = [];
    node.setAttribute("dy", ".34em");
    return { type,
      places: () => {
        const off = Number(node.dataset.off) * typeSize();
        const lengths = lengthsOf();
        const height = parseFloat(getComputedStyle(node).fontSize) / view.pixel;
        const usual = isNarrow() ? [texts.length - 1] : [...texts.keys()];
        found = usual.flatMap((i) => sorted(spots, starts).map((spot) => ({ text: texts[i],
          line: window.typeLines.baseline(onScreen(spot), spot.side, lengths[i], off) })))
          .filter(({ line }) => line);
        if (!found.length && node.matches(".lit, .hero")) {
          const line = window.typeLines.flat(onScreen(spots[0]), lengths[usual[0]], off);
          found = [{ text: texts[usual[0]], line }];
        }
        return found.map(({ line }) => window.typeLines.boxes(line, height));
      },
      show: (index) => {
        if (index < 0) return;
        const { text, line } = found[index];
        if (run.textContent !== text) run.textContent = text;
        const points = longer(line).map(toSteps).map((p) => `${Math.round(p.x)} ${Math.round(p.y)}`);
        path.setAttribute("d", `M${points.join("L")}`);
      } };
  }

  /* Corners of tracks are rounded on the screen, as on the app's map. */
  const tracks = all(":is([data-layer=routes], [data-layer=corridors]) > path:not(.grip)")
    .filter((path) => !path.closest(".area")).map((path) => [path, window.pointer.linesOf(path).parts]);
  function round() {
    const most = CORNER_PX * view.pixel;
    tracks.forEach(([path, parts]) => path.setAttribute("d", parts.map((part) => part.map((here, i) => {
      const [before, after] = [part[i - 1], part[i + 1]];
      if (!before || !after) return `${before ? "L" : "M"}${here[0]} ${here[1]}`;
      const near = ([x, y]) => {
        const length = Math.hypot(x - here[0], y - here[1]);
        const share = Math.min(most, length / 2) / (length || 1);
        return [here[0] + (x - here[0]) * share, here[1] + (y - here[1]) * share].map(Math.round);
      };
      return `L${near(before).join(" ")}Q${here[0]} ${here[1]} ${near(after).join(" ")}`;
    }).join("")).join("")));
  }

  /* A browser leaves out the letters beyond the ends of a line: a little longer is safe. */
  function longer(line) {
    const beyond = (end, next) => {
      const share = SPARE_PX / (Math.hypot(end.x - next.x, end.y - next.y) || 1);
      return { x: end.x + (end.x - next.x) * share, y: end.y + (end.y - next.y) * share };
    };
    return [beyond(line[0], line[1]), ...line, beyond(line[line.length - 1], line[line.length - 2])];
  }

  const boxAround = ({ x, y }, half) => ({ left: x - half, right: x + half, top: y - half,
    bottom: y + half });

  /* The lines of routes that are drawn, as boxes. */
  function boxesOf(selector) {
    return all(`.f.way[data-layer=routes]:not(.other)${selector} .grip`).flatMap(
      (path) => window.pointer.linesOf(path).parts.flatMap((part) => {
        const points = part.map(([x, y]) => toScreen(x, y));
        return points.flatMap((b, i) => {
          const a = points[Math.max(0, i - 1)];
          const count = Math.max(1, Math.ceil(Math.hypot(b.x - a.x, b.y - a.y) / STEP_PX));
          return Array.from({ length: count }, (_, k) => boxAround({
            x: a.x + (b.x - a.x) * (k + 1) / count, y: a.y + (b.y - a.y) * (k + 1) / count }, 1));
        });
      }));
  }

  const disputes = all(".f[data-layer=disputes] .sign").map(
    (sign) => sign.parentNode.getAttribute("transform").match(/-?\d+/g).map(Number));

  /* A box of the page in pixels of the map. */
  function boxOf(node) {
    const [box, frame] = [node.getBoundingClientRect(), map.getBoundingClientRect()];
    return { left: box.left - frame.left, right: box.right - frame.left,
      top: box.top - frame.top, bottom: box.bottom - frame.top };
  }

  const entries = nodes.map(entryOf);

  /* What is lit comes first, and of that the chosen feature's own name, which is required. */
  function placeNow() {
    if (rounded !== view.pixel) round();
    rounded = view.pixel;
    const level = Math.log2(steps / view.pixel);
    [routes, hero] = [boxesOf(""), boxesOf(HERO)];
    const middle = toScreen(pole.x, pole.y);
    const circle = { ...middle, radius: rim / view.pixel };
    const wanted = entries.map((entry) => {
      const { node, type } = entry;
      const isLit = node.classList.contains("lit");
      const isExit = type === "exit";
      const isAtRest = isExit ? node.classList.contains("rest") : entry.from() <= level;
      return { isLit, isRequired: isLit && node.dataset.feature === chosen && !isExit,
        isWanted: isLit || isAtRest, places: entry.places,
        avoids: BESIDE.includes(type) ? routes : CLEAR.includes(type) ? hero : [],
        circle: isExit || type === "rim" ? null : circle,
        show: (index) => {
          node.style.visibility = index < 0 ? "hidden" : "visible";
          entry.show(index);
          if (signs.has(node)) signs.get(node).classList.toggle("nameless", index < 0);
        } };
    });
    wanted.sort((a, b) => b.isRequired - a.isRequired || b.isLit - a.isLit);
    const edge = { left: 0, top: 0, right: size[0], bottom: size[1] };
    const before = [...covers().map(boxOf),
      ...disputes.map(([x, y]) => boxAround(toScreen(x, y), SIGN_PX))];
    const taken = window.placeLabels(wanted, edge, before);
    const boxes = ticks.map(boxOf);
    ticks.forEach((tick, i) => {
      const around = { ...boxes[i], left: boxes[i].left - TICK_ROOM_PX,
        right: boxes[i].right + TICK_ROOM_PX };
      const isCut = boxes[i].left < 0 || boxes[i].right > size[0] || boxes[i].top < 0
        || boxes[i].bottom > size[1];
      const isHidden = isNarrow() || isCut || taken.some((box) => window.placeLabels.touch(around, box));
      tick.style.visibility = isHidden ? "hidden" : "visible";
    });
  }

  /* Once for all that comes in one frame. */
  function place(now) {
    cancelAnimationFrame(soon);
    if (now) placeNow();
    else soon = requestAnimationFrame(placeNow);
  }

  function select(id) {
    chosen = id;
    place(true);
  }

  new ResizeObserver(resize).observe(map);
  document.fonts.ready.then(() => place(true));
  resize();
  /* What is there for orientation answers no press. */
  const answering = nodes.filter((node) => !node.classList.contains("quiet"));

  return { nodes: answering, zoom, move, goTo, select, goHome: () => show(home), isHome, boxOf,
    size: () => size };
};
