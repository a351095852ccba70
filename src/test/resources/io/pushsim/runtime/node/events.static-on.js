const { EventEmitter, on } = require('events');
const emitter = new EventEmitter();
setTimeout(() => { for (let i = 0; i < 3; i++) emitter.emit('n', i, 'x'); }, 1);
for await (const values of on(emitter, 'n')) {
  console.log(values);
  if (values[0] === 2) break;
}
console.log(emitter.listenerCount('n'));
setTimeout(() => emitter.emit('error', new Error('stop')), 1);
try {
  for await (const values of on(emitter, 'n')) console.log(values);
} catch (error) {
  console.log(error.message);
}
