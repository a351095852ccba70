const { EventEmitter } = require('events');
const emitter = new EventEmitter();
console.log(emitter);
emitter.on('a', function named() {});
emitter.on('b', () => {});
emitter.on('b', () => {});
console.log(emitter._events, emitter._eventsCount);
class Mine extends EventEmitter {}
console.log(new Mine() instanceof EventEmitter, new Mine().constructor.name);
