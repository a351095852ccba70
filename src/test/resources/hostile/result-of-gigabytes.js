//! timeout 20
//! is killed
//! fails "errorType":"RangeError"
//! fails Unable to stringify
exports.handler = async (event) => {
  const part = 'x'.repeat(1 << 20);
  return new Array(1000).fill(part);
};
