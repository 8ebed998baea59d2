/* Measures the shortest way between two points that a reader presses on the map. */
window.ruler = (function () {
  "use strict";
  const RULER_Z = 640;
  const { html } = window.signs;

  function number(value) {
    const digits = value < 10 ? 1 : 0;
    return value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
  }

  /* `says` is told a sentence whenever there is something new to read. */
  function add(map, { chart, words, says }) {
    const pane = map.createPane("ruler");
    pane.style.zIndex = RULER_Z;
    pane.style.pointerEvents = "none";
    const lines = L.layerGroup().addTo(map);
    let points = [];
    let isOn = false;

    function distance([a, b]) {
      const metres = window.globe.metresBetween(a, b);
      return words.distance.replace("{nm}", number(metres / window.globe.METRES_PER_NM))
        .replace("{km}", number(metres / 1000));
    }

    function mark(className, where, text) {
      const made = html("span", className, text);
      L.marker(where, { pane: "ruler", interactive: false, keyboard: false,
        icon: L.divIcon({ className: "measured-at", html: made, iconSize: [0, 0] }) }).addTo(lines);
    }

    function draw(ends) {
      lines.clearLayers();
      if (ends.length === 2) {
        const parts = window.globe.drawn(chart, window.globe.track(...ends));
        ["measured-halo", "measured"].forEach((className) => L.polyline(parts,
          { pane: "ruler", interactive: false, className, fill: false, smoothFactor: 0 }).addTo(lines));
        const longest = parts.reduce((most, part) => (part.length > most.length ? part : most), []);
        const middle = longest[Math.floor(longest.length / 2)] || chart.toPlace(ends[1]);
        mark("measured-length", middle, distance(ends));
      }
      ends.forEach((end) => mark("measured-end", chart.toPlace(end)));
    }

    function press(place) {
      if (!chart.holds(place)) return;
      if (points.length === 2) points = [];
      points.push(chart.toLonLat(place));
      draw(points);
      says(points.length === 2
        ? words.measured.replace("{distance}", distance(points)) : words.measure_to);
    }

    /* A label answers with its own place, so the event's is taken. */
    const pressed = (event) => press(map.mouseEventToLatLng(event.originalEvent));

    function followed(event) {
      if (points.length === 1 && chart.holds(event.latlng)) {
        draw([points[0], chart.toLonLat(event.latlng)]);
      }
    }

    /* Without a pointer, Enter takes the middle of the map. */
    function keyed(event) {
      if (event.key === "Enter" && event.target === map.getContainer()) press(map.getCenter());
    }

    function turn(on) {
      if (on === isOn) return;
      [isOn, points] = [on, []];
      lines.clearLayers();
      map.getContainer().classList.toggle("measuring", isOn);
      map[isOn ? "on" : "off"]({ click: pressed, mousemove: followed });
      map.doubleClickZoom[isOn ? "disable" : "enable"]();
      const act = isOn ? "addEventListener" : "removeEventListener";
      map.getContainer()[act]("keydown", keyed);
      says(isOn ? words.measure_from : "");
    }

    return { turn, isOn: () => isOn };
  }

  return { add };
})();
