const said = (attempt) => {
  try {
    console.log(attempt());
  } catch (error) {
    console.log(error.name, error.message);
  }
};
for (const init of ['x', [['a']], [[1, 2, 3]], { 'a b': 1 }, { a: '\u0100' }, { a: 'x\ny' }, null, { a: 1, B: [2, 3], 'set-cookie': 'x' }, new Map([['m', ' x ']])]) {
  said(() => new Headers(init));
}
said(() => new Headers().append('a'));
said(() => new Headers().get());
said(() => new Headers().get('a b'));
said(() => new Headers({ a: 1 }).forEach(5));
const headers = new Headers({ z: '1', A: '2' });
headers.append('a', '3');
headers.append('Set-Cookie', 'b');
headers.append('set-cookie', 'c');
headers.set('Z', '4');
console.log([...headers], headers.get('A'), headers.has('absent'), headers.get('absent'), headers.getSetCookie(), [...headers.keys()], [...headers.values()]);
headers.delete('A');
headers.forEach((value, name, of) => console.log(name, value, of === headers));
console.log(headers, String(headers), new Headers(headers));
