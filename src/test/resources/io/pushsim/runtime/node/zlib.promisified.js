const zlib = require('zlib');
const { promisify } = require('util');
const packed = await promisify(zlib.gzip)('text', { level: 9 });
console.log((await promisify(zlib.gunzip)(packed)).toString(), zlib.constants.Z_BEST_COMPRESSION, zlib.codes.Z_DATA_ERROR, zlib.codes[-3]);
console.log(zlib.gunzipSync(Buffer.concat([zlib.gzipSync('one '), zlib.gzipSync('two')])).toString(), zlib.gunzipSync(new Uint8Array(zlib.gzipSync('view'))).toString());
