const { inspect } = require('util');
const value = { b: [1, 2, { c: 3 }], a: 'x', n: 1234567.891, map: new Map([[1, 2]]) };
console.log(inspect(value, { compact: false }), inspect(value, { breakLength: 20 }), inspect(value, { breakLength: Infinity, compact: true }), inspect(value, { sorted: true }));
console.log(inspect(value, { numericSeparator: true }), inspect({ get x() { return { y: 1 }; }, get z() { return 5; } }, { getters: true }), inspect([1, 2, 3, 4], { maxArrayLength: 2 }), inspect(new Set([1, 2, 3]), { maxArrayLength: 1 }));
console.log(inspect({ a: 1, b: { c: {} } }, false, 0), inspect([1], { showHidden: true }), inspect(Object.defineProperty({}, 'hidden', { value: 1 }), { showHidden: true }));
