//! timeout 20
//! fails "errorMessage":"Unable to stringify response body"
exports.handler = async (event) => {
  let deep = [];
  for (let i = 0; i < 1e6; i++) deep = [deep];
  return deep;
};
