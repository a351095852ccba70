//! runtime nodejs8.10
//! invoke {}
//! result "later"
exports.handler = () => new Promise((resolve) => setTimeout(() => resolve('later'), 50));
