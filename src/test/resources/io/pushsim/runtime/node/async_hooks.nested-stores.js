const { AsyncLocalStorage } = require('async_hooks');
const one = new AsyncLocalStorage();
const two = new AsyncLocalStorage();
await one.run({ id: 1 }, () => two.run('two', async () => {
  await new Promise(setImmediate);
  console.log(one.getStore(), two.getStore());
  one.getStore().id = 2;
  await Promise.all([1, 2].map((n) => two.run(n, async () => { await null; console.log(n, two.getStore(), one.getStore().id); })));
}));
console.log(one.getStore(), two.getStore(), one.run(7, (a, b) => [a, b, one.getStore()], 'a', 'b'));
