//! invoke {"what":"string"}
//! error {"errorType":"string","errorMessage":"just text","trace":[]}
//! log ERROR Invoke Error \t{"errorType":"Error","errorMessage":"just text","stack":["Error: just text"]}
//! invoke {"what":"number"}
//! error {"errorType":"number","errorMessage":"42","trace":[]}
//! log ERROR Invoke Error \t{"errorType":"Error","errorMessage":"42","stack":["Error: 42"]}
//! invoke {"what":"object"}
//! error {"errorType":"object","errorMessage":"[object Object]","trace":[]}
//! log ERROR Invoke Error \t{"errorType":"Error","errorMessage":"[object Object]","stack":["Error: [object Object]"]}
exports.handler = async ({ what }) => {
  throw { string: 'just text', number: 42, object: { a: 1 } }[what];
};
