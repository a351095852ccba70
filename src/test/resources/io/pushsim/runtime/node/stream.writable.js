const { Writable } = require('stream');
const written = [];
const writable = new Writable({ highWaterMark: 3, write(chunk, encoding, callback) { written.push([chunk.toString(), encoding]); setImmediate(callback); }, final(callback) { written.push('final'); callback(); } });
console.log(writable.write('ab'), writable.write('cd'), writable.writableLength, writable.writableNeedDrain);
await new Promise((resolve) => writable.once('drain', resolve));
writable.end('end');
await new Promise((resolve) => writable.on('finish', resolve));
console.log(written, writable.writableFinished);
