//! times out
exports.handler = async (event) => {
  for await (const each of (async function* () { for (;;) yield 1; }())) {
    if (each === 2) return each;
  }
};
