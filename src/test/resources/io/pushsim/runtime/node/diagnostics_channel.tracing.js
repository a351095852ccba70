const { channel, tracingChannel } = require('diagnostics_channel');
const tracing = tracingChannel('calls');
const events = ['start', 'end', 'asyncStart', 'asyncEnd', 'error'];
const seen = [];
const handlers = Object.fromEntries(events.map((name) => [name, (message) => seen.push([name, message.id, message.result, message.error?.message])]));
console.log(tracing.start === channel('tracing:calls:start'), tracing.start.name);
console.log(tracing.traceSync((a, b) => a + b, { id: 0 }, null, 1, 2));
tracing.subscribe(handlers);
console.log(tracing.traceSync(function (a) { return [this.x, a]; }, { id: 1 }, { x: 'this' }, 1));
try {
  tracing.traceSync(() => { throw new Error('thrown'); }, { id: 2 });
} catch (error) {
  console.log(error.message);
}
console.log(await tracing.tracePromise(async (a) => a * 2, { id: 3 }, null, 4));
await tracing.tracePromise(async () => { throw new Error('rejected'); }, { id: 4 }).catch((error) => console.log(error.message));
await new Promise((resolve) => tracing.traceCallback((value, done) => setImmediate(done, null, value), -1, { id: 5 }, null, 'v', (error, value) => resolve(console.log(error, value))));
await new Promise((resolve) => tracing.traceCallback((done) => setImmediate(done, new Error('called back')), 0, { id: 6 }, null, (error) => resolve(console.log(error.message))));
try {
  tracing.traceCallback(() => {}, 0, {}, null, 7);
} catch (error) {
  console.log(error.code, error.message);
}
console.log(tracing.unsubscribe(handlers), tracing.unsubscribe(handlers));
tracing.traceSync(() => {}, { id: 7 });
seen.forEach((each) => console.log(...each));
const chosen = tracingChannel({ start: channel('s'), end: channel('e'), asyncStart: channel('as'), asyncEnd: channel('ae'), error: channel('er') });
console.log(chosen.end.name);
