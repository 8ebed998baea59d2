/* A field under the land, the ice of the months: a script of its own (ice.js), which is fetched when
   the layer is first switched on. Until then there is nothing of it, not even its month's slider. */
window.makeField = function (map, given) {
  "use strict";
  const { address, frame, words, onMonth, onSeason, onLoad } = given;
  const LAYER = "ice";
  let [layer, isAsked, says] = [null, false, null];
  let wanted = { isOn: false, month: 0, marked: 0, whose: "" };
  let sent = 0; /* the month that the server has sent with what is drawn */

  function say(text) {
    if (says) says.remove();
    says = text ? window.signs.html("div", "map-tool missing", text) : null;
    if (says) {
      says.setAttribute("role", "status");
      map.getContainer().append(says);
    }
    map.fire("toolschange");
  }

  /* The page of the season at a month, of the selected route or else of the one that it has. In a frame
     on another site there is no room for another page. */
  function seasonLink() {
    try {
      const { href, search } = window.parent.location;
      if (/[?&]embed=/.test(search)) return null;
      return { address: (month) => new URL(`season?month=${month}`, href).href, go: onSeason };
    } catch (refused) { return null; }
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
      layer = window.makeIce(map, { frame, seasonLink: seasonLink(), onMonth: (month) => {
        wanted = { ...wanted, month };
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
  function show(layers, ice) {
    wanted = { ...ice, isOn: layers.includes(LAYER), month: ice.month === sent ? wanted.month : ice.month };
    sent = ice.month;
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
