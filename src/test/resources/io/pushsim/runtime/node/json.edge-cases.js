console.log(JSON.stringify({ d: new Date(0), u: undefined, f() {}, n: NaN, i: Infinity, s: Symbol('x'), nested: { toJSON: () => 'custom' } }), JSON.stringify([undefined, () => 1]), JSON.stringify('\u2028\ud800'), JSON.stringify({ a: [1, { b: 2 }] }, null, 2));
for (const text of ['{', '{"a":1,}', 'undefined', '']) {
  try {
    JSON.parse(text);
  } catch (error) {
    console.log(error.name);
  }
}
try {
  JSON.stringify(1n);
} catch (error) {
  console.log(error.name, error.message);
}
