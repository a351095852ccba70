//! times out
exports.handler = async (event) => {
  for (;;);
};
