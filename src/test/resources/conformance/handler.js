// The handlers of a story's package: they answer answer.json, with what they see in the place of texts like $event.
'use strict';

const answer = require('./answer.json');
let count = 0;

function filled(node, seen) {
  if (typeof node === 'string') {
    return node in seen ? seen[node] : node;
  }
  if (node === null || typeof node !== 'object') {
    return node;
  }
  return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, filled(value, seen)]));
}

function answered(seen) {
  if (answer !== null && typeof answer === 'object' && '$throws' in answer) {
    throw new Error(answer.$throws);
  }
  return filled(answer, seen);
}

function environment() {
  return Object.fromEntries(Object.entries(process.env).map(([name, value]) => [`$environment.${name}`, value]));
}

for (const name of ['handler']) {
  exports[name] = async (event, context) => answered({
    $event: event,
    $clientContext: context.clientContext ?? null,
    ...environment(),
    $count: count++,
    $invokedFunctionArn: context.invokedFunctionArn,
    $awsRequestId: context.awsRequestId,
    $functionVersion: context.functionVersion,
    $functionName: context.functionName,
    $memoryLimitInMB: context.memoryLimitInMB,
    $logGroupName: context.logGroupName,
    $logStreamName: context.logStreamName,
    $callbackWaitsForEmptyEventLoop: context.callbackWaitsForEmptyEventLoop,
    $export: name,
  });
}
