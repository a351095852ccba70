//! timeout 30
//! answers "ENOSPC"
//! is killed
exports.handler = async (event) => {
  const fs = require('fs');
  const chunk = Buffer.alloc(1 << 20);
  try {
    for (;;) fs.appendFileSync('/tmp/log', chunk);
  } catch (error) {
    return error.code;
  }
};
