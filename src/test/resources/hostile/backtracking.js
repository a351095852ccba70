//! times out
exports.handler = async (event) => {
  return /^(?:(a+)+)\1b$/.test('a'.repeat(45));
};
