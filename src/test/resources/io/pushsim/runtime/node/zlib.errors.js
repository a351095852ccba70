const zlib = require('zlib');
const good = zlib.gzipSync('some text to cut off');
const flipped = Buffer.from(good);
flipped[flipped.length - 7] ^= 1;
for (const attempt of [() => zlib.gunzipSync('not gzip at all, really'), () => zlib.inflateSync(Buffer.from('garbage')), () => zlib.gunzipSync(good.subarray(0, 15)), () => zlib.gunzipSync(good.subarray(0, good.length - 4)), () => zlib.gunzipSync(flipped), () => zlib.inflateRawSync(Buffer.from([0xff, 0xff])),
  () => zlib.gzipSync(5), () => zlib.gzipSync('x', { level: 99 }), () => zlib.gunzipSync(zlib.gzipSync('x'.repeat(1000)), { maxOutputLength: 10 }), () => zlib.gzip('x')]) {
  try {
    attempt();
    console.log('fine');
  } catch (error) {
    console.log(error.name, error.code, error.errno, error.message);
  }
}
console.log(zlib.gunzipSync(good.subarray(0, 25), { finishFlush: zlib.constants.Z_SYNC_FLUSH }).toString().length > 0);
await new Promise((resolve) => zlib.gunzip(Buffer.from('bad'), (error) => resolve(console.log(error.code, error.message))));
