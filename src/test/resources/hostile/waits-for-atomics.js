//! fails "errorType":"TypeError","errorMessage":"Unsupported operation"
exports.handler = async (event) => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  return 'woken';
};
