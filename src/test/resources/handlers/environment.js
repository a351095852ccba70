//! variable TEST_KEY=TEST_VAL
//! invoke {}
//! result {"AWS_DEFAULT_REGION":"us-west-2","AWS_EXECUTION_ENV":"AWS_Lambda_nodejs22.x","AWS_LAMBDA_FUNCTION_MEMORY_SIZE":"128","AWS_LAMBDA_FUNCTION_NAME":"helloworld","AWS_LAMBDA_FUNCTION_VERSION":"1","AWS_LAMBDA_INITIALIZATION_TYPE":"on-demand","AWS_LAMBDA_LOG_GROUP_NAME":"/aws/lambda/helloworld","AWS_LAMBDA_RUNTIME_API":"169.254.100.1:9001","AWS_REGION":"us-west-2","AWS_XRAY_CONTEXT_MISSING":"LOG_ERROR","AWS_XRAY_DAEMON_ADDRESS":"169.254.100.1:2000","LAMBDA_RUNTIME_DIR":"/var/runtime","LAMBDA_TASK_ROOT":"/var/task","LANG":"en_US.UTF-8","LD_LIBRARY_PATH":"/var/lang/lib:/lib64:/usr/lib64:/var/runtime:/var/runtime/lib:/var/task:/var/task/lib:/opt/lib","NODE_PATH":"/opt/nodejs/node22/node_modules:/opt/nodejs/node_modules:/var/runtime/node_modules:/var/runtime:/var/task","PATH":"/var/lang/bin:/usr/local/bin:/usr/bin/:/bin:/opt/bin","PWD":"/var/task","SHLVL":"0","TEST_KEY":"TEST_VAL","TZ":":UTC","_AWS_XRAY_DAEMON_ADDRESS":"169.254.100.1","_AWS_XRAY_DAEMON_PORT":"2000","_HANDLER":"index.handler"}
// The variables of the recording test_introspection_invoke; those that differ each time are checked by form.
exports.handler = async () => {
  const forms = {
    AWS_ACCESS_KEY_ID: /^ASIA[A-Z2-7]{16}$/, AWS_SECRET_ACCESS_KEY: /^.{40}$/, AWS_SESSION_TOKEN: /^.{300,}$/,
    AWS_LAMBDA_LOG_STREAM_NAME: /^2026\//, _X_AMZN_TRACE_ID: /^Root=1-[0-9a-f]{8}-[0-9a-f]{24};Parent=[0-9a-f]{16};Sampled=0/,
  };
  const rest = { ...process.env };
  for (const [name, form] of Object.entries(forms)) {
    if (!form.test(rest[name])) {
      throw new Error(`${name} is ${rest[name]}`);
    }
    delete rest[name];
  }
  return Object.fromEntries(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)));
};
