let runs = 0;
exports.handler = async (event, context) => {
  runs += 1;
  if (event.wait) {
    await new Promise((resolve) => setTimeout(resolve, event.wait));
  }
  if (event.fail) {
    throw new TypeError(event.fail);
  }
  return { runs, arn: context.invokedFunctionArn, version: context.functionVersion };
};
