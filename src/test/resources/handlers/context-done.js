//! runtime nodejs4.3
//! invoke {"how":"succeed"}
//! result "s"
//! invoke {"how":"done"}
//! result "d"
//! invoke {"how":"fail"}
//! error {"errorType":"string","errorMessage":"handled","trace":[]}
//! log ERROR Invoke Error \t{"errorType":"Error","errorMessage":"handled","stack":["Error: handled","    at exports.handler (/var/task/index.js:16:33)"]}
//! invoke {"how":"failWith"}
//! error {"errorType":"string","errorMessage":"why","trace":[]}
//! log ERROR Invoke Error \t{"errorType":"Error","errorMessage":"why","stack":["Error: why","    at exports.handler (/var/task/index.js:17:29)"]}
exports.handler = function (event, context) {
  switch (event.how) {
    case 'succeed': return context.succeed('s');
    case 'done': return context.done(null, 'd');
    case 'fail': return context.fail();
    default: return context.fail('why');
  }
};
