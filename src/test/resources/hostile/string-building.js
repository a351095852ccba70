//! times out
exports.handler = async (event) => {
  let text = '';
  for (;;) {
    text += 'x';
    if (text.length > 1e6) text = '';
  }
};
