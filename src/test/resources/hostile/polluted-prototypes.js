//! invoke {}
//! answers "polluted"
//! invoke {}
//! answers "polluted"
// Whatever the runtime's own code assigns to, of its objects or of the simulator's, would be told.
const told = [];
for (const name of ['then', 'toJSON', 'errorType', 'errorMessage', 'trace', 'callback', 'handler', 'invoke', 'requestId', 'deadline', 'env',
  'awsRequestId', 'functionName', 'code', 'status', 'execute', 'context', 'values']) {
  Object.defineProperty(Object.prototype, name, {
    get: () => undefined,
    set(value) {
      Object.defineProperty(told, told.length, { value: [name, value] });
      Object.defineProperty(this, name, { value, writable: true, enumerable: true, configurable: true });
    },
    configurable: true,
  });
}
exports.handler = async () => {
  console.log('told', told.length);
  for (let i = 0; i < told.length; i++) {
    const value = told[i][1];
    if (typeof value?.getClass === 'function' || value?.class !== undefined || typeof value?.printStackTrace === 'function') return 'a host object';
  }
  return 'polluted';
};
