/* Which labels are seen, on the map and on the offline page. They come in order of weight, each with
   its possible places, best first; one whose every place would touch an earlier label, or be cut by
   the edge, stays out of sight. One that is required is seen all the same. */
window.placeLabels = (function () {
  "use strict";
  const touch = (a, b) => a.left < b.right + 3 && a.right > b.left - 3
    && a.top < b.bottom + 1 && a.bottom > b.top - 1;

  function isCut(box, edge) {
    return box.left < edge.left || box.top < edge.top
      || box.right > edge.right || box.bottom > edge.bottom;
  }

  /* Entries say whether they are wanted at this zoom and whether they are required, list the boxes
     of each of their places, and are shown at the place of an index, or not (-1). Returns the boxes
     that are taken then: those that were before, and those of the labels that are seen. */
  function place(entries, edge, before) {
    const taken = before.slice();
    const isFree = (boxes) => boxes.length
      && boxes.every((box) => !isCut(box, edge) && !taken.some((other) => touch(box, other)));
    entries.forEach((entry) => {
      const places = entry.isWanted || entry.isRequired ? entry.places() : [];
      let chosen = places.findIndex(isFree);
      if (chosen < 0 && entry.isRequired && places.length) chosen = 0;
      entry.show(chosen);
      if (chosen >= 0) taken.push(...places[chosen]);
    });
    return taken;
  }

  return Object.assign(place, { touch });
})();
