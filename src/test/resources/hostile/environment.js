//! timeout 10
//! answers ^\["/var/lang/bin:/usr/local/bin:/usr/bin/:/bin:/opt/bin",true,"/var/task","169.254.\d+.\d+","/home/sbx_user1051","sbx_user1051",\["lo"\],("(AWS_\w+|LAMBDA_\w+|LANG|LD_LIBRARY_PATH|NODE_PATH|PATH|PWD|SHLVL|TZ|_AWS_\w+|_HANDLER|_X_AMZN_TRACE_ID)",?)+\]$
exports.handler = async (event) => {
  const os = require('os');
  return [process.env.PATH, process.env.HOST_SECRET === undefined, process.cwd(), os.hostname(), os.homedir(), os.userInfo().username,
    Object.keys(os.networkInterfaces()), ...Object.keys(process.env)];
};
