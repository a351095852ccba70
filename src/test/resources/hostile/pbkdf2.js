//! times out
exports.handler = async (event) => {
  return require('crypto').pbkdf2Sync('password', 'salt', 1e9, 64, 'sha512').length;
};
