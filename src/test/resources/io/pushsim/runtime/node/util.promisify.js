const util = require('util');
const later = (value, callback) => setTimeout(callback, 1, value === 'bad' ? new Error('bad') : null, value, 'second');
console.log(await util.promisify(later)('good'));
await util.promisify(later)('bad').catch((error) => console.log(error.message));
later[util.promisify.custom] = (value) => Promise.resolve(`custom ${value}`);
console.log(await util.promisify(later)('x'), await util.promisify(setTimeout)(1, 'timer'), await util.promisify(setImmediate)('soon'));
try {
  util.promisify(5);
} catch (error) {
  console.log(error.code, error.message);
}
