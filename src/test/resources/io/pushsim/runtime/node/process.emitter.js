const heard = [];
const listener = (value) => heard.push(value);
process.on('snip', listener);
process.once('snip', () => heard.push('once'));
console.log(process.emit('snip', 1), process.emit('snip', 2), heard, process.listenerCount('snip'));
process.off('snip', listener);
console.log(process.emit('snip', 3), require('events').prototype.isPrototypeOf(process));
