//! timeout 20
//! answers ^30000$
exports.handler = async (event) => {
  for (let i = 0; i < 3e4; i++) console.log(i);
  return 3e4;
};
