const util = require('util');
console.log(util.format('%s %d %i %f %j %o %O %c %%', 'a', 42.5, 42.9, '1.5', { a: 1 }, [1], { b: { c: {} } }, 'css'));
console.log(util.format('%s', null, undefined, 5n, Symbol('s'), -0), util.format('%d', '0x10', 5n, {}), util.format('no args %s %d'), util.format('%s', () => 1), util.format('%s', class A {}));
console.log(util.format('a', 'b', { c: 1 }), util.format(1, 2, '3'), util.format('%s', { toString() { return 'own'; } }), util.format('%s', { a: { b: { c: 1 } } }), util.format('%s', new Error('msg').message));
console.log(util.format('%i', 'abc'), util.format('%f', 'x'), util.format('100%'), util.format('%x', 1), util.format('%s%', 1), util.format('%j', { get a() { return 1; } }), util.format('%s', [1, [2, [3]]]), util.format('%s', new Date(0)));
