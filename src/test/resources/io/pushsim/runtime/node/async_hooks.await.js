const { AsyncLocalStorage } = require('async_hooks');
const storage = new AsyncLocalStorage();
console.log(storage.getStore());
async function deep() {
  await null;
  await new Promise((resolve) => setTimeout(resolve, 1));
  return storage.getStore();
}
console.log(await Promise.all([storage.run('a', deep), storage.run('b', deep), deep()]));
console.log(storage.run(1, () => [storage.getStore(), storage.run(2, () => storage.getStore()), storage.exit(() => storage.getStore()), storage.getStore()]), storage.getStore());
