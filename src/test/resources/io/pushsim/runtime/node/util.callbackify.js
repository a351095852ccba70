const util = require('util');
await new Promise((resolve) => util.callbackify(async (a) => a + 1)(1, (error, value) => resolve(console.log(error, value))));
await new Promise((resolve) => util.callbackify(async () => { throw new Error('no'); })((error) => resolve(console.log(error.message))));
await new Promise((resolve) => util.callbackify(() => Promise.reject(null))((error) => resolve(console.log(error.code, error.message, error.reason))));
