//! handler index
//! invoke {}
//! error {"errorType":"Runtime.MalformedHandlerName","errorMessage":"Bad handler","trace":["Runtime.MalformedHandlerName: Bad handler"]}
//! log undefined ERROR Uncaught Exception \t{"errorType":"Runtime.MalformedHandlerName","errorMessage":"Bad handler","stack":["Runtime.MalformedHandlerName: Bad handler"]}
exports.handler = async () => {};
