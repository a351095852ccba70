//! times out
exports.handler = () => ({ then() { for (;;); } });
