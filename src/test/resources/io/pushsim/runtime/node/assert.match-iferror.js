const assert = require('assert');
assert.match('abc', /b/);
assert.doesNotMatch('abc', /x/);
assert.ifError(null);
for (const attempt of [() => assert.match('abc', /x/), () => assert.doesNotMatch('abc', /a/), () => assert.ifError(new Error('given')), () => assert.match('a', 'b')]) {
  try {
    attempt();
  } catch (error) {
    console.log(error.code, error.message);
  }
}
