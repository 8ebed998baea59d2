/* Voyages, the reader's own track: while a file is dragged over the window, the uploader of the page covers
   all of it (track-page.css), so that the file can be dropped anywhere. What is dropped goes where it goes
   without this: into Streamlit's own uploader. */
const FILE_OVER = "file-over";
const ZONES = [".st-key-track-replace", ".st-key-track-drop"].map(
  (part) => `${part} [data-testid="stFileUploaderDropzone"]`).join(",");
const STILL_MS = 900;

function listenToFiles() {
  const page = document.documentElement;
  let wait = 0;
  const end = () => {
    clearTimeout(wait);
    page.classList.remove(FILE_OVER);
  };
  const isFile = (event) => Boolean(event.dataTransfer) && [...event.dataTransfer.types].includes("Files");
  const over = (event) => {
    if (!isFile(event) || !document.querySelector(ZONES)) return;
    event.preventDefault();
    page.classList.add(FILE_OVER);
    clearTimeout(wait);
    wait = setTimeout(end, STILL_MS);  /* nothing tells that the file was let go outside the window */
  };
  /* A file beside the uploader would take the place of the page. */
  const drop = (event) => {
    if (isFile(event) && document.querySelector(ZONES)) event.preventDefault();
    end();
  };
  ["dragenter", "dragover"].forEach((type) => window.addEventListener(type, over));
  window.addEventListener("drop", drop);
  window.addEventListener("dragend", end);
  window.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) end();
  });
}

if (!window.arcticDropping) {
  window.arcticDropping = true;
  listenToFiles();
}
