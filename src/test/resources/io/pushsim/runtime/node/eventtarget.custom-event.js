const event = new CustomEvent('mine', { detail: { a: 1 } });
console.log(event.detail, event.type, event instanceof Event, event.defaultPrevented, event.bubbles, Object.prototype.toString.call(event));
for (const attempt of [() => new Event(), () => new EventTarget().addEventListener('x'), () => new EventTarget().dispatchEvent({}), () => new EventTarget().addEventListener('x', 5)]) {
  try {
    attempt();
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}
console.log(new EventTarget());
