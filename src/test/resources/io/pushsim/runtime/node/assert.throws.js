const assert = require('assert');
const thrower = () => { throw Object.assign(new TypeError('bad value'), { code: 'E_BAD' }); };
assert.throws(thrower);
assert.throws(thrower, TypeError);
assert.throws(thrower, /bad/);
assert.throws(thrower, { name: 'TypeError', message: 'bad value', code: 'E_BAD' });
assert.throws(thrower, { message: /value$/ });
assert.throws(thrower, (error) => error.code === 'E_BAD');
for (const attempt of [() => assert.throws(() => {}), () => assert.throws(() => {}, TypeError, 'note'), () => assert.throws(thrower, RangeError), () => assert.throws(thrower, /other/), () => assert.throws('x'),
  () => assert.doesNotThrow(thrower, 'none please'), () => assert.throws(thrower, () => false)]) {
  try {
    attempt();
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}
