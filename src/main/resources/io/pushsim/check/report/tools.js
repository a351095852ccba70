
// What the parts of a check's page share: the data, and ways to search and to make elements.
const MOST_TERMS = 30;
const CHUNK = 4;
const data = JSON.parse(document.getElementById("matrix-data").textContent);
const relations = data.relations;
const WORKS = 0, DEAD = 1, UNKNOWN = 2, OPEN = 3, ALLOWED = 4, DENIED = 5;
const VERDICT_ALLOWED = 0, VERDICT_DENIED = 1;

function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

const number = (value) => String(value).replace(/\B(?=(\d{3})+$)/g, ",");
const terms = (query) => query.toLowerCase().split(/\s+/).filter((term) => term).slice(0, MOST_TERMS);
const masks = (texts, wanted) => Uint32Array.from(texts, (text) => wanted.reduce(
  (mask, term, i) => (text.includes(term) ? mask | (1 << i) : mask), 0));

// What the page shows stands behind the # of its address, so that one can link to it.
const view = {
  read: () => new URLSearchParams(location.hash.slice(1)),
  write(changes) {
    const parameters = this.read();
    for (const [name, value] of Object.entries(changes)) {
      if (value) {
        parameters.set(name, value);
      } else {
        parameters.delete(name);
      }
    }
    for (const name of [...parameters.keys()].filter((key) => !parameters.get(key))) {
      parameters.delete(name);
    }
    history.replaceState(null, "", "#" + parameters);
  },
};
