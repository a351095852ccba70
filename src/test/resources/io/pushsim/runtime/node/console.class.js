const { Console } = require('console');
const lines = { out: '', err: '' };
const { Writable } = require('stream');
const stream = (name) => new Writable({ decodeStrings: false, write(text, encoding, done) { lines[name] += text; done(); } });
const own = new Console({ stdout: stream('out'), stderr: stream('err'), inspectOptions: { depth: 0 } });
own.log('a %d', 1, { b: { c: 1 } });
own.info('info');
own.debug('debug');
own.warn('warn');
own.error('error %s', 'x');
own.group('group');
own.log('inside\nof it');
own.group();
own.log('deeper');
own.groupEnd();
own.groupEnd();
own.count();
own.count('x');
own.countReset('x');
own.count('x');
own.assert(true, 'not');
own.assert(false, 'shown %s', 1);
own.assert(false);
own.assert(false, { a: 1 });
own.dir({ a: { b: 1 } });
own.table([{ a: 1 }, { a: 2 }]);
const { log } = own;
log('unbound');
console.log('%s', lines.out);
console.log('%s', lines.err);
const one = new Console(stream('out'));
lines.out = '';
one.error('to the same');
console.log('%s', lines.out);
try {
  new Console({});
} catch (error) {
  console.log(error.name, error.code, error.message);
}
