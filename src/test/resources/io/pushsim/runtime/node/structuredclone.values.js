const original = { date: new Date(0), map: new Map([['k', { v: 1 }]]), set: new Set([1]), re: /x/gi, bytes: new Uint8Array([1, 2]), nested: [1, [2]], error: new RangeError('r') };
original.self = original;
const copy = structuredClone(original);
console.log(copy.date, copy.map, copy.set, copy.re, copy.bytes, copy.nested, copy.self === copy, copy.error.name, copy.error.message, copy.map !== original.map);
try {
  structuredClone({ f() {} });
} catch (error) {
  console.log(error.name, error.code, error.constructor.name);
}
