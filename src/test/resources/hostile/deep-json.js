//! timeout 20
//! fails "errorType":"RangeError"
exports.handler = async (event) => {
  JSON.parse('['.repeat(1e6) + ']'.repeat(1e6));
  return 'parsed';
};
