//! fails "errorType":"Runtime.UnhandledPromiseRejection"
//! times out
//! answers null
process.removeAllListeners('unhandledRejection');
process.on('unhandledRejection', () => { Promise.reject(new Error('again')); });
exports.handler = () => { Promise.reject(new Error('first')); };
