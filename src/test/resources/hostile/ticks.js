//! times out
exports.handler = () => {
  (function again() { process.nextTick(again); })();
};
