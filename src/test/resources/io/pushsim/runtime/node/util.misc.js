const util = require('util');
console.log(util.stripVTControlCharacters('\u001b[31mred\u001b[39m'), util.toUSVString('a\ud800'), util.isArray([]), util.inspect.custom, util.types === require('util/types'));
console.log(JSON.stringify(util.styleText('red', 'x')), util.TextDecoder === TextDecoder, util.getSystemErrorName(-2));
const f = util.deprecate(function sum(a, b) { return a + b; }, 'old');
console.log(f(1, 2));
await util.aborted(AbortSignal.abort(), {});
class A {}
class B {}
util.inherits(B, A);
console.log(new B() instanceof A, B.super_.name);
