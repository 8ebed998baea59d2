/* Unpacks the shapes of a chart, each when it is first asked for; `geo/draw/packed.py` packs them. */
window.unpackShapes = function (data) {
  "use strict";
  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const VALUE = new Uint8Array(128);
  for (let i = 0; i < DIGITS.length; i += 1) VALUE[DIGITS.charCodeAt(i)] = i;

  function positions(text) {
    const found = [];
    let [x, y, next] = [0, 0, 0];
    const number = () => {
      let [value, scale, digit] = [0, 1, 0];
      do {
        digit = VALUE[text.charCodeAt(next)];
        next += 1;
        value += (digit % 32) * scale;
        scale *= 32;
      } while (digit >= 32);
      return value % 2 ? -(value + 1) / 2 : value / 2;
    };
    while (next < text.length) {
      x += number();
      y += number();
      found.push([x, y]);
    }
    return found;
  }

  const unpacked = (packed) => (typeof packed === "string" ? positions(packed) : packed.map(unpacked));

  function geometry([type, packed]) {
    const coordinates = unpacked(packed);
    return { type, coordinates: type === "Point" ? coordinates[0] : coordinates };
  }

  function each(holder, keys) {
    keys.filter((key) => holder[key]).forEach((key) => {
      const packed = holder[key];
      let found = null;
      Object.defineProperty(holder, key, { enumerable: true, get: () => {
        found = found || geometry(packed);
        return found;
      } });
    });
  }

  each(data, ["land", "graticule", "circle", "disc"]);
  Object.values(data.shapes).forEach((shapes) => each(shapes, Object.keys(shapes)));
};
window.unpackShapes(window.atlasData);
