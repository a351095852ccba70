//! timeout 10
//! is killed
//! times out
//! fails "errorType":"RangeError"
exports.handler = async (event) => {
  return Buffer.alloc(2 ** 31 - 1).length;
};
