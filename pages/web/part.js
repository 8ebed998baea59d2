/* A part of the page: what shows it comes with the page, once for all; a part of a page that was left
   meanwhile is not shown. */
export default function (part) {
  let [end, isOver] = [null, false];
  const show = () => {
    if (!isOver && part.parentElement.isConnected) end = window.arcticShow(part);
  };
  if (window.arcticShow) show();
  else (window.arcticWaiting = window.arcticWaiting || []).push(show);
  return () => {
    isOver = true;
    if (typeof end === "function") end();
  };
}
