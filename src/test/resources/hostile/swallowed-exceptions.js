//! times out
//! answers null
process.removeAllListeners('uncaughtException');
process.on('uncaughtException', () => setImmediate(() => { throw new Error('again'); }));
exports.handler = () => { setImmediate(() => { throw new Error('first'); }); };
