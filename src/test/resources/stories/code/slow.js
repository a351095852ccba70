let runs = 0;
exports.handler = async () => {
  runs += 1;
  await new Promise((resolve) => setTimeout(resolve, 1000));
  return runs;
};
