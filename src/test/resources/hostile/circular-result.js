//! fails "errorMessage":"Unable to stringify response body"
exports.handler = async (event) => {
  const circle = {};
  circle.circle = circle;
  return circle;
};
