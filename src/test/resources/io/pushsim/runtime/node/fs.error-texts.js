const fs = require('fs');
fs.rmSync('/tmp/snip', { recursive: true, force: true });
fs.mkdirSync('/tmp/snip/full', { recursive: true });
fs.writeFileSync('/tmp/snip/file', 'x');
fs.writeFileSync('/tmp/snip/full/x', 'x');
const attempts = [() => fs.readFileSync('/tmp/snip/none'), () => fs.readFileSync('/tmp/snip'), () => fs.writeFileSync('/tmp/snip', 'x'), () => fs.writeFileSync('/tmp/snip/no/way', 'x'), () => fs.readFileSync('/tmp/snip/file/below'),
  () => fs.mkdirSync('/tmp/snip'), () => fs.mkdirSync('/tmp/snip/x/y'), () => fs.mkdirSync('/tmp/snip/file', { recursive: true }), () => fs.rmdirSync('/tmp/snip/full'), () => fs.rmdirSync('/tmp/snip/file'), () => fs.unlinkSync('/tmp/snip/none'),
  () => fs.readdirSync('/tmp/snip/none'), () => fs.readdirSync('/tmp/snip/file'), () => fs.statSync('/tmp/snip/none'), () => fs.lstatSync('/tmp/snip/none'), () => fs.accessSync('/tmp/snip/none'), () => fs.renameSync('/tmp/snip/none', '/tmp/snip/to'),
  () => fs.copyFileSync('/tmp/snip/none', '/tmp/snip/to'), () => fs.copyFileSync('/tmp/snip/file', '/tmp/snip/full/x', fs.constants.COPYFILE_EXCL), () => fs.openSync('/tmp/snip/file', 'wx'), () => fs.rmSync('/tmp/snip/full'), () => fs.rmSync('/tmp/snip/none'),
  () => fs.realpathSync('/tmp/snip/none'), () => fs.truncateSync('/tmp/snip/none'), () => fs.renameSync('/tmp/snip/file', '/tmp/snip/full'), () => fs.renameSync('/tmp/snip', '/tmp/snip/full/in')];
for (const attempt of attempts) {
  try {
    attempt();
    console.log('fine', String(attempt));
  } catch (error) {
    console.log(error.name, error.code, error.errno, error.syscall, error.path, error.dest, '|', error.message);
  }
}
fs.rmSync('/tmp/snip', { recursive: true });
