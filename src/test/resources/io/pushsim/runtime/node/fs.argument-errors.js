const fs = require('fs');
for (const attempt of [() => fs.readFileSync(), () => fs.readFileSync({}), () => fs.writeFileSync('/tmp/snip-x', 5), () => fs.writeFileSync('/tmp/snip-x', {}), () => fs.readFile('/tmp/x'), () => fs.openSync('/tmp/x', 'q'), () => fs.closeSync('1'), () => fs.closeSync(9999), () => fs.readSync(9999, Buffer.alloc(1)),
  () => fs.readFileSync('a\u0000b'), () => fs.stat(5, () => {}), () => fs.readFileSync('/tmp/x', 'nope'), () => fs.readFileSync('/tmp/x', 5)]) {
  try {
    attempt();
    console.log('fine');
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}
fs.rmSync('/tmp/snip-x', { force: true });
