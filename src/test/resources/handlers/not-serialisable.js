//! invoke {"what":"circle"}
//! error {"errorType":"Error","errorMessage":"Unable to stringify response body","trace":["Error: Unable to stringify response body"]}
//! invoke {"what":"bigint"}
//! error {"errorType":"Error","errorMessage":"Unable to stringify response body","trace":["Error: Unable to stringify response body"]}
//! invoke {"what":"function"}
//! result null
exports.handler = async ({ what }) => {
  const circle = {};
  circle.circle = circle;
  return { circle, bigint: 1n, function() {} }[what];
};
