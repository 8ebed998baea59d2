/* A part of the page: what shows it comes with the page, once for all. */
export default function (part) {
  let [end, isOver] = [null, false];
  const show = () => { if (!isOver) end = window.arcticShow(part); };
  if (window.arcticShow) show();
  else (window.arcticWaiting = window.arcticWaiting || []).push(show);
  return () => {
    isOver = true;
    if (typeof end === "function") end();
  };
}
