const assert = require('assert');
for (const attempt of [() => assert.equal(1, '1'), () => assert.equal(1, 2), () => assert.notEqual(1, 1), () => assert.strictEqual(1, 2), () => assert.equal('a', 'b', 'own message'),
  () => assert.strictEqual(NaN, NaN), () => assert.notStrictEqual(1, 1), () => assert.strictEqual(1), () => assert.strictEqual('hello', 'hellp')]) {
  try {
    attempt();
    console.log('fine');
  } catch (error) {
    console.log(error.name, error.code, error.operator, error.generatedMessage, JSON.stringify(error.message));
  }
}
