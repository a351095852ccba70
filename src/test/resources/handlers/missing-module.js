//! invoke {}
//! error {"errorType":"Runtime.ImportModuleError","errorMessage":"Error: Cannot find module 'nowhere'\nRequire stack:\n- /var/task/index.js","trace":["Runtime.ImportModuleError: Error: Cannot find module 'nowhere'","Require stack:","- /var/task/index.js"]}
//! log undefined ERROR Uncaught Exception \t{"errorType":"Runtime.ImportModuleError","errorMessage":"Error: Cannot find module 'nowhere'\nRequire stack:\n- /var/task/index.js","stack":["Runtime.ImportModuleError: Error: Cannot find module 'nowhere'","Require stack:","- /var/task/index.js"]}
require('nowhere');
