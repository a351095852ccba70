// Calls a handler again and again, as Lambda's runtime does: each time with an event of its own, read from JSON, and
// its answer is written as JSON. Prints the calls of each second.
// node node-loop.js HANDLER EVENT SECONDS
'use strict';
const fs = require('fs');
const path = require('path');

const [, , file, eventFile, seconds] = process.argv;
const text = fs.readFileSync(eventFile, 'utf8');
const write = process.stdout.write.bind(process.stdout);
let logged = 0;
process.stdout.write = (chunk) => {
  logged += chunk.length;
  return true;
};
const { handler } = require(path.resolve(file));

function call() {
  const event = JSON.parse(text);
  return new Promise((resolve, reject) => {
    const result = handler(event, {}, (error, value) => (error ? reject(error) : resolve(value)));
    if (result && typeof result.then === 'function') {
      result.then(resolve, reject);
    }
  });
}

(async () => {
  for (let second = 0; second < Number(seconds); second++) {
    const end = process.hrtime.bigint() + 1_000_000_000n;
    let calls = 0;
    while (process.hrtime.bigint() < end) {
      for (let i = 0; i < 100; i++) {
        JSON.stringify(await call());
      }
      calls += 100;
    }
    write(`${calls}\n`);
  }
})();
