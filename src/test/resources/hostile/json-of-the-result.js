//! times out
exports.handler = async (event) => {
  return { toJSON() { for (;;); } };
};
