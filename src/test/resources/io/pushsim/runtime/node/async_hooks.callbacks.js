const { AsyncLocalStorage } = require('async_hooks');
const storage = new AsyncLocalStorage();
const seen = {};
await storage.run('ctx', () => Promise.all([
  new Promise((resolve) => process.nextTick(() => { seen.tick = storage.getStore(); resolve(); })),
  new Promise((resolve) => setImmediate(() => { seen.immediate = storage.getStore(); resolve(); })),
  new Promise((resolve) => queueMicrotask(() => { seen.microtask = storage.getStore(); resolve(); })),
  Promise.resolve().then(() => { seen.then = storage.getStore(); }).finally(() => { seen.finally = storage.getStore(); }),
  new Promise((resolve) => setTimeout((value) => { seen.timeout = [storage.getStore(), value]; resolve(); }, 2, 'arg')),
  new Promise((resolve) => {
    let count = 0;
    const interval = setInterval(() => {
      seen[`interval${++count}`] = storage.getStore();
      if (count === 2) {
        clearInterval(interval);
        resolve();
      }
    }, 1);
  }),
]));
console.log(Object.entries(seen).sort(), storage.getStore());
