//! runtime nodejs16.x
//! invoke {}
//! error {"errorType":"TypeError","errorMessage":"bad","trace":["TypeError: bad","    at exports.handler (/var/task/index.js:6:26)"]}
//! log ERROR Invoke Error \t{"errorType":"TypeError","errorMessage":"bad","code":"E1","stack":["TypeError: bad","    at exports.handler (/var/task/index.js:6:26)"]}
exports.handler = (event, context, callback) => {
  callback(Object.assign(new TypeError('bad'), { code: 'E1' }));
};
