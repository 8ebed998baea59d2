/* A field under the land, the ice of the months: a script of its own (ice.js), which is fetched when
   the layer is first switched on. Until then there is nothing of it, not even its month's slider. */
window.makeField = function (map, given) {
  "use strict";
  const { address, frame, words, onMonth, onLoad } = given;
  const LAYER = "ice";
  let [layer, script, says] = [null, null, null];
  let wanted = { isOn: false, month: 0 };

  function say(text) {
    if (says) says.remove();
    says = text ? window.signs.html("div", "map-tool hint", text) : null;
    if (says) map.getContainer().append(says);
    map.fire("toolschange");
  }

  function fetchScript() {
    script = document.createElement("script");
    script.src = address;
    const begin = () => {
      if (!window.makeIce) return fail();
      layer = window.makeIce(map, { frame, onMonth });
      layer.show(wanted);
      return onLoad();
    };
    const fail = () => {
      script.remove();
      script = null;
      if (wanted.isOn) say(words.field_missing);
    };
    script.addEventListener("load", begin);
    script.addEventListener("error", fail);
    document.head.append(script);
  }

  function show(layers, month) {
    wanted = { isOn: layers.includes(LAYER), month };
    if (says) say("");
    if (layer) layer.show(wanted);
    else if (wanted.isOn && !script) fetchScript();
  }

  return { show, legend: () => (layer && wanted.isOn ? layer.legend() : []) };
};
