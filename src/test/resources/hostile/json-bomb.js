//! timeout 10
//! is killed
//! times out
//! fails "errorType":"RangeError"
exports.handler = async (event) => {
  let text = '[[],[],[],[],[],[],[],[]]';
  for (let i = 0; i < 24; i++) text = `[${text},${text}]`;
  return JSON.parse(text).length;
};
