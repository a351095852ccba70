function named() { throw new Error('here'); }
try {
  named();
} catch (error) {
  const lines = error.stack.split('\n');
  console.log(lines[0], /^ {4}at named \(/.test(lines[1]));
}
const holder = {};
Error.captureStackTrace(holder);
console.log(typeof holder.stack, typeof Error.stackTraceLimit, new Error('x', { cause: 'y' }).cause);
class Own extends Error { get name() { return 'Own'; } }
console.log(String(new Own('m')), Object.keys(new Error('x')), JSON.stringify(new Error('x')));
