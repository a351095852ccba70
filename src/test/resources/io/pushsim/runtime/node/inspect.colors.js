const { inspect } = require('util');
console.log(JSON.stringify(inspect({ s: 'x', n: 1, b: true, u: undefined, l: null, sym: Symbol('q'), d: new Date(0), r: /x/, f() {}, 'k-k': 1n, [Symbol('z')]: [1, , 2], deep: { a: { b: { c: 1 } } } }, { colors: true })));
console.log(JSON.stringify(inspect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], { colors: true })), inspect.colors.red, inspect.styles.number);
