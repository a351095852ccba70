const a = Buffer.from('abc');
console.log(a.equals(Buffer.from('abc')), a.equals(new Uint8Array([97, 98, 99])), a.equals(Buffer.from('abd')), Buffer.compare(a, Buffer.from('b')), a.compare(Buffer.from('aa')));
console.log([Buffer.from('c'), Buffer.from('a'), Buffer.from('b')].sort(Buffer.compare).join());
try {
  a.equals('abc');
} catch (error) {
  console.log(error.code, error.message);
}
