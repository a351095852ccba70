const { Readable } = require('stream');
const order = [];
const readable = new Readable({ read() { order.push('read'); this.push(order.length > 4 ? null : 'x'); } });
readable.on('data', () => order.push('data')).on('end', () => order.push('end')).on('close', () => order.push('close')).on('resume', () => order.push('resume'));
order.push('sync');
await new Promise((resolve) => readable.on('close', resolve));
console.log(order);
