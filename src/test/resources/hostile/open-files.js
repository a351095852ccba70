//! timeout 10
//! answers ^"EMFILE"$
//! answers ^20000$
//! is killed
//! times out
exports.handler = async (event) => {
  const fs = require('fs');
  fs.writeFileSync('/tmp/one', 'x');
  try {
    for (let i = 0; i < 2e4; i++) fs.openSync('/tmp/one', 'r');
    return 2e4;
  } catch (error) {
    return error.code;
  }
};
