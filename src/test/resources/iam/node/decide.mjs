// Reads cases, one JSON object a line, and prints a decision for each, one a line.
import { readFileSync } from 'node:fs';
import { runUnsafeSimulation } from '@cloud-copilot/iam-simulate';
import { kindOf, simulationOf } from './simulation.mjs';

const decisions = readFileSync(process.argv[2], 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => decide(JSON.parse(line)));
process.stdout.write(decisions.join('\n') + '\n');

function decide(given) {
  try {
    return kindOf(runUnsafeSimulation(simulationOf(given), {}));
  } catch (e) {
    return `error ${String(e.message).replaceAll('\n', ' ')}`;
  }
}
