const querystring = require('querystring');
console.log(querystring.stringify({ foo: 'bar', baz: ['qux', 'quux'], corge: '', n: 5, b: true, nan: NaN, u: undefined, o: {}, big: 10n }));
console.log(querystring.stringify({ a: 1, b: 'x y' }, ';', ':'), querystring.stringify('text'), querystring.encode({ ü: '€!\'()*~' }));
try {
  querystring.stringify({ a: '\ud800' });
} catch (error) {
  console.log(error.name, error.code, error.message);
}
