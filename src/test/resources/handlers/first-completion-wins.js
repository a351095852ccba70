//! runtime nodejs16.x
//! invoke {}
//! result 1
exports.handler = (event, context, callback) => {
  context.succeed(1);
  callback(null, 2);
  context.fail(new Error('late'));
};
