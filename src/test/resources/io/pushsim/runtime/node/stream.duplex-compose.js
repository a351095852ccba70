const { Duplex, PassThrough, compose, addAbortSignal, Readable } = require('stream');
const duplex = new Duplex({ read() { this.push('out'); this.push(null); }, write(chunk, _, callback) { console.log('in', chunk.toString()); callback(); } });
duplex.end('x');
for await (const chunk of duplex) console.log(chunk.toString());
const controller = new AbortController();
const slow = addAbortSignal(controller.signal, new Readable({ read() {} }));
setTimeout(() => controller.abort(), 1);
try {
  for await (const chunk of slow) console.log(chunk);
} catch (error) {
  console.log(error.name, error.code, error.message);
}
console.log(new PassThrough() instanceof Duplex, require('stream').Stream === require('stream'), Readable.prototype instanceof require('events'));
