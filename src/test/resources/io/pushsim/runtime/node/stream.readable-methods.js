const { Readable, PassThrough, finished } = require('stream');
const source = new Readable({ read() {} });
source.push('abc');
source.push('def');
source.push(null);
await new Promise((resolve) => source.once('readable', resolve));
console.log(String(source.read(2)), source.readableLength, String(source.read()), source.read());
const through = new PassThrough();
through.pause();
console.log(through.isPaused(), through.write('x'), through.readableFlowing);
through.resume();
through.end();
await new Promise((resolve) => finished(through, resolve));
const unshifted = new Readable({ read() { this.push(null); } });
unshifted.unshift(Buffer.from('front'));
console.log((await unshifted.toArray()).map(String));
const failing = Readable.from((async function* () { yield 1; throw new Error('source failed'); })());
try {
  for await (const each of failing) console.log(each);
} catch (error) {
  console.log(error.message, failing.destroyed);
}
