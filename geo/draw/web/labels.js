/* Which labels are seen, on the map and on the page to take away. They come in order of weight; one
   that would touch an earlier one stays out of sight, and so does one that the edge would cut. One
   that is required is seen all the same. */
window.placeLabels = (function () {
  "use strict";
  const touch = (a, b) => a.left < b.right + 3 && a.right > b.left - 3
    && a.top < b.bottom + 1 && a.bottom > b.top - 1;

  function isCut(box, edge) {
    return box.left < edge.left || box.top < edge.top
      || box.right > edge.right || box.bottom > edge.bottom;
  }

  /* Entries hold a node, whether it is wanted at this zoom, and whether it is required. Returns the
     boxes that are taken then: those that were before, and those of the labels that are seen. */
  function place(entries, edge, before) {
    const taken = before.slice();
    entries.forEach(({ node, isWanted, isRequired }) => {
      node.style.visibility = "hidden";
      if (!isWanted && !isRequired) return;
      const box = node.getBoundingClientRect();
      const isFree = !isCut(box, edge) && !taken.some((other) => touch(box, other));
      if (!isFree && !isRequired) return;
      node.style.visibility = "visible";
      taken.push(box);
    });
    return taken;
  }

  return Object.assign(place, { touch });
})();
