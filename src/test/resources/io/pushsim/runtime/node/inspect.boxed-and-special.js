console.log([new String('s'), new Number(-0), new Boolean(false), Object(5n), Object(Symbol('q')), new Date(0), new Date(NaN), /re/gi, -0, 0, NaN, Infinity, 10n]);
console.log([function () {}, function named() {}, class {}, class A extends Map {}, async () => {}, function* gen() {}, async function* ag() {}, Math.max, Symbol, JSON, Math, globalThis.Atomics]);
(function () { console.log(arguments); })(1, 'a');
console.log([new ArrayBuffer(3), new Uint8Array([1, 2]), new Float64Array([1.5, -0]), new BigInt64Array([1n]), new DataView(new ArrayBuffer(2), 1), (function* () {})()]);
