const assert = require('assert');
await assert.rejects(Promise.reject(new Error('no')), /no/);
await assert.rejects(async () => { throw new RangeError('r'); }, RangeError);
await assert.doesNotReject(Promise.resolve(1));
for (const attempt of [() => assert.rejects(Promise.resolve(1)), () => assert.rejects(() => 5), () => assert.doesNotReject(Promise.reject(new Error('bad')))]) {
  await attempt().catch((error) => console.log(error.name, error.code, error.message));
}
