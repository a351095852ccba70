//! handler ../index.handler
//! invoke {}
//! error {"errorType":"Runtime.MalformedHandlerName","errorMessage":"'../index.handler' is not a valid handler name. Use absolute paths when specifying root directories in handler names.","trace":["Runtime.MalformedHandlerName: '../index.handler' is not a valid handler name. Use absolute paths when specifying root directories in handler names."]}
//! log undefined ERROR Uncaught Exception \t{"errorType":"Runtime.MalformedHandlerName","errorMessage":"'../index.handler' is not a valid handler name. Use absolute paths when specifying root directories in handler names.","stack":["Runtime.MalformedHandlerName: '../index.handler' is not a valid handler name. Use absolute paths when specifying root directories in handler names."]}
exports.handler = async () => {};
