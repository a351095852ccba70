const { StringDecoder } = require('string_decoder');
const decoder = new StringDecoder('utf8');
console.log([decoder.write(Buffer.from([0xe2])), decoder.write(Buffer.from([0x82])), decoder.write(Buffer.from([0xac, 0x61])), decoder.end(Buffer.from([0xc3]))]);
const base = new StringDecoder('base64');
console.log([base.write(Buffer.from('a')), base.write(Buffer.from('bcd')), base.end()]);
const wide = new StringDecoder('utf16le');
console.log([wide.write(Buffer.from([0x61])), wide.write(Buffer.from([0x00, 0x3d, 0xd8])), wide.end(Buffer.from([0x4d, 0xdc]))]);
console.log([new StringDecoder('hex').write(Buffer.from('hi')), new StringDecoder('latin1').write(Buffer.from([0xe9]))]);
