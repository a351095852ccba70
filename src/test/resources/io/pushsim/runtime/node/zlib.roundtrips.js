const zlib = require('zlib');
const text = 'hello hello hello '.repeat(50);
for (const [pack, unpack] of [['gzip', 'gunzip'], ['deflate', 'inflate'], ['deflateRaw', 'inflateRaw'], ['gzip', 'unzip'], ['deflate', 'unzip']]) {
  const packed = zlib[`${pack}Sync`](text);
  console.log(pack, packed.length < 100, zlib[`${unpack}Sync`](packed).toString() === text, await new Promise((resolve, reject) => zlib[pack](text, (error, data) => zlib[unpack](data, (failed, back) => (failed ? reject(failed) : resolve(back.toString() === text))))));
}
console.log(zlib.gunzipSync(Buffer.from('H4sIAAAAAAAAA8tIzcnJBwCGphA2BQAAAA==', 'base64')).toString(), zlib.inflateSync(Buffer.from('eJzLSM3JyQcABiwCFQ==', 'base64')).toString());
console.log(zlib.gzipSync('hello').toString('hex'), zlib.deflateSync('hello').toString('hex'), zlib.deflateRawSync('', { level: 9 }).toString('hex'), zlib.deflateSync(Buffer.alloc(20), { level: 0 }).length);
