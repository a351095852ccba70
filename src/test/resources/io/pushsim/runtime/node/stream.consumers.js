const { text, json, buffer, arrayBuffer } = require('stream/consumers');
const { Readable } = require('stream');
console.log(await text(Readable.from(['a', 'ä'])), await json(Readable.from(['{"a":', '1}'])), await buffer(Readable.from(['x'])), await arrayBuffer(Readable.from([Buffer.from('y')])));
