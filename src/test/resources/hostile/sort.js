//! times out
exports.handler = async (event) => {
  return [3, 1, 2].sort(() => { for (;;); });
};
