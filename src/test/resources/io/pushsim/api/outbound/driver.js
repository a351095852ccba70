// Runs scripts, each the body of an async function that has `port`, where the tests' server listens, and gives what they log. As a
// handler it takes one script's text; as a program it takes the folder this file is in and the port, and prints the outputs by name.
const util = require('util');

const AsyncFunction = (async () => {}).constructor;

// How a request of http goes: each event, and what was answered.
function ask(log, options, body, more) {
  const http = require('http');
  return new Promise((resolve) => {
    const request = http.request(options, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('aborted', () => log('response aborted'));
      response.on('error', (error) => log('response error %s %s', error.code, error.message));
      response.on('end', () => log('end complete=%s', response.complete));
      response.on('close', () => {
        log('%d %s %s', response.statusCode, response.statusMessage, Buffer.concat(parts));
        resolve(response);
      });
    });
    for (const name of ['socket', 'finish', 'response', 'continue', 'timeout', 'abort', 'close']) {
      request.on(name, () => log(name));
    }
    request.on('error', (error) => {
      log('error %s %s', error.code, error.message);
      request.on('close', resolve);
    });
    if (more) {
      more(request);
    } else {
      request.end(body);
    }
  });
}

async function run(text, port) {
  const lines = [];
  const log = (...values) => void lines.push(util.format(...values));
  try {
    const base = { host: '127.0.0.1', port };
    await new AsyncFunction('console', 'require', 'port', 'ask', text)(
      { log }, require, port, (options, body, more) => ask(log, { ...base, ...options }, body, more));
  } catch (error) {
    log('threw %s %s %s', error?.name, error?.code, error?.message);
  }
  require('http').globalAgent.destroy();
  return `${lines.join('\n')}\n`.replaceAll(`${port}`, 'PORT');
}

exports.handler = async (event) => run(event.text, event.port);

async function main(folder, port) {
  const fs = require('fs');
  const outputs = {};
  for (const file of fs.readdirSync(`${folder}/scripts`).sort()) {
    if (file.endsWith('.js')) {
      outputs[file.slice(0, -3)] = await run(fs.readFileSync(`${folder}/scripts/${file}`, 'utf8'), port);
    }
  }
  console.log(JSON.stringify(outputs));
  process.exit(0);
}

if (require.main === module) {
  main(process.argv[2], Number(process.argv[3]));
}
