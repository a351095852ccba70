//! invoke {}
//! error {"errorType":"Error","errorMessage":"boom","trace":["Error: boom","    at inner (/var/task/index.js:5:9)","    at exports.handler (/var/task/index.js:8:3)"]}
//! log ERROR Invoke Error \t{"errorType":"Error","errorMessage":"boom","stack":["Error: boom","    at inner (/var/task/index.js:5:9)","    at exports.handler (/var/task/index.js:8:3)"]}
function inner() {
  throw new Error('boom');
}
exports.handler = async () => {
  inner();
};
