//! timeout 20
//! answers ^0$
exports.handler = (event, context, callback) => {
  for (let i = 0; i < 1e6; i++) callback(null, i);
};
