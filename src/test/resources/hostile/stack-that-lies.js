//! fails ^\{"errorType":"handled","errorMessage":"callback called with Error argument, but there was a problem while retrieving one or more of its message, name, and stack"\}$
exports.handler = async (event) => {
  Error.prepareStackTrace = () => { throw new Error('no stack'); };
  throw new Error('x');
};
