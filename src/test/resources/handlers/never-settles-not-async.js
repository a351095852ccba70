//! invoke {}
//! result null
exports.handler = () => new Promise(() => {});
