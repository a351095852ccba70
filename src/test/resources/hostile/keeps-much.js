//! timeout 10
//! answers ^1$
// What it keeps is some 130 MB, and no invocation of others is to pay for it.
exports.handler = async () => {
  globalThis.kept = [];
  for (let i = 0; i < 130; i++) kept.push(Buffer.alloc(1 << 20));
  return 1;
};
