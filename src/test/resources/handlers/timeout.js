//! timeout 2
//! invoke {"wait":false}
//! result 1
//! invoke {"wait":true}
//! error {"errorType":"Sandbox.Timedout","errorMessage":"RequestId: <id> Error: Task timed out after 2.00 seconds"}
//! log INFO waiting
//! line REPORT RequestId: <id>\tDuration: 2000.00 ms\tBilled Duration: 2000 ms\tMemory Size: 128 MB\tMax Memory Used: 65 MB\tStatus: timeout
//! invoke {"wait":false}
//! result 1
let calls = 0;
exports.handler = async ({ wait }) => {
  calls += 1;
  if (wait) {
    console.log('waiting');
    await new Promise((resolve) => setTimeout(resolve, 60000));
  }
  return calls;
};
