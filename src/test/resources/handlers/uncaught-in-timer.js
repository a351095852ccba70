//! invoke {}
//! error {"errorType":"RangeError","errorMessage":"late","trace":["RangeError: late","    at Timeout._onTimeout (/var/task/index.js:5:28)"]}
//! log ERROR Uncaught Exception \t{"errorType":"RangeError","errorMessage":"late","stack":["RangeError: late","    at Timeout._onTimeout (/var/task/index.js:5:28)"]}
exports.handler = () => new Promise(() => {
  setTimeout(() => { throw new RangeError('late'); }, 10);
});
