//! fails "errorType":"Runtime.ExitError","errorMessage":"RequestId: .* Error: Runtime exited with error: exit status 3"
exports.handler = async (event) => {
  try {
    process.exit(3);
  } catch {
    return 'caught';
  } finally {
    return 'finally';
  }
};
