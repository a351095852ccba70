//! invoke {}
//! result null
//! log INFO plain { a: 1 }
//! log INFO info
//! log WARN warn
//! log ERROR error
//! log DEBUG debug
//! log TRACE trace
//! log INFO two\rlines
//! log INFO undefined
//! log INFO 5 of 7 are {"a":1} 100%
//! log WARN Assertion failed: two
//! log RAW one line
//! log RAW another
//! log INFO default: 1
//! log INFO default: 2
//! log RAW { dir: [Object] }
//! log RAW unfinished
exports.handler = async () => {
  console.log('plain', { a: 1 });
  console.info('info');
  console.warn('warn');
  console.error('error');
  console.debug('debug');
  console.trace('trace');
  console.log('two\nlines');
  console.log();
  console.log('%d of %i are %j 100%', 5, 7.9, { a: 1 });
  console.assert(1 === 1, 'one');
  console.assert(1 === 2, 'two');
  process.stdout.write('one ');
  process.stdout.write('line\nanother\n');
  console.count();
  console.count();
  console.dir({ dir: { a: 1 } }, { depth: 0 });
  process.stdout.write('unfinished');
};
