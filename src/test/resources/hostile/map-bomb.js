//! timeout 30
//! is killed
exports.handler = async (event) => {
  const kept = new Map();
  for (let i = 0; ; i++) kept.set(i, { i });
};
