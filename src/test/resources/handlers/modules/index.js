import { answer } from './lib/answer.mjs';
import json from './data.json' with { type: 'json' };
import old, { named } from './lib/old.cjs';
import { format } from 'node:util';
import { fail } from './lib/fail.mjs';

console.log('loading');
const awaited = await Promise.resolve(answer);
function stackOf(call) {
  try {
    return call();
  } catch (error) {
    return error.stack.split('\n').slice(0, 2);
  }
}
export const handler = async () => ({
  answer: awaited, json, named, default: Object.keys(old), format: format('a %d', 1), url: import.meta.url, thrown: stackOf(fail),
});
