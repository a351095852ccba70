const { Readable, Writable, finished } = require('stream');
const order = [];
const readable = new Readable({ read() {} });
readable.on('error', (error) => order.push(`error ${error.message}`)).on('close', () => order.push('close'));
readable.destroy(new Error('boom'));
await new Promise((resolve) => finished(readable, (error) => { order.push(`finished ${error.message}`); resolve(); }));
console.log(order, readable.destroyed, readable.errored?.message);
const writable = new Writable({ write(chunk, encoding, callback) { callback(); } });
writable.on('error', (error) => console.log(error.name, error.code, error.message));
writable.end();
writable.write('late');
await new Promise(setImmediate);
for (const attempt of [() => new Writable().write(null), () => new Readable({ read() {} }).on('error', (error) => console.log('event', error.code)).push(5)]) {
  try {
    attempt();
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}
await new Promise(setImmediate);
