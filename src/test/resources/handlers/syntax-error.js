//! invoke {}
//! error {"errorType":"Runtime.UserCodeSyntaxError","errorMessage":"SyntaxError: Expected an operand but found ;","trace":["Runtime.UserCodeSyntaxError: SyntaxError: Expected an operand but found ;","    at /var/task/index.js:4:11"]}
//! log undefined ERROR Uncaught Exception \t{"errorType":"Runtime.UserCodeSyntaxError","errorMessage":"SyntaxError: Expected an operand but found ;","stack":["Runtime.UserCodeSyntaxError: SyntaxError: Expected an operand but found ;","    at /var/task/index.js:4:11"]}
const x = ;
