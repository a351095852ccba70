const assert = require('assert/strict');
console.log(assert === require('assert').strict, assert.equal === assert.strictEqual, assert.strict === assert);
try {
  assert.equal(1, '1');
} catch (error) {
  console.log(error.message);
}
const error = new assert.AssertionError({ actual: 1, expected: 2, operator: 'strictEqual' });
console.log(error.message, error.name, error.code, String(error).split('\n')[0]);
