//! timeout 10
//! answers ^\{("\w+":("refused: \w+"|\["tmp","var"\]),?){25}\}$
const fs = require('fs');
const tries = {
  passwd: () => fs.readFileSync('/etc/passwd', 'utf8'),
  up: () => fs.readFileSync('/tmp/../etc/passwd', 'utf8'),
  task: () => fs.readFileSync('/var/task/../../etc/passwd', 'utf8'),
  relative: () => fs.readFileSync('../../etc/passwd', 'utf8'),
  url: () => fs.readFileSync(new URL('file:///etc/passwd'), 'utf8'),
  bytes: () => fs.readFileSync(Buffer.from('/etc/passwd'), 'utf8'),
  promised: () => fs.promises.readFile('/etc/passwd', 'utf8'),
  streamed: () => new Promise((resolve, reject) => fs.createReadStream('/etc/passwd').on('error', reject).on('data', (data) => resolve(String(data)))),
  environment: () => fs.readFileSync('/proc/self/environ', 'utf8'),
  command: () => fs.readFileSync('/proc/self/cmdline', 'utf8'),
  root: () => fs.readdirSync('/'),
  proc: () => fs.readdirSync('/proc'),
  linked: () => { fs.symlinkSync('/etc/passwd', '/tmp/link'); return fs.readFileSync('/tmp/link', 'utf8'); },
  hard: () => { fs.linkSync('/etc/passwd', '/tmp/hard'); return fs.readFileSync('/tmp/hard', 'utf8'); },
  copied: () => { fs.copyFileSync('/etc/passwd', '/tmp/copy'); return fs.readFileSync('/tmp/copy', 'utf8'); },
  renamed: () => { fs.renameSync('/etc/passwd', '/tmp/moved'); return 'moved'; },
  written: () => { fs.writeFileSync('/tmp/../hostile', 'x'); return 'written'; },
  code: () => { fs.writeFileSync('/var/task/index.js', 'x'); return 'written'; },
  nul: () => fs.readFileSync('/tmp/\0/../../etc/passwd', 'utf8'),
  required: () => typeof require('/etc/passwd'),
  environ: () => typeof require('/proc/self/environ'),
  resolved: () => require.resolve('/etc/passwd'),
  imported: () => import('/etc/passwd').then(() => 'read'),
  upwards: () => import('../../etc/passwd').then(() => 'read'),
  schemed: () => import('file:///etc/passwd').then(() => 'read'),
};
exports.handler = async () => {
  const found = {};
  for (const [name, attempt] of Object.entries(tries)) {
    try {
      found[name] = await attempt() ?? null;
    } catch (error) {
      found[name] = `refused: ${error.code ?? error.name}`;
    }
  }
  return found;
};
