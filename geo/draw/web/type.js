/* The lines that names along a line stand on, on the map and on the offline page. Points are {x, y} in
   pixels of the screen. */
window.typeLines = (function () {
  "use strict";
  const SMOOTH = 8; /* so many times a line of type is evened out, or letters fall into its bends */
  const apart = (a, b) => Math.hypot(b.x - a.x, b.y - a.y);
  const between = (a, b, share) => ({ x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share });

  /* The line that a name stands on: as long as the name, off the stretch's middle, or null where the
     stretch is too short at this zoom. `side` is 1 above the stretch as one reads, -1 below. */
  function baseline(points, side, length, off) {
    const moved = points.map((p, i) => {
      const [a, b] = [points[Math.max(0, i - 1)], points[Math.min(points.length - 1, i + 1)]];
      const along = apart(a, b) || 1;
      return { x: p.x + side * off * (b.y - a.y) / along, y: p.y - side * off * (b.x - a.x) / along };
    });
    for (let turn = 0; turn < SMOOTH; turn += 1) {
      for (let i = 1; i + 1 < moved.length; i += 1) {
        const [a, p, b] = [moved[i - 1], moved[i], moved[i + 1]];
        moved[i] = { x: (a.x + 2 * p.x + b.x) / 4, y: (a.y + 2 * p.y + b.y) / 4 };
      }
    }
    const whole = moved.reduce((sum, p, i) => sum + (i ? apart(p, moved[i - 1]) : 0), 0);
    if (whole < length * 1.02) return null;
    return cut(moved, (whole - length) / 2, (whole + length) / 2);
  }

  function cut(line, from, to) {
    const found = [];
    let run = 0;
    for (let i = 1; i < line.length; i += 1) {
      const [a, b] = [line[i - 1], line[i]];
      const step = apart(a, b);
      const point = (where) => between(a, b, (where - run) / (step || 1));
      if (run + step >= from && !found.length) found.push(point(Math.max(from, run)));
      if (found.length && run + step < to) found.push(b);
      if (run + step >= to) { found.push(point(to)); break; }
      run += step;
    }
    return found;
  }

  /* On a very small map the name of the hero, or of what is selected, stands straight by its line. */
  function flat(points, length, off) {
    const middle = points[Math.floor(points.length / 2)];
    return [-1, 1].map((end) => ({ x: middle.x + end * length / 2, y: middle.y - off }));
  }

  /* The boxes that type of this height takes along a line. */
  function boxes(line, height) {
    const half = height * 0.55;
    const found = [];
    for (let i = 1; i < line.length; i += 1) {
      const [a, b] = [line[i - 1], line[i]];
      const count = Math.max(1, Math.ceil(apart(a, b) / half));
      for (let k = 0; k < count; k += 1) {
        const p = between(a, b, (k + 0.5) / count);
        found.push({ left: p.x - half, right: p.x + half, top: p.y - half, bottom: p.y + half });
      }
    }
    return found;
  }

  return { baseline, flat, boxes };
})();
