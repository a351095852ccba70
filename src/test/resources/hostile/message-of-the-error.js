//! times out
exports.handler = async (event) => {
  throw { name: 'x', stack: 'y', get message() { for (;;); } };
};
