const { AsyncLocalStorage } = require('async_hooks');
const storage = new AsyncLocalStorage();
await (async () => {
  storage.enterWith('entered');
  await null;
  console.log(storage.getStore());
  setTimeout(() => console.log('timer', storage.getStore()), 1);
  await new Promise((resolve) => setTimeout(resolve, 30));
  storage.disable();
  console.log(storage.getStore());
})();
