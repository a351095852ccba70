const util = require('util');
console.log(util.formatWithOptions({ compact: true, depth: 0 }, 'v: %O', { a: { b: 1 } }), JSON.stringify(util.formatWithOptions({ colors: true }, '%O %s', { a: 1 }, 'x')));
