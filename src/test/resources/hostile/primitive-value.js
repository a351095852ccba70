//! times out
exports.handler = async (event) => {
  return `${{ [Symbol.toPrimitive]() { for (;;); } }}`;
};
