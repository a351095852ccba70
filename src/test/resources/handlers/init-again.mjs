//! timeout 12
//! invoke {}
//! result 1
//! log undefined INFO loading
//! log undefined INFO loading
//! line INIT_REPORT Init Duration: 10000.00 ms\tPhase: init\tStatus: timeout
//! invoke {}
//! result 2
// Longer than the ten seconds of the init phase, shorter than the function's timeout: it runs again within that.
console.log('loading');
await new Promise((loaded) => setTimeout(loaded, 11000));
let calls = 0;
export const handler = async () => ++calls;
