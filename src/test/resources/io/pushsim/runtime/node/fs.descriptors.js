const fs = require('fs');
const fd = fs.openSync('/tmp/snip-fd', 'w+');
console.log(fs.writeSync(fd, 'hello'), fs.writeSync(fd, Buffer.from('XY'), 0, 1, 1), fs.writeSync(fd, ' world'));
const buffer = Buffer.alloc(8);
console.log(fs.readSync(fd, buffer, 0, 5, 0), buffer.toString('utf8', 0, 5), fs.readSync(fd, buffer, { position: 6 }), buffer.toString('utf8', 0, 5), fs.readSync(fd, buffer, 0, 8, 100));
fs.ftruncateSync(fd, 4);
console.log(fs.fstatSync(fd).size, fs.readFileSync('/tmp/snip-fd', 'utf8'));
fs.closeSync(fd);
const append = fs.openSync('/tmp/snip-fd', 'a');
fs.writeSync(append, 'end');
try {
  fs.readSync(append, buffer);
} catch (error) {
  console.log(error.code, error.message);
}
fs.closeSync(append);
fs.truncateSync('/tmp/snip-fd', 10);
console.log(JSON.stringify(fs.readFileSync('/tmp/snip-fd', 'latin1')));
fs.unlinkSync('/tmp/snip-fd');
