/* A part of the page: what shows it comes with the page, once for all. Streamlit may call a part while
   it has it out of the page for a moment, and not again; a part of a page that was left meanwhile does
   not come back, and is not shown. */
const BACK_MS = 50;
const LEFT_MS = 60000;

export default function (part) {
  let [end, isOver] = [null, false];
  const since = Date.now();
  const show = () => {
    if (isOver) return;
    if (part.parentElement.isConnected) end = window.arcticShow(part);
    else if (Date.now() - since < LEFT_MS) setTimeout(show, BACK_MS);
  };
  if (window.arcticShow) show();
  else (window.arcticWaiting = window.arcticWaiting || []).push(show);
  return () => {
    isOver = true;
    if (typeof end === "function") end();
  };
}
