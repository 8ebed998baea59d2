/* A field under the land, the ice of the months: a script of its own (ice.js), which is fetched when
   the layer is first switched on. Until then there is nothing of it, not even its month's slider. */
window.makeField = function (map, given) {
  "use strict";
  const { address, frame, words, onMonth, onLoad } = given;
  const LAYER = "ice";
  let [layer, isAsked, says] = [null, false, null];
  let wanted = { isOn: false, month: 0 };
  let sent = 0; /* the month that the server has sent with what is drawn */

  function say(text) {
    if (says) says.remove();
    says = text ? window.signs.html("div", "map-tool hint", text) : null;
    if (says) map.getContainer().append(says);
    map.fire("toolschange");
  }

  /* A script element that failed would have the whole map loaded again (pages/web/again.js). */
  async function fetchScript() {
    isAsked = true;
    try {
      const answer = await fetch(address);
      if (!answer.ok) throw new Error(answer.statusText);
      const script = document.createElement("script");
      script.textContent = await answer.text();
      document.head.append(script);
      layer = window.makeIce(map, { frame, onMonth: (month) => {
        setMonth(month);
        onMonth(month);
      } });
      layer.show(wanted);
      onLoad();
    } catch (failed) {
      isAsked = false;
      if (wanted.isOn) say(words.field_missing);
    }
  }

  /* The month that comes with what is drawn counts where it is another than before: the reader may be
     further on. */
  function show(layers, month) {
    wanted = { isOn: layers.includes(LAYER), month: month === sent ? wanted.month : month };
    sent = month;
    if (says) say("");
    if (layer) layer.show(wanted);
    else if (wanted.isOn && !isAsked) fetchScript();
  }

  function setMonth(month) {
    wanted = { ...wanted, month };
    if (layer) layer.show(wanted);
  }

  return { show, setMonth, legend: () => (layer && wanted.isOn ? layer.legend() : []) };
};
