const { AsyncLocalStorage } = require('async_hooks');
const { EventEmitter } = require('events');
const storage = new AsyncLocalStorage();
const emitter = new EventEmitter();
storage.run('at on', () => emitter.on('x', () => console.log(storage.getStore())));
storage.run('at emit', () => emitter.emit('x'));
await storage.run('iter', async () => {
  async function* numbers() {
    yield storage.getStore();
    await null;
    yield storage.getStore();
  }
  for await (const each of numbers()) console.log(each);
});
