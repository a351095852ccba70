//! timeout 2
//! times out
//! is killed
exports.handler = () => {
  for (let i = 0; i < 1e6; i++) setTimeout(() => setTimeout(() => {}, 1), 1);
};
