//! invoke {"code":0}
//! error {"errorType":"Runtime.ExitError","errorMessage":"RequestId: <id> Error: Runtime exited without providing a reason"}
//! invoke {"code":3}
//! error {"errorType":"Runtime.ExitError","errorMessage":"RequestId: <id> Error: Runtime exited with error: exit status 3"}
//! invoke {}
//! result 1
let calls = 0;
exports.handler = async ({ code }) => {
  calls += 1;
  if (code !== undefined) {
    try {
      process.exit(code);
    } finally {
      console.log('never');
    }
  }
  return calls;
};
