const { createRequire, builtinModules, isBuiltin } = require('module');
console.log(createRequire('/tmp/x.js')('path') === require('path'), builtinModules.includes('fs'), isBuiltin('node:fs'), isBuiltin('nope'), createRequire('file:///tmp/x.js').resolve('os'));
try {
  createRequire('relative');
} catch (error) {
  console.log(error.code, error.message);
}
