const util = require('util');
const debug = util.debuglog('snip');
debug('not shown %d', 1);
console.log(debug.enabled, typeof util.debug);
for (const attempt of [() => util.inherits(null, class {}), () => util.inherits(class {}, null), () => util.inherits(class {}, () => {}), () => util.promisify(null), () => util.callbackify(5), () => util.formatWithOptions('x', 'y')]) {
  try {
    attempt();
    console.log('fine');
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}
