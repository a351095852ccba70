//! fails "errorType":"Runtime.NodeJsExit"
exports.handler = async (event) => {
  await Atomics.waitAsync(new Int32Array(new SharedArrayBuffer(4)), 0, 0).value;
  return 'woken';
};
