//! invoke {}
//! error {"errorType":"Runtime.UnhandledPromiseRejection","errorMessage":"Error: lost","trace":["Runtime.UnhandledPromiseRejection: Error: lost"]}
//! log ERROR Unhandled Promise Rejection \t{"errorType":"Runtime.UnhandledPromiseRejection","errorMessage":"Error: lost","reason":{"errorType":"Error","errorMessage":"lost","stack":["Error: lost","    at exports.handler (/var/task/index.js:5:18)"]},"promise":{},"stack":["Runtime.UnhandledPromiseRejection: Error: lost"]}
exports.handler = async () => {
  Promise.reject(new Error('lost'));
  await new Promise((resolve) => setTimeout(resolve, 100));
  return 'never';
};
