//! timeout 30
//! answers "ENOSPC"
//! is killed
exports.handler = async (event) => {
  const fs = require('fs');
  const chunk = Buffer.alloc(1 << 20);
  try {
    for (let i = 0; ; i++) fs.writeFileSync(`/tmp/${i}`, chunk);
  } catch (error) {
    return error.code;
  }
};
