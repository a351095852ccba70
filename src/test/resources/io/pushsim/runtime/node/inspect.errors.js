const { inspect } = require('util');
const first = (text) => text.split('\n').filter((line) => !/^\s+at /.test(line)).join('\n');
console.log(first(inspect(new Error('plain'))), first(inspect(Object.assign(new TypeError('with props'), { code: 'E_X', detail: { a: 1 } }))));
console.log(first(inspect(new Error('outer', { cause: new RangeError('inner') }))), first(inspect(new AggregateError([new Error('one')], 'many'))));
class Custom extends Error { constructor(message) { super(message); this.name = 'Custom'; } }
class Unnamed extends Error {}
console.log(first(inspect(new Custom('c'))), first(inspect(new Unnamed('u'))), first(inspect(new Error(''))));
const stackless = new Error('no stack');
stackless.stack = undefined;
console.log(inspect(stackless), inspect(Object.assign(new Error('x'), { stack: 'own stack' })), first(inspect({ error: new Error('nested') })));
