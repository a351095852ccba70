//! times out
//! is killed
exports.handler = async (event) => {
  return require('crypto').pbkdf2Sync('password', 'salt', 1, 5e7, 'sha512').length;
};
