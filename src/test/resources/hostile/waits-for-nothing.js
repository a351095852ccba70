//! fails "errorType":"Runtime.NodeJsExit"
exports.handler = async (event) => {
  await new Promise(() => {});
};
