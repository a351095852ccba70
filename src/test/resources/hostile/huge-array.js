//! timeout 10
//! is killed
//! times out
//! fails "errorType":"RangeError"
exports.handler = async (event) => {
  return new Array(2 ** 32 - 1).fill(0).length;
};
