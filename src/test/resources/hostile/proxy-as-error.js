//! times out
exports.handler = async (event) => {
  throw new Proxy(new Error('x'), { get() { for (;;); } });
};
