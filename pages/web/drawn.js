/* Tells the server that the map is drawn: until then it holds back the rest of the page (_sockets.py).
   It is part of the page's document, as the page's own scripts are of that rest. */
window.addEventListener("arctic-drawn", () => {
  fetch("./_stcore/health?drawn").catch(() => { /* then a second is the limit */ });
}, { once: true });
