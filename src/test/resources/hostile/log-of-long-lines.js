//! timeout 20
//! answers ^1000$
exports.handler = async (event) => {
  const line = 'x'.repeat(256 * 1024);
  for (let i = 0; i < 1000; i++) console.log(line);
  return 1000;
};
