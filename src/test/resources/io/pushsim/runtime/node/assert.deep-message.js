const assert = require('assert');
try {
  assert.deepStrictEqual({ a: 1, b: 2 }, { a: 1, b: 3 });
} catch (error) {
  console.log(error.message);
}
try {
  assert.deepStrictEqual([1, 2, 3], [1, 2, 4]);
} catch (error) {
  console.log(error.message);
}
