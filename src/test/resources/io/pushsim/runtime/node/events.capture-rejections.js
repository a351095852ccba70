const { EventEmitter, captureRejectionSymbol } = require('events');
const emitter = new EventEmitter({ captureRejections: true });
emitter.on('x', async () => { throw new Error('async'); });
const error = await new Promise((resolve) => { emitter.on('error', resolve); emitter.emit('x'); });
console.log(error.message, captureRejectionSymbol);
