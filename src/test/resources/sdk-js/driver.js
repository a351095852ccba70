// Runs the case that the argument names under this Node.js with the published SDK, and as a function of pushsim's with the SDK that is there; some
// with a bundle of the published one too. Prints the lines of each.
const fs = require('fs');
const path = require('path');
const esbuild = require('esbuild');
const { LambdaClient, CreateFunctionCommand, InvokeCommand } = require('@aws-sdk/client-lambda');
const { linesOf, zipped } = require('./case.js');

const bundled = ['objects', 'queues'];
const lambda = new LambdaClient({});
console.warn = () => {};
const index = (tag) => `exports.handler = () => require('./case.js').linesOf(require('./run.js'), '${tag}');`;

async function asFunction(name, tag, files) {
  const Runtime = name.startsWith('v2') ? 'nodejs16.x' : 'nodejs22.x';
  await lambda.send(new CreateFunctionCommand({
    FunctionName: `${name}-${tag}`, Runtime, Handler: 'index.handler', Role: 'arn:aws:iam::111111111111:role/any', Timeout: 120, MemorySize: 1024,
    Code: { ZipFile: zipped(files) },
  }));
  const { Payload } = await lambda.send(new InvokeCommand({ FunctionName: `${name}-${tag}` }));
  const answer = JSON.parse(Payload.transformToString());
  return Array.isArray(answer) ? answer : [JSON.stringify(answer)];
}

async function main(name) {
  const source = path.join(__dirname, 'cases', `${name}.js`);
  const texts = { 'case.js': fs.readFileSync(path.join(__dirname, 'case.js')), 'run.js': fs.readFileSync(source) };
  const results = {
    node: await linesOf(require(source), 'asnode'),
    function: await asFunction(name, 'asfunction', { ...texts, 'index.js': index('asfunction') }),
  };
  if (bundled.includes(name)) {
    const { outputFiles } = esbuild.buildSync({ entryPoints: [source], bundle: true, platform: 'node', write: false });
    results.bundle = await asFunction(name, 'asbundle', { ...texts, 'run.js': outputFiles[0].text, 'index.js': index('asbundle') });
  }
  // Connections of requests that failed would keep the process.
  process.stdout.write(JSON.stringify(results), () => process.exit());
}

main(process.argv[2]);
