const { Transform, Readable } = require('stream');
const doubled = new Transform({ objectMode: true, transform(value, _, callback) { callback(null, { doubled: value.n * 2 }); } });
console.log(await Readable.from([{ n: 1 }, { n: 2 }]).pipe(doubled).toArray());
console.log(await Readable.from([1, 2, 3, 4]).filter((each) => each % 2).map((each) => each * 10).toArray(), await Readable.from([1, 2, 3]).reduce((a, b) => a + b, 0), await Readable.from([5, 6, 7]).take(2).toArray());
