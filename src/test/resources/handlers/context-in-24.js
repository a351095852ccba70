//! runtime nodejs24.x
//! invoke {}
//! result ["awsRequestId","clientContext","functionName","functionVersion","getRemainingTimeInMillis","identity","invokedFunctionArn","logGroupName","logStreamName","memoryLimitInMB","tenantId"]
exports.handler = async (event, context) => Object.keys(context).sort();
