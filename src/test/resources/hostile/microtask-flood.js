//! times out
//! is killed
exports.handler = async (event) => {
  for (;;) {
    for (let i = 0; i < 1e5; i++) queueMicrotask(() => {});
    await null;
  }
};
