//! times out
exports.handler = () => {
  for (let i = 0; i < 2000; i++) setInterval(() => {}, 1);
};
