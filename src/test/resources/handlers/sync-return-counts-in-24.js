//! runtime nodejs24.x
//! invoke {}
//! result "counts"
exports.handler = () => 'counts';
