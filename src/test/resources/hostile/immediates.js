//! times out
exports.handler = () => {
  (function again() { setImmediate(again); })();
};
