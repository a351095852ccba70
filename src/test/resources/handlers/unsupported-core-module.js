//! invoke {}
//! result ["pushsim does not simulate the Node.js module 'fs' yet","pushsim does not simulate the Node.js module 'stream' yet","No such built-in module: node:nope","pushsim does not simulate crypto.createHash() yet"]
exports.handler = async () =>
  [() => require('fs'), () => require('node:stream'), () => require('node:nope'), () => require('crypto').createHash('md5')].map((attempt) => {
    try {
      return attempt();
    } catch (error) {
      return error.message;
    }
  });
