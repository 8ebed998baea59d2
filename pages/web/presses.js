/* Carries what a reader does to the server, and what the server has selected to the page. */
export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  page.add(parentElement, (press) => setTriggerValue("press", press));
  page.told(data);
}
