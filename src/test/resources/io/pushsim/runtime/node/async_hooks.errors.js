const { AsyncLocalStorage } = require('async_hooks');
const storage = new AsyncLocalStorage();
try {
  storage.run(1, () => { throw new Error('inside'); });
} catch (error) {
  console.log(error.message, storage.getStore());
}
await storage.run('r', async () => { await null; throw new Error('later'); }).catch((error) => console.log(error.message, storage.getStore()));
