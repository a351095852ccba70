//! invoke {}
//! result ["required","pushsim does not simulate vm.runInNewContext() yet","No such built-in module: node:nope","pushsim does not simulate crypto.createCipheriv() yet"]
exports.handler = async () =>
  [() => require('vm') && 'required', () => require('node:vm').runInNewContext('1'), () => require('node:nope'), () => require('crypto').createCipheriv('aes')].map((attempt) => {
    try {
      return attempt();
    } catch (error) {
      return error.message;
    }
  });
