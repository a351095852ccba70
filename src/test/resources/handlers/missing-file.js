//! handler other.handler
//! invoke {}
//! error {"errorType":"Runtime.ImportModuleError","errorMessage":"Error: Cannot find module 'other'\nRequire stack:\n- /var/runtime/index.mjs","trace":["Runtime.ImportModuleError: Error: Cannot find module 'other'","Require stack:","- /var/runtime/index.mjs"]}
//! log undefined ERROR Uncaught Exception \t{"errorType":"Runtime.ImportModuleError","errorMessage":"Error: Cannot find module 'other'\nRequire stack:\n- /var/runtime/index.mjs","stack":["Runtime.ImportModuleError: Error: Cannot find module 'other'","Require stack:","- /var/runtime/index.mjs"]}
exports.handler = async () => {};
