const { EventEmitter } = require('events');
const emitter = new EventEmitter();
for (const attempt of [() => emitter.emit('error', new TypeError('mine')), () => emitter.emit('error', 'text'), () => emitter.emit('error'), () => emitter.on('x', 5), () => emitter.setMaxListeners(-1)]) {
  try {
    attempt();
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}
emitter.on(EventEmitter.errorMonitor, (error) => console.log('monitor', error.message));
emitter.on('error', (error) => console.log('handled', error.message));
emitter.emit('error', new Error('e'));
