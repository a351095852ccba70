const zlib = require('zlib');
const { Readable } = require('stream');
const { pipeline } = require('stream/promises');
const parts = [];
await pipeline(Readable.from(['abc', 'def']), zlib.createGzip(), zlib.createGunzip(), async (source) => { for await (const chunk of source) parts.push(chunk.toString()); });
console.log(parts.join(''));
const bad = zlib.createGunzip();
bad.end('not gzip at all, really');
console.log(await new Promise((resolve) => bad.on('error', (error) => resolve([error.code, error.message]))), zlib.createDeflate() instanceof zlib.Deflate);
