//! invoke {}
//! error {"errorType":"Error","errorMessage":"not today","trace":["Error: not today","    at /var/task/index.js:7:7"]}
//! log undefined ERROR Uncaught Exception \t{"errorType":"Error","errorMessage":"not today","stack":["Error: not today","    at /var/task/index.js:7:7"]}
//! invoke {}
//! error {"errorType":"Error","errorMessage":"not today","trace":["Error: not today","    at /var/task/index.js:7:7"]}
//! log undefined ERROR Uncaught Exception \t{"errorType":"Error","errorMessage":"not today","stack":["Error: not today","    at /var/task/index.js:7:7"]}
throw new Error('not today');
