//! fails "errorType":"Runtime.ExitError","errorMessage":"RequestId: .* Error: Runtime exited with error: exit status 7"
exports.handler = async (event) => {
  return { toJSON() { process.exit(7); } };
};
