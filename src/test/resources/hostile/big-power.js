//! times out
exports.handler = async (event) => {
  const power = 7n ** 4000000n;
  return String((power * power * power * power) % 1000007n);
};
