//! times out
exports.handler = async (event) => {
  return new Proxy({}, { ownKeys() { for (;;); } });
};
