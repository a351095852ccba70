//! times out
//! is killed
//! fails "errorType":"RangeError"
exports.handler = async (event) => {
  return require('crypto').pbkdf2Sync('password', 'salt', 1, 5e8, 'sha1').length;
};
