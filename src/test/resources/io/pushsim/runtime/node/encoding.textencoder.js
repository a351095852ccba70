const encoder = new TextEncoder();
console.log(encoder.encoding, encoder.encode('aé€😀'), encoder.encode(), encoder.encode('\ud800'));
const target = new Uint8Array(4);
console.log(encoder.encodeInto('é€x', target), target, Object.prototype.toString.call(encoder));
