const controller = new AbortController();
const { signal } = controller;
console.log(signal.aborted, signal.reason, controller, signal);
signal.onabort = (event) => console.log('onabort', event.type);
signal.addEventListener('abort', () => console.log('listener', signal.aborted), { once: true });
controller.abort();
controller.abort('again');
console.log(signal.aborted, signal.reason.name, signal.reason.message, signal.reason.code, signal.reason instanceof DOMException);
try {
  signal.throwIfAborted();
} catch (error) {
  console.log(error === signal.reason);
}
