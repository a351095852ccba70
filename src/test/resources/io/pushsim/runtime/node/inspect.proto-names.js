function Old() { this.a = 1; }
class Sub extends Array {}
class MySet extends Set {}
class Err extends TypeError {}
console.log(new Old(), Sub.from([1, 2]), new MySet([1]), Object.create(Old.prototype), Object.create({ constructor: { name: 'Fake' } }), new (class { [Symbol.toStringTag] = 'Tag'; })(), { [Symbol.toStringTag]: 'T', a: 1 });
class Tagged { get [Symbol.toStringTag]() { return 'Label'; } }
console.log(new Tagged(), Object.setPrototypeOf([1], null), Object.setPrototypeOf(new Map([[1, 2]]), null), new (class extends Uint8Array {})(2));
