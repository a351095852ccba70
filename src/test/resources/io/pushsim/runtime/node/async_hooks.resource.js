const { AsyncLocalStorage, AsyncResource } = require('async_hooks');
const storage = new AsyncLocalStorage();
const resource = storage.run('made here', () => new AsyncResource('Mine'));
console.log(resource.runInAsyncScope((a, b) => [storage.getStore(), a + b], null, 1, 2), typeof resource.asyncId());
const bound = storage.run('bound', () => AsyncResource.bind((x) => [storage.getStore(), x]));
console.log(bound(5), storage.getStore());
const snapshot = storage.run('snap', () => AsyncLocalStorage.snapshot());
console.log(storage.run('other', () => snapshot(() => storage.getStore())));
const fn = storage.run('b2', () => AsyncLocalStorage.bind(() => storage.getStore()));
console.log(fn());
try {
  new AsyncResource();
} catch (error) {
  console.log(error.code, error.message);
}
