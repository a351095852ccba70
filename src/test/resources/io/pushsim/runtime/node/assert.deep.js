const assert = require('assert');
const fine = [
  [{ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 }], [new Map([[1, { x: 1 }]]), new Map([[1, { x: 1 }]])], [new Set([{ a: 1 }, 2]), new Set([2, { a: 1 }])],
  [new Date(5), new Date(5)], [/a/g, /a/g], [NaN, NaN], [Buffer.from('a'), Buffer.from('a')], [[1, , 3], [1, , 3]], [Object.create(null), Object.create(null)],
];
for (const [a, b] of fine) assert.deepStrictEqual(a, b);
const different = [[{ a: 1 }, { a: '1' }], [[1], { 0: 1 }], [-0, 0], [new Date(5), new Date(6)], [new Set([1]), new Set([2])], [{ a: undefined }, {}], [new Error('a'), new Error('b')], [Object.create(null), {}], [[1, , 3], [1, undefined, 3]]];
for (const [a, b] of different) {
  assert.notDeepStrictEqual(a, b);
  try {
    assert.deepStrictEqual(a, b);
    console.log('equal?', a, b);
  } catch (error) {
    console.log(error.code, error.operator);
  }
}
assert.deepEqual({ a: 1 }, { a: '1' });
assert.deepEqual([1, 2], ['1', '2']);
console.log(require('util').isDeepStrictEqual({ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }), require('util').isDeepStrictEqual(0, -0));
