/* How a reader moves the map: home, the wheel, and how far one can pan. */
window.camera = (function () {
  "use strict";
  const [PAD_PX, SMALL_PAD_PX, SHIFT_PX] = [25, 11, 40];
  /* A wheel tells its notches in pixels (about 100) or lines (3); a trackpad sends many small steps. */
  const NOTCH = [100, 3, 1];
  const [LEAST_NOTCH, GATHER_MS] = [0.4, 40];

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
    const pad = isSmall ? SMALL_PAD_PX : PAD_PX;
    const zoom = map.getBoundsZoom(box, false, L.point(2 * pad, 2 * pad));
    const corners = [box.getNorthWest(), box.getSouthEast()].map((one) => map.project(one, zoom));
    const room = (map.getSize().x - (corners[1].x - corners[0].x)) / 2 - pad;
    const shift = isDisc && !isSmall ? Math.max(0, Math.min(SHIFT_PX, room)) : 0;
    const middle = L.bounds(corners).getCenter().subtract([shift, 0]);
    return [map.unproject(middle, zoom), zoom];
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
    const isNear = (a, b) => map.latLngToContainerPoint(a).distanceTo(map.latLngToContainerPoint(b)) < 2;

    function goHome(animate) {
      const [centre, zoom] = homeView(map, home, isDisc, isSmall());
      map.setView(centre, zoom, { animate: animate && !window.pointer.still });
      map.homeZoom = zoom;
      homeNow = { zoom: zoom, centre: animate ? centre : map.getCenter() };
    }

    map.setMaxBounds(chart.box.pad(0.75));
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
    return { goHome: () => goHome(true), stayHome };
  }

  return { add };
})();
