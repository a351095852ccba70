// Given a folder of packages and nothing else, runs itself for each, and prints as JSON, by the package's name, what came of it. Given a
// package's name too, runs the handler of its index and prints what it logs, with the paths that it has on Lambda.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { format } from 'node:util';

const [, driver, place, name] = process.argv;
const folder = realpathSync(place);

if (name === undefined) {
  // Lambda switches require() of ES modules off.
  const options = ['--no-experimental-require-module', '--no-warnings'];
  const outputs = readdirSync(folder).map((each) => [each, execFileSync(process.execPath, [...options, driver, folder, each], { encoding: 'utf8' })]);
  console.log(JSON.stringify(Object.fromEntries(outputs)));
} else {
  const root = `${folder}/${name}`;
  const { write } = process.stdout;
  console.log = (...values) => void write.call(process.stdout, `${format(...values).replaceAll(root, '/var/task')}\n`);
  process.chdir(root);
  const index = ['index.mjs', 'index.js'].map((each) => `${root}/${each}`).find(existsSync);
  const { handler } = await import(pathToFileURL(index));
  await handler({});
}
