//! invoke {"tamper":true}
//! answers "tampered"
//! invoke {}
//! answers "still here"
let calls = 0;
exports.handler = async ({ tamper }) => {
  if (!tamper) return calls === 1 ? 'still here' : calls;
  calls++;
  const fails = () => { throw new Error('tampered'); };
  JSON.stringify = () => 'evil';
  JSON.parse = fails;
  Array.prototype.push = Array.prototype.shift = Array.prototype.join = Array.prototype.map = fails;
  Map.prototype.get = Map.prototype.set = fails;
  String.prototype.split = String.prototype.slice = String.prototype.replace = fails;
  Reflect.apply = fails;
  Object.keys = Object.create = Object.assign = fails;
  Object.prototype.toString = fails;
  Date.now = () => NaN;
  globalThis.setTimeout = globalThis.setImmediate = globalThis.queueMicrotask = fails;
  globalThis.Promise = globalThis.Error = globalThis.Object = fails;
  process.nextTick = process.emit = process.exit = fails;
  console.log = console.error = fails;
  return 'tampered';
};
