console.log(AbortSignal.abort('why').reason, AbortSignal.abort().reason.message);
const signal = AbortSignal.timeout(5);
await new Promise((resolve) => { signal.addEventListener('abort', resolve); setTimeout(() => {}, 20); });
console.log(signal.reason.name, signal.reason.message, signal.reason.code);
const controller = new AbortController();
const any = AbortSignal.any([new AbortController().signal, controller.signal]);
controller.abort(new Error('mine'));
console.log(any.aborted, any.reason.message);
try {
  new AbortSignal();
} catch (error) {
  console.log(error.name, error.code, error.message);
}
