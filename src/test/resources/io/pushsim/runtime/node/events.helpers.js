const events = require('events');
const emitter = new events.EventEmitter();
emitter.on('x', () => {});
console.log(events.getEventListeners(emitter, 'x').length, events.listenerCount(emitter, 'x'), events.getMaxListeners(emitter));
events.setMaxListeners(5, emitter);
console.log(emitter.getMaxListeners());
function Old() { events.call(this); }
require('util').inherits(Old, events);
const old = new Old();
old.on('y', (value) => console.log('old', value));
old.emit('y', 1);
console.log(Old.super_ === events);
