/* How a reader moves the map: home, the wheel, and how far one can pan. */
window.camera = (function () {
  "use strict";
  const [PAD_PX, SMALL_PAD_PX, SHIFT_PX] = [25, 11, 40];
  /* What tools and legend leave of the map to a chart with corners: above, right, below, left; below lie
     the buttons of a telephone, the folded legend, or the open one. */
  const ROOM_PX = { small: [36, 3, 58, 3], folded: [42, 8, 112, 44], open: [42, 8, 282, 44] };
  /* A wheel tells its notches in pixels (about 100) or lines (3); a trackpad sends many small steps. */
  const NOTCH = [100, 3, 1];
  const [LEAST_NOTCH, GATHER_MS] = [0.4, 40];
  const [NEAR_LEVELS, SAME_LEVELS, NEAR_PX, REST_MS, LANDED_MS] = [1.6, 0.01, 2, 400, 40];
  const PLAY_PX = 30; /* how far the chart can be moved where all of it is in sight */
  const MOVING_KEYS = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "+", "=", "-", "_"];

  function isEmbedded() {
    try {
      return new URLSearchParams(window.parent.location.search).get("embed") === "true";
    } catch (refused) {
      return true;
    }
  }

  /* Shows the whole box, with room for what stands around it. A disc stands right of the middle, where
     there is room: the corners at the left are for tools and legend. */
  function homeView(map, box, isDisc, isSmall) {
    if (!isDisc) return between(map, box, isSmall);
    const pad = isSmall ? SMALL_PAD_PX : PAD_PX;
    const zoom = map.getBoundsZoom(box, false, L.point(2 * pad, 2 * pad));
    const corners = [box.getNorthWest(), box.getSouthEast()].map((one) => map.project(one, zoom));
    const room = (map.getSize().x - (corners[1].x - corners[0].x)) / 2 - pad;
    const shift = isDisc && !isSmall ? Math.max(0, Math.min(SHIFT_PX, room)) : 0;
    const middle = L.bounds(corners).getCenter().subtract([shift, 0]);
    return [map.unproject(middle, zoom), zoom];
  }

  function between(map, box, isSmall) {
    const legend = window.tools.isTall() ? "open" : "folded";
    const [above, right, below, left] = ROOM_PX[isSmall ? "small" : legend];
    const zoom = map.getBoundsZoom(box, false, L.point(left + right, above + below));
    const corners = [box.getNorthWest(), box.getSouthEast()].map((one) => map.project(one, zoom));
    const middle = L.bounds(corners).getCenter().add([(right - left) / 2, (below - above) / 2]);
    return [map.unproject(middle, zoom), zoom];
  }

  /* The view that shows a box well: the one before, where it does. */
  function viewOf(map, box, before) {
    const [centre, zoom] = before;
    const corners = [box.getSouthWest(), box.getNorthEast()];
    const [half, middle] = [map.getSize().divideBy(2), map.project(centre, zoom)];
    const seen = L.bounds(middle.subtract(half), middle.add(half));
    const isSeen = corners.every((corner) => seen.contains(map.project(corner, zoom)));
    return isSeen && Math.abs(map.getBoundsZoom(box) - zoom) < NEAR_LEVELS ? before : fit(map, box);
  }

  function fit(map, box) {
    const zoom = map.getBoundsZoom(box);
    const ends = [box.getSouthWest(), box.getNorthEast()].map((one) => map.project(one, zoom));
    return [map.unproject(L.bounds(ends).getCenter(), zoom), zoom];
  }

  /* A view as the address has it, and back. */
  function written(chart, [centre, zoom]) {
    const [lon, lat] = chart.toLonLat(centre);
    return [lon.toFixed(2), lat.toFixed(2), zoom.toFixed(2)].map(Number).join("_");
  }

  function read(chart, at) {
    const [lon, lat, zoom] = at.split("_").map(Number);
    return [chart.toPlace([lon, lat]), zoom];
  }

  /* One notch of the wheel is one level; fine steps and a pinch on a trackpad zoom by degrees. */
  function wheel(map, isFree, begins) {
    let [sum, isNotched, where, timer, isZooming] = [0, false, null, 0, false];
    map.on("zoomstart zoomend", (event) => { isZooming = event.type === "zoomstart"; });

    /* What comes while the map still zooms is done next. */
    function zoom() {
      if (isZooming) {
        map.once("zoomend", zoom);
        return;
      }
      const steps = isNotched ? Math.sign(sum) * Math.max(1, Math.round(Math.abs(sum))) : sum;
      [sum, isNotched, timer] = [0, false, 0];
      begins();
      map.setZoomAround(where, map.getZoom() + steps, { animate: !window.pointer.still });
    }

    map.getContainer().addEventListener("wheel", (event) => {
      if (event.target.closest(".map-tool") || !isFree()) return;
      event.preventDefault();
      const notches = -event.deltaY / NOTCH[event.deltaMode];
      const isNotch = Math.abs(notches) >= LEAST_NOTCH && !event.ctrlKey;
      sum += isNotch ? Math.sign(notches) : notches;
      isNotched = isNotched || isNotch;
      where = map.mouseEventToContainerPoint(event);
      if (!timer) timer = setTimeout(zoom, GATHER_MS);
    }, { passive: false });
  }

  /* Tells when the reader begins to move the map, by whatever means but the wheel. */
  function onReader(map, begins) {
    const root = map.getContainer();
    map.on("dragstart dblclick boxzoomstart", begins);
    root.addEventListener("touchstart", ({ touches }) => { if (touches.length > 1) begins(); },
      { capture: true, passive: true });
    root.addEventListener("keydown", (event) => {
      if (event.target === root && MOVING_KEYS.includes(event.key)) begins();
    }, true);
    root.addEventListener("click", (event) => {
      if (event.target.closest(".zoom-in, .zoom-out")) begins();
    }, true);
  }

  /* Keeps the middle of a view where `limited` wants it, whatever moves the map. Leaflet's own bounds
     are one box for every zoom; these are the places where it asks for it. */
  function bound(map, limited) {
    const middle = () => map.project(map.getCenter());
    map.options.maxBounds = map.options.maxBounds || L.latLngBounds([-90, -180], [90, 180]);
    map.options.maxBoundsViscosity = 0;
    map._limitCenter = (centre, zoom) => {
      const point = map.project(centre, zoom);
      const there = limited(point, zoom);
      return there.distanceTo(point) < 1 ? centre : map.unproject(there, zoom);
    };
    map._limitOffset = (offset) => limited(middle().add(offset), map.getZoom()).subtract(middle());
    map.dragging._draggable.on("predrag", ({ target }) => {
      const wanted = middle().add(L.DomUtil.getPosition(target._element)).subtract(target._newPos);
      const there = limited(wanted, map.getZoom());
      target._newPos = target._newPos.add(wanted).subtract(there);
    });
  }

  /* Where the middle of a view may be, in pixels of its zoom: at home hardly anywhere else, one level
     nearer all over the chart. */
  function limits(map, chart, home) {
    return (point, zoom) => {
      const [centre, homeZoom] = home();
      const [rest, half] = [map.project(centre, zoom), map.getSize().divideBy(2)];
      const edge = L.bounds(map.project(chart.box.getNorthWest(), zoom),
        map.project(chart.box.getSouthEast(), zoom));
      const away = 1 - Math.min(1, Math.max(0, zoom - homeZoom));
      const inside = (axis) => {
        const least = Math.min(rest[axis] - PLAY_PX, edge.min[axis] + away * half[axis]);
        const most = Math.max(rest[axis] + PLAY_PX, edge.max[axis] - away * half[axis]);
        return Math.min(most, Math.max(least, point[axis]));
      };
      return map.project(chart.nearest(map.unproject(L.point(inside("x"), inside("y")), zoom)), zoom);
    };
  }

  /* The reader's own view is the one of the address; all others are made here, and made again when
     something comes between. */
  function add(map, { chart, home, isDisc, isSmall }) {
    const root = map.getContainer();
    const homeNow = () => homeView(map, home, isDisc, isSmall());
    const here = () => [map.getCenter(), map.getZoom()];
    const isSame = (a, b) => Math.abs(a[1] - b[1]) < SAME_LEVELS
      && map.project(a[0], a[1]).distanceTo(map.project(b[0], a[1])) < NEAR_PX;
    const isAt = (view) => isSame(here(), view);
    let own = null; /* the reader's view, with its place as the address has it */
    let isOwn = false; /* whether the reader has moved the map last */
    let flight = null; /* where the map is still to come to */
    let sent = null; /* where it was sent last */
    let atHome = null;
    let isMoving = false;
    const inChart = limits(map, chart, homeNow);

    /* Where the map is sent to it may stay: marks beyond the rim lie outside of what is home. */
    function limited(point, zoom) {
      const there = inChart(point, zoom);
      if (!sent || Math.abs(sent[1] - zoom) > SAME_LEVELS) return there;
      const given = map.project(sent[0], zoom);
      const inside = (axis) => Math.min(Math.max(there[axis], given[axis]),
        Math.max(Math.min(there[axis], given[axis]), point[axis]));
      return L.point(inside("x"), inside("y"));
    }

    function fly(animate) {
      const [centre, zoom] = flight;
      map.setView(centre, zoom, { animate: animate && !window.pointer.still, duration: 0.4 });
    }

    function go(view, animate = true) {
      [isOwn, atHome] = [false, null];
      [flight, sent] = [view, view];
      if (isMoving || !isAt(view)) fly(animate);
      else {
        flight = null;
        noteHome();
      }
    }

    function noteHome() {
      if (sent && isAt(sent) && isAt(homeNow())) atHome = here();
      else if (atHome && !isAt(atHome)) atHome = null;
    }

    function goHome(animate) {
      own = null;
      go(homeNow(), animate);
      map.homeZoom = sent[1];
    }

    function begins() {
      [isOwn, flight] = [true, null];
    }

    /* Leaflet forgets a view that it is given while it zooms to another. */
    function land() {
      if (!flight || isMoving) return;
      if (isAt(flight)) flight = null;
      else fly(false);
    }

    bound(map, limited);
    onReader(map, begins);
    map.on("movestart", () => { isMoving = true; });
    map.on("moveend", () => {
      isMoving = false;
      if (isOwn) own = { view: here(), at: own ? own.at : "" };
      setTimeout(land, LANDED_MS);
      noteHome();
      if (flight || atHome) return;
      const point = map.project(map.getCenter());
      const there = limited(point, map.getZoom());
      if (there.distanceTo(point) >= NEAR_PX) {
        map.panTo(map.unproject(there), { animate: !window.pointer.still });
      }
    });
    goHome(false);
    const stayHome = () => { if (atHome) goHome(false); };
    map.on("resize", stayHome);
    map.scrollWheelZoom.disable();
    const takesWheel = !isEmbedded();
    wheel(map, () => (takesWheel && !isSmall()) || root.contains(document.activeElement), begins);

    function goTo(at) {
      go(read(chart, at), false);
      [own, flight, sent] = [{ view: here(), at }, null, here()];
    }

    /* Tells, once the map rests, where the reader has it; "" where it is by itself, as `usual` says. */
    function report(usual, moved) {
      let timer = 0;
      const tell = () => {
        if (!isOwn && !isAt(sent)) return;
        if (own && (isAt(usual()) || !isAt(own.view))) own = null;
        if (own && !(own.at && isSame(own.view, read(chart, own.at)))) {
          own.at = written(chart, own.view);
        }
        moved(own ? own.at : "");
      };
      const forget = () => clearTimeout(timer);
      map.on("moveend", () => {
        forget();
        timer = setTimeout(tell, REST_MS);
      });
      map.on("resize", forget);
      try { window.parent.addEventListener("popstate", forget); } catch (refused) { /* another origin */ }
    }

    return { goHome, stayHome, go, goTo, report, home: homeNow,
      own: () => own && own.view,
      forget: () => { own = null; },
      fit: (box) => fit(map, box),
      viewOf: (box, before) => viewOf(map, box, before) };
  }

  return { add };
})();
