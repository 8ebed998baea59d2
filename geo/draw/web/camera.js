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
  const [NEAR_LEVELS, SAME_LEVELS, REST_MS] = [1.6, 0.01, 400];

  function isEmbedded() {
    try {
      return new URLSearchParams(window.parent.location.search).get("embed") === "true";
    } catch (refused) {
      return true;
    }
  }

  /* Shows the whole box, with room for what stands around it. A disc stands right of the middle, where there is room: the corners at the
     left are for tools and legend. */
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
  function wheel(map, isFree) {
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

  function add(map, { chart, home, isDisc, isSmall }) {
    const root = map.getContainer();
    let homeNow = null;
    let place = ""; /* as the address has it */
    let rest = homeView(map, home, isDisc, isSmall()); /* where it is without the reader's doing */
    const isNear = (a, b) => map.latLngToContainerPoint(a).distanceTo(map.latLngToContainerPoint(b)) < 2;

    function goHome(animate) {
      const [centre, zoom] = homeView(map, home, isDisc, isSmall());
      map.setView(centre, zoom, { animate: animate && !window.pointer.still });
      map.homeZoom = zoom;
      homeNow = { zoom: zoom, centre: animate ? centre : map.getCenter() };
    }

    /* Mercator has no room above its edge, and Leaflet would push the first view away from it. */
    if (isDisc) map.setMaxBounds(chart.box.pad(0.75));
    map.options.maxBoundsViscosity = 1;
    goHome(false);
    let isReturning = false; /* a jump without motion ends at once, and within this call */
    map.on("moveend", () => {
      if (isReturning) return;
      const [centre, zoom] = [map.getCenter(), map.getZoom()];
      const nearest = chart.nearest(centre);
      if (!isNear(centre, nearest)) {
        isReturning = true;
        map.panTo(nearest, { animate: !window.pointer.still });
        isReturning = false;
      }
      if (homeNow && !(zoom === homeNow.zoom && isNear(centre, homeNow.centre))) homeNow = null;
    });
    const stayHome = () => { if (homeNow) goHome(false); };
    map.on("resize", stayHome);
    map.scrollWheelZoom.disable();
    const takesWheel = !isEmbedded();
    wheel(map, () => (takesWheel && !isSmall()) || root.contains(document.activeElement));

    function go([centre, zoom]) {
      map.setView(centre, zoom, { animate: !window.pointer.still, duration: 0.4 });
    }

    function goTo(at) {
      place = at;
      map.setView(...read(chart, at), { animate: false });
      rest = [map.getCenter(), map.getZoom()];
    }

    /* Tells, once the map rests, where it is; "" where `usual` says that it would be by itself. */
    function report(usual, moved) {
      let timer = 0;
      const isAt = ([centre, zoom]) => isNear(map.getCenter(), centre)
        && Math.abs(map.getZoom() - zoom) < SAME_LEVELS;
      const tell = () => {
        if (isAt(rest)) return;
        rest = [map.getCenter(), map.getZoom()];
        if (isAt(usual())) place = "";
        else if (!place || !isAt(read(chart, place))) {
          place = written(chart, rest);
        }
        moved(place);
      };
      const forget = () => clearTimeout(timer);
      map.on("moveend", () => {
        forget();
        timer = setTimeout(tell, REST_MS);
      });
      map.on("resize", () => { rest = [map.getCenter(), map.getZoom()]; });
      try { window.parent.addEventListener("popstate", forget); } catch (refused) { /* another origin */ }
    }

    return { goHome, stayHome, go, report,
      home: () => homeView(map, home, isDisc, isSmall()),
      goTo,
      fit: (box) => fit(map, box),
      viewOf: (box, before) => viewOf(map, box, before) };
  }

  return { add };
})();
