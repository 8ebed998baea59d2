/* Positions and distances on the WGS 84 ellipsoid, and where they lie on a chart: what the browser
   needs of geo/geodesy.py and geo/draw/frames.py. A position is [lon, lat] in degrees; a place on a
   chart is a Leaflet LatLng in the frame's own units. */
window.globe = (function () {
  "use strict";
  const [A, F] = [6378137, 1 / 298.257223563];
  const B = A * (1 - F);
  const E = Math.sqrt(F * (2 - F));
  const [TRUE_LAT, DOWN_LON] = [70, -45];
  const METRES_PER_NM = 1852;
  const STEP_M = 25000;
  const rad = (degrees) => degrees * Math.PI / 180;
  const deg = (radians) => radians * 180 / Math.PI;
  const wrap = (lon, west = -180) => lon - 360 * Math.floor((lon - west) / 360);

  function series(uu) {
    const a = 1 + uu / 16384 * (4096 + uu * (-768 + uu * (320 - 175 * uu)));
    const b = uu / 1024 * (256 + uu * (-128 + uu * (74 - 47 * uu)));
    return [a, b];
  }

  function correction(b, sin, cos, middle) {
    const third = b / 6 * middle * (4 * sin * sin - 3) * (4 * middle * middle - 3);
    return b * sin * (middle + b / 4 * (cos * (2 * middle * middle - 1) - third));
  }

  /* Vincenty's inverse solution: [metres, azimuth at the start in radians]. Between points that are
     almost opposite it does not converge; then the last step stands, which is near enough to draw. */
  function inverse([lon1, lat1], [lon2, lat2]) {
    const [u1, u2] = [lat1, lat2].map((lat) => Math.atan((1 - F) * Math.tan(rad(lat))));
    const [s1, c1, s2, c2] = [Math.sin(u1), Math.cos(u1), Math.sin(u2), Math.cos(u2)];
    const l = rad(wrap(lon2 - lon1));
    let [x, last, turns] = [l, Infinity, 0];
    let sin, cos, sigma, cosSqAlpha, middle;
    while (Math.abs(x - last) > 1e-12 && turns < 100) {
      sin = Math.hypot(c2 * Math.sin(x), c1 * s2 - s1 * c2 * Math.cos(x));
      if (!sin) return [0, 0];
      cos = s1 * s2 + c1 * c2 * Math.cos(x);
      sigma = Math.atan2(sin, cos);
      const sinAlpha = c1 * c2 * Math.sin(x) / sin;
      cosSqAlpha = 1 - sinAlpha * sinAlpha;
      middle = cosSqAlpha > 1e-15 ? cos - 2 * s1 * s2 / cosSqAlpha : 0;
      const c = F / 16 * cosSqAlpha * (4 + F * (4 - 3 * cosSqAlpha));
      last = x;
      x = l + (1 - c) * F * sinAlpha
        * (sigma + c * sin * (middle + c * cos * (2 * middle * middle - 1)));
      turns += 1;
    }
    const [a, b] = series(cosSqAlpha * (A * A / (B * B) - 1));
    const azimuth = Math.atan2(c2 * Math.sin(x), c1 * s2 - s1 * c2 * Math.cos(x));
    return [B * a * (sigma - correction(b, sin, cos, middle)), azimuth];
  }

  /* Vincenty's direct solution: where one arrives from a position on an azimuth. */
  function direct([lon, lat], azimuth, metres) {
    const u = Math.atan((1 - F) * Math.tan(rad(lat)));
    const [s1, c1, sinAz, cosAz] = [Math.sin(u), Math.cos(u), Math.sin(azimuth), Math.cos(azimuth)];
    const start = Math.atan2(Math.tan(u), cosAz);
    const sinAlpha = c1 * sinAz;
    const cosSqAlpha = 1 - sinAlpha * sinAlpha;
    const [a, b] = series(cosSqAlpha * (A * A / (B * B) - 1));
    let [sigma, last] = [metres / (B * a), Infinity];
    let middle;
    for (let turn = 0; turn < 100 && Math.abs(sigma - last) > 1e-12; turn += 1) {
      middle = Math.cos(2 * start + sigma);
      last = sigma;
      sigma = metres / (B * a) + correction(b, Math.sin(sigma), Math.cos(sigma), middle);
    }
    const [sin, cos] = [Math.sin(sigma), Math.cos(sigma)];
    const across = s1 * sin - c1 * cos * cosAz;
    const arrived = Math.atan2(s1 * cos + c1 * sin * cosAz,
      (1 - F) * Math.hypot(sinAlpha, across));
    const x = Math.atan2(sin * sinAz, c1 * cos - s1 * sin * cosAz);
    const c = F / 16 * cosSqAlpha * (4 + F * (4 - 3 * cosSqAlpha));
    const l = x - (1 - c) * F * sinAlpha
      * (sigma + c * sin * (middle + c * cos * (2 * middle * middle - 1)));
    return [wrap(lon + deg(l)), deg(arrived)];
  }

  const metresBetween = (a, b) => inverse(a, b)[0];

  /* The shortest way between two positions, a position at least every 25 km. */
  function track(a, b) {
    const [metres, azimuth] = inverse(a, b);
    const legs = Math.floor(metres / STEP_M) + 1;
    const between = Array.from({ length: legs - 1 },
      (_, i) => direct(a, azimuth, metres * (i + 1) / legs));
    return [a, ...between, b];
  }

  const narrowing = (lat) => ((1 - E * Math.sin(lat)) / (1 + E * Math.sin(lat))) ** (E / 2);
  const colatitude = (lat) => Math.tan(Math.PI / 4 - lat / 2) / narrowing(lat);

  /* EPSG:3413, moved and scaled as the frame is (Snyder 1987, 21-33 to 21-40). */
  function polar({ pole, metres_per_unit: unit, rim }) {
    const lat = rad(TRUE_LAT);
    const parallel = Math.cos(lat) / Math.sqrt(1 - (E * Math.sin(lat)) ** 2);
    const scale = A * parallel / colatitude(lat) / unit;
    const rimRadius = scale * colatitude(rad(rim));
    const radiusOf = (place) => Math.hypot(place.lng - pole[0], place.lat - pole[1]);

    function toLonLat(place) {
      const t = radiusOf(place) / scale;
      let found = Math.PI / 2 - 2 * Math.atan(t);
      for (let turn = 0; turn < 8; turn += 1) {
        found = Math.PI / 2 - 2 * Math.atan(t * narrowing(found));
      }
      const turned = Math.atan2(place.lng - pole[0], pole[1] - place.lat);
      return [wrap(DOWN_LON + deg(turned)), deg(found)];
    }

    function toPlace([lon, at]) {
      const [radius, turned] = [scale * colatitude(rad(at)), rad(lon - DOWN_LON)];
      return L.latLng(pole[1] - radius * Math.cos(turned), pole[0] + radius * Math.sin(turned));
    }

    /* The nearest place that lies on the chart. */
    function nearest(place) {
      const share = Math.min(1, rimRadius / (radiusOf(place) || 1));
      return L.latLng(pole[1] + (place.lat - pole[1]) * share, pole[0] + (place.lng - pole[0]) * share);
    }

    const box = L.latLngBounds([pole[1] - rimRadius, pole[0] - rimRadius],
      [pole[1] + rimRadius, pole[0] + rimRadius]);
    return { toLonLat, toPlace, nearest, box, holds: (place) => radiusOf(place) <= rimRadius };
  }

  /* Once around the globe, from the seam eastward. */
  function mercator({ seam, south, north }) {
    const box = L.latLngBounds([south, seam], [north, seam + 360]);
    const nearest = (place) => L.latLng(Math.min(north, Math.max(south, place.lat)),
      Math.min(seam + 360, Math.max(seam, place.lng)));
    return { box, nearest, holds: (place) => box.contains(place),
      toLonLat: (place) => [wrap(place.lng), place.lat],
      toPlace: ([lon, lat]) => L.latLng(lat, wrap(lon, seam)) };
  }

  /* The places of a track on a chart, part by part: it leaves at a seam or a rim and comes back. */
  function drawn(chart, positions) {
    const parts = [[]];
    positions.map(chart.toPlace).forEach((place) => {
      const part = parts[parts.length - 1];
      const before = part[part.length - 1];
      const isTorn = before && chart.box.getEast() - chart.box.getWest() < 2 * Math.abs(place.lng - before.lng);
      if (!chart.holds(place) || isTorn) parts.push([]);
      if (chart.holds(place)) parts[parts.length - 1].push(place);
    });
    return parts.filter((part) => part.length > 1);
  }

  return { charts: { polar, mercator }, metresBetween, track, drawn, METRES_PER_NM };
})();
