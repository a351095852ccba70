//! invoke {}
//! result null
exports.handler = () => 'ignored';
