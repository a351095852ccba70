//! times out
exports.handler = async (event) => {
  console.log({ [Symbol.for('nodejs.util.inspect.custom')]() { for (;;); } });
};
