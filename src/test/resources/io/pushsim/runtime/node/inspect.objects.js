const { inspect } = require('util');
class Point { constructor() { this.x = 1; } get y() { return 2; } }
console.log(new Point(), { a: 1, 'b-c': 'x', 3: 4, [Symbol('s')]: 5 }, Object.create(null), Object.create({ inherited: 1 }), new (class extends Point {})());
console.log({ get a() { return 1; }, set b(v) {}, get c() { return 1; }, set c(v) {} }, { f() {}, g: () => {}, h: class Named {}, async i() {}, *j() {} });
console.log({ a: { b: { c: { d: 1 } } } }, inspect({ a: { b: { c: { d: 1 } } } }, { depth: null }), inspect({ a: { b: 1 } }, { depth: 0 }));
console.log(Object.assign(function named() {}, { prop: 1 }), Object.assign(() => {}, {}), { __proto__: { constructor: undefined } });
