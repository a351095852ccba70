const { EventEmitter } = require('events');
const emitter = new EventEmitter();
emitter.on('newListener', (name, listener) => console.log('new', name, typeof listener));
emitter.on('removeListener', (name) => console.log('removed', name));
const listener = () => {};
emitter.once('x', listener);
emitter.off('x', listener);
emitter.on('y', listener).removeAllListeners('y');
