// Runs snippets, each the body of an async function, and gives what they log. As a handler it takes one snippet's text; as a
// program it takes the folder this file is in, and prints the outputs of all snippets by name.
const util = require('util');

const AsyncFunction = (async () => {}).constructor;

async function run(text) {
  const lines = [];
  const log = (...values) => void lines.push(util.format(...values));
  try {
    await new AsyncFunction('console', 'require', text)({ log }, require);
  } catch (error) {
    log('threw %s %s %s', error?.name, error?.code, error?.message);
  }
  return `${lines.join('\n')}\n`;
}

exports.handler = async (event) => run(event.text);

async function main(folder) {
  const fs = require('fs');
  const outputs = {};
  for (const file of ['inventory.js', ...fs.readdirSync(`${folder}/node`).map((each) => `node/${each}`).sort()]) {
    if (file.endsWith('.js')) {
      outputs[file.slice(file.indexOf('/') + 1, -3)] = await run(fs.readFileSync(`${folder}/${file}`, 'utf8'));
    }
  }
  console.log(JSON.stringify(outputs));
}

if (require.main === module) {
  process.on('warning', () => {});
  main(process.argv[2]);
}
