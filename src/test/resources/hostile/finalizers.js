//! timeout 2
//! times out
//! is killed
const registry = new FinalizationRegistry(() => { for (;;); });
exports.handler = async () => {
  for (;;) registry.register({}, 1);
};
