/* Lays what a viewpoint shows otherwise over the chart's names and styles, and takes it away again:
   see `geo/draw/overlay.py`. Shapes stay as they are. */
window.makeOverlay = function (data) {
  "use strict";
  const PARTS = ["names", "labels", "looks", "entries"];
  const NOTHING = { viewpoint: "", sentence: "", names: {}, lines: {}, alike: {}, undrawn: [] };
  let usual = null;
  let own = NOTHING;

  /* Returns the ids whose names or labels have changed, or null where the viewpoint stays. */
  function lay(sent) {
    const next = sent || NOTHING;
    if (next.viewpoint === own.viewpoint) return null;
    usual = usual || Object.fromEntries(PARTS.map((part) => [part, data[part]]));
    const changed = [own, next].flatMap((one) => Object.keys({ ...one.names, ...one.lines }));
    own = next;
    PARTS.forEach((part) => { data[part] = { ...usual[part] }; });
    Object.assign(data.names, own.names);
    Object.entries(own.lines).forEach(([id, lines]) => {
      data.labels[id] = { ...usual.labels[id], lines, short: "" };
    });
    Object.entries(own.alike).forEach(([id, other]) => {
      ["looks", "entries"].forEach((part) => { data[part][id] = usual[part][other]; });
    });
    return changed;
  }

  return { lay, draws: (id) => !own.undrawn.includes(id), sentence: () => own.sentence };
};
