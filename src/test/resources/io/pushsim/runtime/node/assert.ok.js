const assert = require('assert');
assert(true);
assert.ok(1);
for (const attempt of [() => assert.ok(0, 'zero'), () => assert(null, new TypeError('own')), () => assert.ok(), () => assert.fail(), () => assert.fail('boom')]) {
  try {
    attempt();
  } catch (error) {
    console.log(error.name, error.code, error.message, error.generatedMessage, error.actual, error.expected, error.operator);
  }
}
