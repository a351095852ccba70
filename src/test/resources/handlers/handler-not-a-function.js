//! invoke {}
//! error {"errorType":"Runtime.HandlerNotFound","errorMessage":"index.handler is not a function","trace":["Runtime.HandlerNotFound: index.handler is not a function"]}
//! log undefined ERROR Uncaught Exception \t{"errorType":"Runtime.HandlerNotFound","errorMessage":"index.handler is not a function","stack":["Runtime.HandlerNotFound: index.handler is not a function"]}
exports.handler = 7;
