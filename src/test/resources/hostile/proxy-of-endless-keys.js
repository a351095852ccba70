//! times out
//! is killed
//! fails "errorMessage":"Unable to stringify response body"
exports.handler = async (event) => {
  return new Proxy({}, {
    ownKeys() {
      const keys = [];
      for (let i = 0; i < 1e7; i++) keys.push(`key${i}`);
      return keys;
    },
    getOwnPropertyDescriptor: () => ({ value: 1, enumerable: true, configurable: true }),
  });
};
