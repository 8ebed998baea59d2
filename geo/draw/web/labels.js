/* Which labels are seen, on the map and on the offline page. They come in order of weight, each with
   its possible places, best first; one whose every place would touch an earlier label or what it
   avoids, or be cut by the edge, stays out of sight. One that is required is seen all the same. */
window.placeLabels = (function () {
  "use strict";
  const touch = (a, b) => a.left < b.right + 3 && a.right > b.left - 3
    && a.top < b.bottom + 1 && a.bottom > b.top - 1;

  function isCut(box, edge) {
    return box.left < edge.left || box.top < edge.top
      || box.right > edge.right || box.bottom > edge.bottom;
  }

  /* Whether a box reaches over a circle: of its corners some lie within and some beyond it. */
  function isOver(box, circle) {
    if (!circle) return false;
    const within = [box.left, box.right].flatMap((x) => [box.top, box.bottom].map(
      (y) => Math.hypot(x - circle.x, y - circle.y) < circle.radius));
    return within.some(Boolean) && !within.every(Boolean);
  }

  /* Entries say whether they are wanted at this zoom and whether they are required, list the boxes
     of each of their places, and are shown at the place of an index, or not (-1). `avoids` are boxes
     that one keeps off, `circle` is one that it does not reach over, and `before` the place where it
     stands: there it stays if it can. Returns the boxes that are taken then: those that were before,
     and those of the labels that are seen. */
  function place(entries, edge, before) {
    const taken = before.slice();
    const isFree = (box, entry) => !isCut(box, edge) && !isOver(box, entry.circle)
      && !taken.some((other) => touch(box, other))
      && !(entry.avoids || []).some((other) => touch(box, other));
    entries.forEach((entry) => {
      const places = entry.isWanted || entry.isRequired ? entry.places() : [];
      const fits = (boxes) => boxes && boxes.length && boxes.every((box) => isFree(box, entry));
      let chosen = fits(places[entry.before]) ? entry.before : places.findIndex(fits);
      if (chosen < 0 && entry.isRequired && places.length) chosen = 0;
      entry.show(chosen);
      if (chosen >= 0) taken.push(...places[chosen]);
    });
    return taken;
  }

  return Object.assign(place, { touch });
})();
