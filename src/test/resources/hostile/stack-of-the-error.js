//! times out
exports.handler = async (event) => {
  Error.prepareStackTrace = () => { for (;;); };
  throw new Error('look at me');
};
