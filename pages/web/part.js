/* A part of the page: what shows it comes with the page, once for all. */
export default function (part) {
  if (window.arcticShow) window.arcticShow(part);
  else (window.arcticWaiting = window.arcticWaiting || []).push(part);
}
