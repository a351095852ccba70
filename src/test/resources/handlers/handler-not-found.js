//! handler index.other
//! invoke {}
//! error {"errorType":"Runtime.HandlerNotFound","errorMessage":"index.other is undefined or not exported","trace":["Runtime.HandlerNotFound: index.other is undefined or not exported"]}
//! log undefined ERROR Uncaught Exception \t{"errorType":"Runtime.HandlerNotFound","errorMessage":"index.other is undefined or not exported","stack":["Runtime.HandlerNotFound: index.other is undefined or not exported"]}
exports.handler = async () => {};
