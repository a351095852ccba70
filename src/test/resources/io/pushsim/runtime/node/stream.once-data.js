const { Readable } = require('stream');
const stream = Readable.from(['a', 'b']);
stream.once('data', (chunk) => console.log('data', chunk));
stream.once('end', () => console.log('end'));
await new Promise((resolve) => setTimeout(resolve, 10));
console.log(stream.readableFlowing, stream.listenerCount('data'));
