const { format } = require('util');
console.log(format('%s is %d years and %i, %f', 'Bob', 42, 42.9, '3.14'), format('%o', { f() {} }).includes('[Function'), format({ a: 1 }, [2], 'text', 5n, null));
console.log(format('%s', ['a', { b: 1 }]), format('%s', new (class Foo { constructor() { this.x = 1; } })()), format('%s', Object.create(null)), format('%d', '12abc'), format('%j', JSON), format('%%%s%%', 'x'), format('%s'), format());
const circular = {};
circular.self = circular;
console.log(format('%j', circular), format('%s', circular));
