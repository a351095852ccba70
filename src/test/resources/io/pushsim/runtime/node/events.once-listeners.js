const { EventEmitter } = require('events');
const emitter = new EventEmitter();
function listener() { console.log('called', this === emitter, arguments.length); }
emitter.once('x', listener);
console.log(emitter.rawListeners('x')[0] === listener, emitter.rawListeners('x')[0].listener === listener, emitter.listeners('x')[0] === listener);
emitter.emit('x', 1, 2);
emitter.emit('x');
emitter.on('r', function remove() { emitter.off('r', remove); console.log('r1'); });
emitter.on('r', () => console.log('r2'));
emitter.emit('r');
emitter.emit('r');
