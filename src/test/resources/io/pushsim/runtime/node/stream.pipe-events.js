const { Readable, Writable } = require('stream');
const order = [];
const sink = new Writable({ write(chunk, _, callback) { order.push(`write ${chunk}`); callback(); } });
sink.on('pipe', () => order.push('pipe')).on('unpipe', () => order.push('unpipe')).on('finish', () => order.push('finish')).on('close', () => order.push('close'));
const source = Readable.from(['1', '2']);
source.on('end', () => order.push('end'));
source.pipe(sink);
await new Promise((resolve) => sink.on('close', resolve));
console.log(order);
