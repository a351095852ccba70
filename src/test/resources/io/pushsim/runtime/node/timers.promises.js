const { setTimeout: sleep, setImmediate: soon, setInterval: each } = require('timers/promises');
console.log(await sleep(2, 'value'), await soon('now'), require('timers').promises === require('timers/promises'));
let count = 0;
for await (const value of each(1, 'tick')) {
  console.log(value, ++count);
  if (count === 3) break;
}
const controller = new AbortController();
const waiting = sleep(1000, null, { signal: controller.signal });
controller.abort();
try {
  await waiting;
} catch (error) {
  console.log(error.name, error.code, error.message, error.cause.name);
}
