const { inspect } = require('util');
console.log(inspect(Promise.resolve(5)).includes('pending'), inspect(new Promise(() => {})).includes('pending'));
