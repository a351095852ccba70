// Runs handlers under Node.js. Given none, it runs each file of the folder handlers in a process of its own and prints, by the
// handler's name, what its process printed; given one, it calls that as Lambda would, and prints console lines as Lambda logs them
// and the result in the last line.
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify, format } from 'node:util';

const folder = dirname(fileURLToPath(import.meta.url));
const [, driver, file] = process.argv;

async function runAll() {
  const waiting = readdirSync(join(folder, 'handlers')).filter((name) => /\.m?js$/.test(name)).sort();
  const outputs = {};
  async function work() {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      const { stdout } = await promisify(execFile)(process.execPath, [driver, join(folder, 'handlers', name)]);
      outputs[basename(name, extname(name))] = stdout;
    }
  }
  await Promise.all([work(), work(), work()]);
  console.log(JSON.stringify(outputs));
}

async function run() {
  const levels = { debug: 'DEBUG', info: 'INFO', log: 'INFO', warn: 'WARN', error: 'ERROR', trace: 'TRACE' };
  for (const [name, level] of Object.entries(levels)) {
    console[name] = (...values) => void process.stdout.write(`${level}\t${format(...values)}`.replaceAll('\n', '\r') + '\n');
  }
  process.stderr.write = process.stdout.write.bind(process.stdout);
  const { handler } = await import(pathToFileURL(file));
  const event = JSON.parse(readFileSync(join(folder, 'event.json'), 'utf8'));
  const context = { functionName: 'helloworld', functionVersion: '1', memoryLimitInMB: '128', awsRequestId: 'id', getRemainingTimeInMillis: () => 3000 };
  process.stdout.write(`${JSON.stringify(await handler(event, context)) ?? 'null'}\n`);
}

await (file === undefined ? runAll() : run());
