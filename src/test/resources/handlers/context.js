//! runtime nodejs20.x
//! invoke {}
//! result {"callbackWaitsForEmptyEventLoop":true,"functionVersion":"1","functionName":"helloworld","memoryLimitInMB":"128","logGroupName":"/aws/lambda/helloworld","invokedFunctionArn":"arn:aws:lambda:us-west-2:111111111111:function:helloworld:PROD","awsRequestId":"<id>","remaining":true,"stream":true}
exports.handler = async (event, context) => {
  const remaining = context.getRemainingTimeInMillis();
  const stream = /^2026\/01\/02\/\[1\][0-9a-f]{32}$/.test(context.logStreamName);
  delete context.logStreamName;
  return { ...context, remaining: remaining > 2900 && remaining <= 3000, stream };
};
