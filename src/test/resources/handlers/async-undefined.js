//! invoke {}
//! result null
exports.handler = async () => {};
