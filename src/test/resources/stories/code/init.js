// Tells why its environment was initialized, when, and how often it has run.
const initialized = Date.now();
let runs = 0;

if (process.env.BROKEN) {
  throw new Error('no database');
}

exports.handler = async () => {
  runs += 1;
  await new Promise((resolve) => setTimeout(resolve, 10));
  return { type: process.env.AWS_LAMBDA_INITIALIZATION_TYPE, runs, secondsAgo: Math.floor((Date.now() - initialized) / 1000) };
};
