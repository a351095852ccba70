//! timeout 30
//! is killed
//! times out
exports.handler = async (event) => {
  const kept = [];
  for (;;) {
    kept.push(new ArrayBuffer(1 << 20));
    await new Promise((resolve) => setTimeout(resolve));
  }
};
