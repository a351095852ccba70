const { inspect } = require('util');
class Money { constructor(v) { this.v = v; } [inspect.custom](depth, options, given) { return `Money<${this.v} ${depth} ${typeof options.stylize} ${given === inspect}>`; } }
console.log(new Money(5), [new Money(6)], { a: { b: new Money(7) } });
console.log({ [inspect.custom]() { return { replaced: true }; } }, inspect(new Money(1), { customInspect: false }), { x: { [inspect.custom]: () => 'two\nlines' } });
