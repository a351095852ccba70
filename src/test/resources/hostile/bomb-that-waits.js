//! timeout 30
//! is killed
exports.handler = async (event) => {
  const kept = [];
  for (;;) {
    kept.push(new ArrayBuffer(1 << 20));
    await new Promise((resolve) => setTimeout(resolve));
  }
};
