//! timeout 10
//! answers ^\{"global":true,"process":"undefined","module":"undefined",("\w+":"refused: \w+",?){12}\}$
const tries = {
  global: () => [].constructor.constructor('return this')() === globalThis,
  process: () => typeof [].constructor.constructor('return process')().mainModule,
  module: () => typeof module.constructor._load,
  required: () => module.constructor._load('child_process').execSync('id').toString(),
  children: () => require('child_process').execSync('id').toString(),
  imported: async () => (await import('node:child_process')).execSync('id').toString(),
  workers: () => new (require('worker_threads').Worker)('while (true);', { eval: true }),
  machine: () => require('vm').runInNewContext('this.constructor.constructor("return process")()').pid,
  binding: () => process.binding('fs'),
  linked: () => process._linkedBinding('fs'),
  opened: () => process.dlopen({ exports: {} }, '/lib/x86_64-linux-gnu/libc.so.6'),
  native: () => { require('fs').writeFileSync('/tmp/x.node', 'x'); return require('/tmp/x.node'); },
  killed: () => process.kill(process.ppid ?? 1, 'SIGKILL'),
  escaped: () => setTimeout(() => {}).constructor.constructor('return Java')(),
  changed: () => process.chdir('/'),
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
