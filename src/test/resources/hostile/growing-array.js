//! timeout 30
//! is killed
exports.handler = async (event) => {
  const kept = [];
  for (;;) kept.push(new Array(1000).fill(1));
};
