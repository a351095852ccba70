//! timeout 1
//! invoke {}
//! error {"errorType":"Sandbox.Timedout","errorMessage":"RequestId: <id> Error: Task timed out after 1.00 seconds"}
exports.handler = async () => {
  const end = Date.now() + 60000;
  while (Date.now() < end);
};
