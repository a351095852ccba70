//! timeout 30
//! is killed
exports.handler = async (event) => {
  const kept = [];
  for (;;) kept.push(Buffer.alloc(1 << 20));
};
