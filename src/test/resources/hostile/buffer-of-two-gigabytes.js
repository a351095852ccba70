//! timeout 10
//! is killed
//! fails "errorType":"RangeError"
exports.handler = async (event) => {
  return Buffer.alloc(2 ** 31 - 1).length;
};
