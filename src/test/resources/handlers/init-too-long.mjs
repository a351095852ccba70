//! timeout 3
//! invoke {}
//! error {"errorType":"Sandbox.Timedout","errorMessage":"RequestId: <id> Error: Task timed out after 3.00 seconds"}
//! log undefined INFO loading
//! log undefined INFO loading
//! line INIT_REPORT Init Duration: 10000.00 ms\tPhase: init\tStatus: timeout
await new Promise((loaded) => setTimeout(loaded, 11000, console.log('loading')));
export const handler = async () => 1;
