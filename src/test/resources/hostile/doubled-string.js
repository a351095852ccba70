//! timeout 10
//! fails "errorType":"RangeError","errorMessage":"Invalid string length"
exports.handler = async (event) => {
  let text = 'x';
  for (;;) text += text;
};
