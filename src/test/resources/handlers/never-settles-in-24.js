//! runtime nodejs24.x
//! invoke {}
//! error {"errorType":"Runtime.ExitError","errorMessage":"RequestId: <id> Error: Runtime exited with error: exit status 13"}
exports.handler = async () => new Promise(() => {});
