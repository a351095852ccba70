//! times out
exports.handler = async (event) => {
  return { get endless() { for (;;); } };
};
