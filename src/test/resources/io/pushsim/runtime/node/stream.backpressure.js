const { Readable, Writable } = require('stream');
let produced = 0;
const source = new Readable({ highWaterMark: 4, read() { produced += 1; this.push(produced > 6 ? null : 'xx'); } });
const sizes = [];
const sink = new Writable({ highWaterMark: 2, write(chunk, _, callback) { sizes.push(chunk.length); setImmediate(callback); } });
source.pipe(sink);
await new Promise((resolve) => sink.on('finish', resolve));
console.log(sizes, produced);
