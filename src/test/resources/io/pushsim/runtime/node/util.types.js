const { types } = require('util');
const values = { date: new Date(), regexp: /x/, map: new Map(), set: new Set(), promise: Promise.resolve(), error: new Error(), buffer: Buffer.alloc(1), array: new Uint16Array(1), memory: new ArrayBuffer(1), view: new DataView(new ArrayBuffer(1)), async: async () => {}, generator: function* () {}, made: (function* () {})(), box: new String('x'), weak: new WeakMap(), args: (function () { return arguments; })(), iterator: new Map().keys(), proxyless: {} };
for (const [name, value] of Object.entries(values)) {
  console.log(name, Object.keys(types).filter((each) => !/^is(Proxy|External|KeyObject|CryptoKey|EventTarget)$/.test(each)).filter((each) => types[each](value)).sort().join());
}
