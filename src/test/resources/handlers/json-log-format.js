//! format JSON
//! variable KEY=VALUE
//! invoke {}
//! result "VALUE"
exports.handler = async () => {
  console.debug('not at level INFO');
  return process.env.KEY;
};
