const { AsyncLocalStorage } = require('async_hooks');
const storage = new AsyncLocalStorage();
const seen = {};
await storage.run('ctx', () => new Promise((resolve) => {
  process.nextTick(() => { seen.tick = storage.getStore(); });
  setImmediate(() => { seen.immediate = storage.getStore(); });
  queueMicrotask(() => { seen.microtask = storage.getStore(); });
  Promise.resolve().then(() => { seen.then = storage.getStore(); }).finally(() => { seen.finally = storage.getStore(); });
  let count = 0;
  const interval = setInterval(() => {
    seen[`interval${++count}`] = storage.getStore();
    if (count === 2) clearInterval(interval);
  }, 1);
  setTimeout((a) => { seen.timeout = [storage.getStore(), a]; resolve(); }, 15, 'arg');
}));
console.log(seen, storage.getStore());
